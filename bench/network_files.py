"""The files the peers' pages load from content delivery networks, fetched as npm packages."""

from __future__ import annotations

import subprocess
import tarfile
from pathlib import Path

CACHE = Path(__file__).resolve().parent.parent / ".cache" / "bench"

JSDELIVR = "https://cdn.jsdelivr.net/npm"
CDNJS = "https://cdnjs.cloudflare.com/ajax/libs"
MARKERS = "Leaflet.awesome-markers/2.0.2/leaflet.awesome-markers"
MARKERS_PACKAGE = "drmonty-leaflet-awesome-markers@2.0.2"
AWESOME = "@fortawesome/fontawesome-free@6.2.0"
GLYPHICONS = "https://netdna.bootstrapcdn.com/bootstrap/3.0.0/css/bootstrap-glyphicons.css"
ECHARTS = "https://assets.pyecharts.org/assets/v6/echarts.min.js"

#: Address in the peers' pages -> npm package and the file in it.
FILES = {
    f"{JSDELIVR}/leaflet@1.9.3/dist/leaflet.js": ("leaflet@1.9.3", "dist/leaflet.js"),
    f"{JSDELIVR}/leaflet@1.9.3/dist/leaflet.css": ("leaflet@1.9.3", "dist/leaflet.css"),
    "https://code.jquery.com/jquery-3.7.1.min.js": ("jquery@3.7.1", "dist/jquery.min.js"),
    f"{JSDELIVR}/bootstrap@5.2.2/dist/js/bootstrap.bundle.min.js": (
        "bootstrap@5.2.2",
        "dist/js/bootstrap.bundle.min.js",
    ),
    f"{JSDELIVR}/bootstrap@5.2.2/dist/css/bootstrap.min.css": (
        "bootstrap@5.2.2",
        "dist/css/bootstrap.min.css",
    ),
    f"{CDNJS}/{MARKERS}.js": (MARKERS_PACKAGE, "js/leaflet.awesome-markers.js"),
    f"{CDNJS}/{MARKERS}.css": (MARKERS_PACKAGE, "css/leaflet.awesome-markers.css"),
    GLYPHICONS: ("@neos21/bootstrap3-glyphicons@1.0.7", "dist/css/bootstrap3-glyphicons.min.css"),
    f"{JSDELIVR}/{AWESOME}/css/all.min.css": (AWESOME, "css/all.min.css"),
    f"{CDNJS}/d3/3.5.5/d3.min.js": ("d3@3.5.5", "d3.min.js"),
    ECHARTS: ("echarts@6.0.0", "dist/echarts.min.js"),
}

#: plotly asks for the world's coastlines whatever it shows; its package has them as a script.
COASTLINES = "https://cdn.plot.ly/un/world_110m.json"
AS_JSON = "console.log(JSON.stringify(require(process.argv[1]).topojson.world_110m))"

#: In no npm package; 0.3 KB, answered empty, which favours the peer.
EMPTY = (
    "https://cdn.jsdelivr.net/gh/python-visualization/folium/folium/templates/"
    "leaflet.awesome.rotate.min.css"
)


def network_files() -> dict[str, bytes]:
    """Return address to content for everything the peers' pages ask the network for."""
    found = {address: _from_npm(*place) for address, place in FILES.items()}
    version, script = plotly_script()
    return found | {
        EMPTY: b"",
        f"https://cdn.plot.ly/plotly-{version}.min.js": script,
        COASTLINES: _coastlines(version),
    }


def plotly_script() -> tuple[str, bytes]:
    """Return the version and the text of plotly's script, which its Python package carries."""
    from plotly.offline import get_plotlyjs, get_plotlyjs_version

    return get_plotlyjs_version(), get_plotlyjs().encode()


def _coastlines(version: str) -> bytes:
    """Return plotly's file of the world's coastlines, in the version that goes with its script."""
    # `.cjs`, since this project is a module to node and the file is none.
    script = CACHE / f"plotly-geo-assets-{version}.cjs"
    if not script.is_file():
        script.write_bytes(_from_npm(f"plotly.js@{version}", "dist/plotly-geo-assets.js"))
    command = ["node", "-e", f"global.window = {{}}; {AS_JSON}", str(script)]
    return subprocess.run(command, check=True, capture_output=True).stdout


def _from_npm(package: str, path: str) -> bytes:
    """Return one file of a package's tarball; the tarball is kept in `.cache`."""
    tarball = CACHE / (package.removeprefix("@").replace("/", "-").replace("@", "-") + ".tgz")
    if not tarball.is_file():
        CACHE.mkdir(parents=True, exist_ok=True)
        command = ["npm", "pack", package, "--silent", "--pack-destination", str(CACHE)]
        subprocess.run(command, check=True, capture_output=True)
    with tarfile.open(tarball) as archive:
        member = archive.extractfile(f"package/{path}")
        if member is None:
            raise FileNotFoundError(f"{package} has no {path}")
        return member.read()

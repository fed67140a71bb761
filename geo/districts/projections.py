"""Projections as map-makers name them: in words, by an EPSG code, or in PROJ's own terms."""

from __future__ import annotations

from pyproj import CRS
from pyproj.exceptions import CRSError

from geo.base.errors import MapError, Problem, did_you_mean
from geo.geometry.extent import Extent
from geo.geometry.projection import WORLD, world_meridian

#: PROJ's names of what needs no more than a central meridian.
_OF_THE_WORLD = {
    "equal earth": "eqearth", "robinson": "robin", "natural earth": "natearth",
    "mollweide": "moll", "winkel tripel": "wintri", "eckert iv": "eck4", "gall peters":
    "cea +lat_ts=45", "miller": "mill", "mercator": "merc", "equirectangular": "eqc",
}  # fmt: skip
#: Those that are fitted to the extent: cones with standard parallels at its sixths, azimuthal ones
#: with their centre in its middle.
_CONES = {
    "albers": "aea",
    "lambert": "lcc",
    "lambert conformal": "lcc",
    "equidistant conic": "eqdc",
}
_ROUND = {
    "lambert azimuthal": "laea", "laea": "laea", "stereographic": "stere",
    "azimuthal equidistant": "aeqd",
}  # fmt: skip
#: Those of one region, as its offices define them.
_REGIONAL = {
    "laea europe": "EPSG:3035", "lambert europe": "EPSG:3034", "albers usa": "EPSG:5070",
    "lambert france": "EPSG:2154", "british national grid": "EPSG:27700", "web mercator":
    "EPSG:3857", "albers canada": "ESRI:102001", "albers australia": "EPSG:3577",
    "albers china": "+proj=aea +lat_0=0 +lat_1=25 +lat_2=47 +lon_0=105 +ellps=GRS80 +units=m",
}  # fmt: skip
_KEY = "map.projection"


def names() -> tuple[str, ...]:
    """Return every projection that has a name here."""
    return (*_OF_THE_WORLD, *_CONES, *_ROUND, *_REGIONAL)


def named_crs(text: str, extent: Extent, meridian: float | None = None) -> CRS:
    """Return the plane that a map-maker names.

    Parameters
    ----------
    text : str
        ``Equal Earth``, ``laea-europe``, ``EPSG:2154``, ``+proj=sinu +lon_0=20``.
    extent : Extent
        Of the map, degrees, which cones and azimuthal projections are fitted to.
    meridian : float, optional
        The central meridian of one that is not of a region; by default that of the extent.

    Raises
    ------
    MapError
        If the name is unknown to us and to PROJ, or has no plane.
    """
    word = " ".join(text.lower().replace("-", " ").replace("_", " ").split())
    if word in _REGIONAL:
        return CRS.from_user_input(_typed(_REGIONAL[word]))
    lat, lon = (extent.south + extent.north) / 2, _middle(extent, meridian)
    if word in _OF_THE_WORLD:
        return CRS.from_user_input(_typed(f"+proj={_OF_THE_WORLD[word]} +lon_0={lon:.4f}"))
    if word in _CONES:
        sixth = (extent.north - extent.south) / 6
        parallels = f"+lat_1={extent.south + sixth:.4f} +lat_2={extent.north - sixth:.4f}"
        at = f"+proj={_CONES[word]} +lat_0={lat:.4f} {parallels} +lon_0={lon:.4f}"
        # A cone needs parallels that are not opposite each other across the equator.
        if abs(extent.south + extent.north) < sixth / 10:
            what = f"{text!r} cannot be a cone around the equator"
            raise MapError(Problem(_KEY, what, 'Write "lambert azimuthal" or "equal earth".'))
        return CRS.from_user_input(_typed(at))
    if word in _ROUND:
        return CRS.from_user_input(
            _typed(f"+proj={_ROUND[word]} +lat_0={lat:.4f} +lon_0={lon:.4f}")
        )
    return _foreign(text, word)


def _foreign(text: str, word: str) -> CRS:
    try:
        crs = CRS.from_user_input(_typed(text) if text.lstrip().startswith("+") else text)
    except CRSError:
        what = f"unknown projection {text!r}"
        remedy = f"{did_you_mean(word, names())} An EPSG code or a PROJ string does, too."
        raise MapError(Problem(_KEY, what, remedy)) from None
    if not crs.is_projected:
        what = f"{text!r} ({crs.name}) has no plane"
        raise MapError(Problem(_KEY, what, 'Write "equirectangular" for degrees as they are.'))
    return crs


def _middle(extent: Extent, meridian: float | None) -> float:
    if meridian is not None:
        return meridian
    if extent.width > WORLD:
        return world_meridian(extent)
    return ((extent.west + extent.east) / 2 + 180) % 360 - 180


def _typed(proj: str) -> str:
    """Complete a PROJ string; other texts are as they are."""
    if not proj.lstrip().startswith("+"):
        return proj
    datum = "" if any(w in proj for w in ("+datum", "+ellps", "+R=")) else " +datum=WGS84"
    units = "" if "+units" in proj else " +units=m"
    kind = "" if "+type" in proj else " +type=crs"
    return f"{proj}{datum}{units}{kind}"

"""Write `geo/districts/outlines/`: countries, counties and regions, small enough for the package.

Needs three packages unpacked in a folder, `topojson` and npm's mapshaper 0.6.113; run

    python tools/make_outlines.py FOLDER

with ``world-atlas`` 2.0.2 and ``us-atlas`` 3.0.1 of npm, and ``orangecontrib`` of the wheel
Orange3-Geo 0.5, in which Natural Earth's regions are copied. See data/boundaries/README.md.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
import topojson

from geo.base.packaged import packaged
from geo.base.text import folded
from geo.districts.boundaries import read_districts
from geo.districts.known import countries

TARGET = Path(__file__).parents[1] / "geo" / "districts" / "outlines"
#: Abbreviations of Natural Earth, and what it draws apart though the United Nations do not.
UNITS = {
    "Antigua and Barb.": "AG", "Ashmore and Cartier Is.": "AU", "Br. Indian Ocean Ter.": "IO",
    "British Virgin Is.": "VG", "Cayman Is.": "KY", "Cook Is.": "CK", "Côte d'Ivoire": "CI",
    "Faeroe Is.": "FO", "Fr. Polynesia": "PF", "Heard I. and McDonald Is.": "HM",
    "Indian Ocean Ter.": "AU", "Marshall Is.": "MH", "N. Cyprus": "CY", "N. Mariana Is.": "MP",
    "Pitcairn Is.": "PN", "S. Geo. and the Is.": "GS", "Siachen Glacier": "IN",
    "Somaliland": "SO", "St-Barthélemy": "BL", "St-Martin": "MF", "St. Kitts and Nevis": "KN",
    "St. Pierre and Miquelon": "PM", "St. Vin. and Gren.": "VC", "São Tomé and Principe": "ST",
    "Trinidad and Tobago": "TT", "Turks and Caicos Is.": "TC", "U.S. Virgin Is.": "VI",
    "Wallis and Futuna Is.": "WF",
    "Åland": "FI",  # nobody publishes figures for it
}  # fmt: skip
#: Held by Russia, of Ukraine for the United Nations (resolution 68/262 of the General Assembly).
CRIMEA = shapely.box(32.4, 44.3, 36.7, 46.3)
#: Countries of which the regions are taken, by Natural Earth's codes.
WITH_REGIONS = (
    "ALB AND AUT BEL BGR BIH BLR CHE CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ISL ITA "
    "KOS LIE LTU LUX LVA MDA MKD MLT MNE NLD NOR POL PRT ROU SRB SVK SVN SWE TUR UKR"
)
#: Of the generalization of regions, metres: half a pixel where France is 1,000 wide.
INTERVAL = 600
STEPS = 100_000


def main(folder: Path) -> None:
    """Write the three files."""
    TARGET.mkdir(exist_ok=True)
    continents = _continents(folder)
    _save("countries", _countries(folder, continents))
    counties = read_districts(folder / "us-atlas" / "counties-10m.json", layer="counties").districts
    _save("counties", counties[["code", "name", "geometry"]])
    _regions(folder)


def _continents(folder: Path) -> dict[str, str]:
    path = folder / "orangecontrib" / "geo" / "geojson" / "admin0.json"
    rows = [f["properties"] for f in json.loads(path.read_text(encoding="utf-8"))["features"]]
    return {row["iso_a2"]: row["continent"] for row in rows} | {"XK": "Europe"}


def _countries(folder: Path, continents: dict[str, str]) -> gpd.GeoDataFrame:
    read = read_districts(folder / "world-atlas" / "countries-50m.json", layer="countries")
    frame = read.districts
    by_name = countries().by_name
    units = [UNITS.get(name) or by_name[folded(name)] for name in frame["name"]]
    parts = frame.assign(code=units)[["code", "geometry"]].explode(ignore_index=True)
    held = (parts["code"] == "RU") & parts.representative_point().within(CRIMEA)
    parts.loc[held, "code"] = "UA"
    whole = parts.dissolve("code", as_index=False)
    # A plane map of statistics has no figures for it, and its mainland reaches the pole.
    whole = whole[whole["code"] != "AQ"].reset_index(drop=True)
    three = {
        a: b for a, b, _ in map(str.split, packaged("districts", "countries.txt").splitlines())
    }
    return whole.assign(
        code=[three.get(code, "XKX") for code in whole["code"]],
        continent=[continents.get(code, "") for code in whole["code"]],
    )


def _regions(folder: Path) -> None:
    """Clean and generalize the regions with mapshaper: their copy was simplified one by one."""
    place = folder / "orangecontrib" / "geo" / "geojson"
    files = [str(place / f"admin1-{code}.json") for code in (*WITH_REGIONS.split(), "RUS")]
    held = 'adm0_a3 != "RUS" || name == "Crimea" || name == "Sevastopol"'
    parent = 'adm0_a3 == "RUS" ? "UKR" : adm0_a3 == "KOS" ? "XKX" : adm0_a3'
    steps = [
        ["-i", *files, "combine-files"],
        ["-merge-layers", "force"],
        ["-filter", f"name != null && ({held})"],
        ["-each", f"code = this.properties._id, parent = {parent}"],
        ["-filter-fields", "code,name,parent"],
        ["-clean", "gap-fill-area=60km2", "overlap-rule=max-area"],
        ["-simplify", "weighted", f"interval={INTERVAL}", "keep-shapes"],
        ["-clean"],
        ["-rename-layers", "regions"],
        ["-o", "format=topojson", f"quantization={STEPS}", str(TARGET / "regions.topojson")],
    ]
    command = [shutil.which("mapshaper") or "mapshaper", *(word for step in steps for word in step)]
    subprocess.run(command, check=True)  # noqa: S603 - its words are the constants above


def _save(name: str, frame: gpd.GeoDataFrame) -> None:
    topology = topojson.Topology(frame, object_name=name, prequantize=STEPS)
    path = TARGET / f"{name}.topojson"
    path.write_text(topology.to_json(), encoding="utf-8", newline="\n")
    back = gpd.read_file(path)
    print(
        name,
        len(frame),
        "invalid:",
        int((~back.is_valid).sum()),
        "lost:",
        int(back.is_empty.sum()),
        "of",
        np.sum(shapely.get_num_coordinates(frame.geometry)),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))

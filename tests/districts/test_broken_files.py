"""A polygon file that is broken, whatever way, is one message and never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.base.errors import MapError
from geo.districts.boundaries import read_boundaries
from geo.districts.formats import READABLE

SQUARE = [[119, 36], [120, 36], [120, 37], [119, 36]]
UNREADABLE = (
    "is not a {} file with polygons. Open it in QGIS to see what it is, or export it again."
)
RING = (
    "has a ring that is not closed. "
    "A ring needs four positions at least, and its last one has to be its first one again."
)
TORN = (
    "has an edge longer than half the world. "
    "Cut it in two at 180°, as RFC 7946, 3.1.9, asks; or give a long edge more vertices."
)
NO_PLANE = (
    "is in EPSG:4978 (WGS 84), which has neither longitude and latitude nor a plane. "
    'Export it in WGS 84, crs = "EPSG:4326".'
)


def collection(*rings: object, cells: dict[str, object] | None = None, **top: object) -> str:
    features = [
        {"type": "Feature", "properties": cells or {"name": f"a{number}"},
         "geometry": {"type": "Polygon", "coordinates": [ring]}}
        for number, ring in enumerate(rings)
    ]  # fmt: skip
    return json.dumps({"type": "FeatureCollection", **top, "features": features})


def refusal(path: Path, content: str | bytes, **reading: str) -> str:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(MapError) as error:
        read_boundaries(path, **reading)
    return str(error.value).replace(str(path), "FILE")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (collection(SQUARE, [[0, 0], [1, 1]]), f"FILE, feature 2: {RING}"),
        (collection(SQUARE, SQUARE[:-1]), f"FILE, feature 2: {RING}"),
        (collection([[-170, 0], [170, 0], [170, 1], [-170, 0]]),
         f"FILE, feature 1: {TORN}"),
        (collection(SQUARE, [[120, 0], [-120, 0], [-120, 1], [120, 0]]),
         f"FILE, feature 2: {TORN}"),
        (collection(SQUARE, long="x" * 5000, crs=None),
         "FILE: has no CRS. Its coordinates look like longitude and latitude: write "
         'crs = "EPSG:4326".'),
        (collection(SQUARE, crs={"type": "name",
                                 "properties": {"name": "urn:ogc:def:crs:EPSG::4978"}}),
         f"FILE: {NO_PLANE}"),
        ("[" * 100_000, f"FILE: {UNREADABLE.format('.geojson')}"),
        (collection(SQUARE).replace("119", "1" * 5000), f"FILE: {UNREADABLE.format('.geojson')}"),
        (collection(SQUARE).replace("119", "1e999"), f"FILE: {UNREADABLE.format('.geojson')}"),
    ],
    ids=["two positions", "open ring", "round the world", "across 180", "no CRS", "no plane",
         "deep", "long number", "infinite"],
)  # fmt: skip
def test_broken_geojson_is_one_message(tmp_path: Path, text: str, message: str):
    assert refusal(tmp_path / "d.geojson", text) == message


@pytest.mark.parametrize("cell", [["a", "b"], [1], {"zh": "a"}, []])
@pytest.mark.parametrize("column", ["name", "code", "kind"])
def test_a_list_is_no_text(tmp_path: Path, column: str, cell: object):
    text = refusal(tmp_path / "d.geojson", collection(SQUARE, cells={"name": "a", column: cell}))
    assert f"FILE, feature 1: {column} is a list, not a text. Write one text." in text.splitlines()


def test_a_crs_named_in_the_spec_has_to_have_a_plane(tmp_path: Path):
    text = refusal(tmp_path / "d.geojson", collection(SQUARE), crs="EPSG:4978")
    assert text == f"FILE: {NO_PLANE}"


def test_a_property_that_is_called_crs_is_no_crs(tmp_path: Path):
    path = tmp_path / "d.geojson"
    path.write_text(collection(SQUARE, cells={"name": "a", "crs": None}), encoding="utf-8")
    assert len(read_boundaries(path)) == 1


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("d.fgb", b"fgb\x03fgb\x00"),
        ("d.gpkg", b"SQLite format 3\x00"),
        ("d.zip", b"PK\x03\x04"),
        ("d.parquet", b"PAR1"),
        ("d.shp", b"\x00\x00\x27\x0a"),
        ("d.topojson", b'{"type":"Topology"'),
        ("d.geojson", b""),
    ],
)
def test_garbage_under_every_ending_is_one_message(tmp_path: Path, name: str, start: bytes):
    message = f"FILE: {UNREADABLE.format(Path(name).suffix)}"
    assert refusal(tmp_path / name, start + b"\x17" * 300) == message


@given(st.sampled_from(READABLE), st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_random_bytes_are_one_message(tmp_path: Path, ending: str, content: bytes):
    path = tmp_path / f"d{ending}"
    path.write_bytes(content)
    with pytest.raises(MapError):
        read_boundaries(path)

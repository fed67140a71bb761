"""The next build of the same polygons is quicker and the same, and that of others is not misled."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.base.errors import MapError, Problem
from geo.choropleth.pipeline import build
from geo.choropleth.prepared import key_of
from geo.spec.file import read_spec
from geo.spec.plane import PlaneSpec
from geo.web.embed import embed

SPEC = Path(__file__).resolve().parents[2] / "maps" / "weifang.toml"


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """Weifang counts as large, and its outlines are kept in a folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.setattr("geo.choropleth.prepared._LEAST", 0)
    monkeypatch.setattr("geo.choropleth.prepared._LEAST_KEPT", 0)
    return tmp_path / "caches" / "geo-choropleth"


def with_boundaries(spec, **changes):
    return spec.model_copy(update={"boundaries": spec.boundaries.model_copy(update=changes)})


def test_the_second_build_reads_no_polygons_and_makes_the_same_bytes(place, monkeypatch):
    """Zones, places and insets of the approximate among them; then with another title."""
    spec = read_spec(SPEC)
    plain, first = (embed(build(spec, cache=on)).html for on in (False, True))
    assert len(list(place.iterdir())) == 2  # polygons, and the embed's drawing

    def refuse(*_):
        raise MapError(Problem("polygons", "are read"))

    monkeypatch.setattr("geo.choropleth.pipeline.load_districts", refuse)
    monkeypatch.setattr("geo.geometry.plane.laid_flat", refuse)
    again = build(spec, cache=True)
    assert len(again.plane.shapes(again.districts.geometry.to_numpy())) == 16
    assert plain == first == embed(again).html
    assert again.matched
    retitled = build(spec.model_copy(update={"title": "Another"}), cache=True)
    assert embed(retitled).html == plain.replace(spec.title, "Another")
    with pytest.raises(MapError, match="are read"):
        build(spec)


def test_a_damaged_entry_is_made_anew(place):
    spec = read_spec(SPEC)
    first = embed(build(spec, cache=True)).html
    entries = {path: path.read_bytes() for path in place.iterdir()}
    for path, whole in entries.items():
        path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert embed(build(spec, cache=True)).html == first
    assert {path: path.read_bytes() for path in place.iterdir()} == entries


def test_the_key_is_another_for_whatever_changes_the_polygons(tmp_path):
    """Bytes of polygons and zones, what the spec says of both, of the plane, the language."""
    spec = read_spec(SPEC)
    file, zones = tmp_path / "p.geojson", tmp_path / "z.csv"
    file.write_bytes(spec.boundaries.file.read_bytes())
    zones.write_bytes(spec.boundaries.zones.read_bytes() if spec.boundaries.zones else b"")
    spec = with_boundaries(spec, file=file, zones=zones)
    keys = [
        key_of(spec),
        key_of(with_boundaries(spec, datum="gcj02")),
        key_of(with_boundaries(spec, tolerance_m=10.0)),
        key_of(spec.model_copy(update={"map": PlaneSpec(projection="equal earth")})),
        key_of(spec.model_copy(update={"language": "en"})),
    ]
    file.write_bytes(file.read_bytes() + b"\n")
    keys.append(key_of(spec))
    zones.write_bytes(zones.read_bytes() + b"\n")
    keys.append(key_of(spec))
    assert len(set(keys)) == len(keys)
    assert all(keys)
    assert key_of(spec.model_copy(update={"title": "Another"})) == keys[-1]


@pytest.mark.parametrize(("file", "other"), [("p.shp", "p.dbf"), ("p.tab", "p.dat")])
def test_of_a_format_of_several_files_all_count(tmp_path, file, other):
    shape, table = tmp_path / file, tmp_path / other
    shape.write_bytes(b"1")
    table.write_bytes(b"1")
    spec = with_boundaries(read_spec(SPEC), file=shape, zones=None)
    before = key_of(spec)
    table.write_bytes(b"2")
    assert key_of(spec) != before


def test_few_polygons_are_not_looked_up_and_a_missing_file_is_left_to_the_reader(monkeypatch):
    spec = read_spec(SPEC)
    assert key_of(with_boundaries(spec, file=Path("nowhere.geojson"))) == ""
    monkeypatch.setattr("geo.choropleth.prepared._LEAST", 2_000_000)
    assert key_of(spec) == ""

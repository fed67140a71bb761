"""Every text of a spec is on one line, whichever table it is in."""

from __future__ import annotations

from pathlib import Path

from geo.spec.model import MapSpec
from geo.spec.plate import PlateSpec

MEASURE = {"id": "a", "label": "la\nbel", "unit": "亿\t元", "kind": "total", "column": "a\r\nb"}


def test_line_breaks_and_control_characters_leave_every_text():
    spec = MapSpec.model_validate(
        {
            "title": "a\n\nb\x00",
            "source": "cafe\u0301",
            "notes": ["one\r\ntwo", "\ud800"],
            "aliases": {"a\u2028b": ["c\x85d"]},
            "measures": [MEASURE],
            "points": [{"label": "p\tq", "district": "d\x1b", "facts": ["f\vg"]}],
            "plates": [{"title": "t\nu"}],
        }
    )
    assert (spec.title, spec.source, spec.notes) == ("a b", "café", ("one two", "\ufffd"))
    assert spec.aliases == {"a b": ("c d",)}
    assert (spec.measures[0].label, spec.measures[0].unit) == ("la bel", "亿 元")
    assert spec.measures[0].column == "a b"
    point = spec.points[0]
    assert (point.label, point.district, point.facts) == ("p q", "d", ("f g",))
    assert spec.plates[0].title == "t u"


def test_a_path_is_left_as_it_is():
    made = PlateSpec.model_validate({"profile": "a  \tb", "color": "cmyk", "font": "a\nb"})
    assert (made.profile, made.font) == (Path("a  \tb"), "a b")


def test_a_path_in_a_table_of_the_spec_keeps_what_a_backslash_became():
    spec = MapSpec.model_validate(
        {
            "title": "t",
            "source": "s",
            "boundaries": {"file": "data\new.geojson"},
            "table": {"file": "data\table.csv", "key": "a\tb"},
            "plates": [{"profile": "a\nb", "color": "cmyk", "title": "t\nu"}],
            "measures": [MEASURE],
        }
    )
    assert spec.boundaries.file == Path("data\new.geojson")
    assert spec.table
    assert (spec.table.file, spec.table.key) == (Path("data\table.csv"), "a b")
    assert (spec.plates[0].profile, spec.plates[0].title) == (Path("a\nb"), "t u")

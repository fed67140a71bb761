"""Every file of a map that holds its figures is read back as what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.choropleth.changes import compare
from geo.choropleth.edition import edition_of
from geo.choropleth.published import read_edition
from tests.choropleth.editions import edition, files
from tests.pairs import faded_map, pair_map
from tests.small import timely_map
from tests.weifang import weifang

TIMES = [("A", "1999", 3), ("A", "2001", 1), ("B", "1999", None), ("B", "2001", 9)]


@pytest.mark.parametrize("kind", ["html", "embed.html", "csv", "geojson"])
@pytest.mark.parametrize(
    "made",
    [
        edition(
            values=(-1.25, 0, 1234.5, float("nan")), breaks=(0, 500, 2000), allow_negative=True
        ),
        edition(open="both"),
        edition(names=["=1+1", "</script>", "a & b", "'q"], title="<b>&amp;</b>"),
        weifang(),
        pair_map([5, 25, float("nan"), 25], [5, 5, 25, 25]),
        faded_map([5, 25, float("nan"), 25], [5, 5, 25, 25]),
        timely_map(TIMES, measures=({}, {"id": "c", "change": {"since": "1999"}})),
    ],
    ids=["signs", "open ends", "hostile names", "weifang", "bivariate", "faded", "periods"],
)
def test_a_file_says_what_the_map_said(made, kind: str, tmp_path: Path):
    read = read_edition(files(made, tmp_path)[kind])
    assert compare(read, edition_of(made, "spec")).changes == ()
    assert read.periods == tuple(period.label for period in made.periods)
    # The figures of a bivariate measure are those of its two, and data files have no others.
    own = [m.id for m in made.measures if kind.endswith("html") or m.kind != "bivariate"]
    assert [layer.id for layer in read.layers] == own
    assert len(read.places) == len(made.districts)
    assert (read.version != "") == (kind == "html")


def test_texts_that_only_the_markup_holds_are_read_without_its_tags(tmp_path: Path):
    path = tmp_path / "old.html"
    path.write_text(
        '<html><meta name="generator" content="geo-choropleth 0.0.9"><h1>t</h1>'
        '<p class="dek">In <a href="x">2024</a> &amp; after<p class="dek byline">By us</p>'
        '<ol id="annotations"><li>b</li><li>a</li></ol><p id="approval">No 1</p>'
        '<script id="map-data" type="application/json">{"title":"t","source":"s","notes":[],'
        '"measures":[],"districts":[],"later":{"than":"us"}}</script>'
    )
    read = read_edition(path)
    assert read.version == "0.0.9"
    assert {key: read.texts[key] for key in ("annotations", "approval", "title")} == {
        "annotations": "a\nb",
        "approval": "No 1",
        "title": "t",
    }
    assert read.texts["dek"].startswith("In 2024 & after")


def test_a_script_of_the_page_is_never_run_nor_read(tmp_path: Path):
    path = files(edition(), tmp_path)["html"]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("<body>", "<body><script>throw 1</script>"), encoding="utf-8")
    assert compare(read_edition(path), edition_of(edition(), "m")).changes == ()


NO_MAP = "Give a page, an embed, a CSV or a GeoJSON file that geo build wrote."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<p>hello</p>", f"holds no data of a map. {NO_MAP}"),
        ("name,value\na,1\n", f"holds no data of a map. {NO_MAP}"),
        ("", f"holds no data of a map. {NO_MAP}"),
        (
            '{"features": 1}',
            f"holds no data of a map: features: input should be a valid list. {NO_MAP}",
        ),
        (
            '<script id="map-data">{"title":"t","source":"s","notes":[],"districts":[]}</script>',
            f"holds no data of a map: measures: field required. {NO_MAP}",
        ),
        (
            '<script id="map-data">{"title":</script>',
            "holds data that cannot be read: Expecting value: line 1 column 10 (char 9). "
            "Build or download it again.",
        ),
        (
            '<script id="map-data">{}</script><script id="map-data">{}</script>',
            "is a page of 2 maps. Take the page or embed of one of them; whether this page is what "
            "its own file gives, says `geo dashboard FILE --check`.",
        ),
    ],
)  # fmt: skip
def test_a_file_that_is_none_of_a_map_is_refused_by_name(text: str, said: str, tmp_path: Path):
    path = tmp_path / "x"
    path.write_text(text)
    with pytest.raises(MapError) as error:
        read_edition(path)
    assert str(error.value) == f"{path}: {said}"


def test_a_measure_that_is_not_whole_is_damaged(tmp_path: Path):
    path = files(edition(), tmp_path)["html"]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"values":{"a":1.5}', '"values":{}'), encoding="utf-8")
    with pytest.raises(MapError) as error:
        read_edition(path)
    assert str(error.value) == (
        f"{path}: is damaged: measure 'a' is not whole in its data. Build or download it again."
    )


def test_an_earlier_period_that_was_changed_in_a_page_is_found_and_a_short_one_damaged(
    tmp_path: Path,
):
    made = timely_map(TIMES)
    path = files(made, tmp_path)["html"]
    text = path.read_text(encoding="utf-8")
    assert text.count('"values":[3,null]') == 1
    path.write_text(text.replace('"values":[3,null]', '"values":[4,null]'), encoding="utf-8")
    (found,) = compare(read_edition(path), edition_of(made, "m")).changes
    assert (found.kind, found.period, found.old, found.new) == ("value", "1999", "4", "3")
    path.write_text(text.replace('"values":[3,null]', '"values":[3]'), encoding="utf-8")
    with pytest.raises(MapError) as error:
        read_edition(path)
    assert str(error.value) == (
        f"{path}: is damaged: measure 'a' is not whole in its data. Build or download it again."
    )

"""Plates of small maps: one legend, one scale, the figures and colours of page and embed."""

from __future__ import annotations

import io
import json
import re
from xml.etree import ElementTree

import pikepdf
import pytest

from geo.plate.plates import composed, plate_problems, plates
from geo.spec.plate import PlateSpec
from geo.web.embed import embed
from geo.web.page import page
from tests.plate.plates import SVG, outside, overlapping, with_plates
from tests.plate.plates import file as weifang_file
from tests.plate.plates import svg as weifang_svg
from tests.small import timely_map
from tests.weifang import changed

ROWS = (
    ("A", "1990", "1"), ("B", "1990", "3"), ("C", "1990", "7"),
    ("A", "2000", "2"), ("B", "2000", "5"), ("C", "2000", "8"),
    ("A", "2010", None), ("B", "2010", "9"), ("C", "2010", "9.5"),
)  # fmt: skip
PERIODS = ("1990", "2000", "2010")


def made(rows=ROWS, **plate):
    plate = {"small_multiples": "periods", "formats": ("svg",)} | plate
    return timely_map(rows, spec={"plates": (PlateSpec(**plate),)})


def figures(root):
    """The small maps of an SVG: what each says, and fill and title of each district."""
    found = {}
    for group in root.iter(f"{SVG}g"):
        if said := group.get("aria-label"):
            paths = [p for p in group.iter(f"{SVG}path") if p.get("data-code")]
            titles = [p.find(f"{SVG}title").text for p in paths]
            found[said] = [(p.get("fill"), t) for p, t in zip(paths, titles, strict=True)]
    return found


def words(root):
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def test_page_embed_and_plate_show_every_period_in_the_same_colours_and_figures():
    timely = made()
    root = ElementTree.fromstring(plates(timely)["small.svg"])
    drawn = dict(zip(PERIODS, figures(root).values(), strict=True))
    for html in (page(timely), embed(timely).html):
        data = json.loads(re.search(r'id="map-data">(.*?)</script>', html, re.S)[1])
        colors = data["measures"][0]["colors"]
        for period in data["periods"]:
            record = period["measures"]["a"]
            for i, (fill, title) in enumerate(drawn[period["label"]]):
                number, value = record["classes"][i], record["values"][i]
                shown = "no data" if value is None else f"{value:g} %"
                assert title == f"{period['label']} · {'ABC'[i]}: {shown}"
                if number is not None:
                    assert fill == colors[number]
        record = data["measures"][0]
        breaks = record.get("breaks", [f"{edge:g}" for edge in record["edges"]])
        assert [w for w in words(root) if w in breaks] == breaks


def test_there_is_one_legend_and_over_each_map_its_period_and_its_mean():
    root = ElementTree.fromstring(plates(made())["small.svg"])
    assert [w for w in words(root) if w in PERIODS] == list(PERIODS)
    assert words(root).count("Rate (%)") == 1
    assert words(root).count("No data") == 1  # of one of the maps
    assert [w for w in words(root) if "mean" in w] == [
        "Unweighted mean 3.7 %", "Unweighted mean 5 %", "Unweighted mean (2 with data) 9.3 %",
    ]  # fmt: skip


def test_every_map_is_read_by_itself_and_the_texts_name_the_span():
    root = ElementTree.fromstring(plates(made())["small.svg"])
    said = list(figures(root))
    assert said[0].startswith("1990: Rate is highest in C (7 %) and lowest in A (1 %)")
    assert "1990–2010" in words(root)


def test_the_pdf_tags_each_map_as_a_figure_with_its_words():
    pdf = pikepdf.open(io.BytesIO(plates(made(formats=("pdf",)))["small.pdf"]))
    kids = pdf.Root.StructTreeRoot.K.K
    figure_alts = [str(kid.Alt) for kid in kids if kid.S == "/Figure"]
    assert len(figure_alts) == 4  # the legend, and three maps
    assert [alt.partition(":")[0] for alt in figure_alts[1:]] == list(PERIODS)


def test_chosen_periods_stand_in_the_order_of_the_spec():
    root = ElementTree.fromstring(plates(made(small_multiples=("2010", "1990")))["small.svg"])
    assert [w for w in words(root) if w in PERIODS] == ["2010", "1990"]


def test_measures_that_differ_have_a_legend_each_and_the_colours_of_their_own_plates():
    root = weifang_svg(small_multiples="measures")
    for measure, drawn in zip(
        ("investment", "projects", "per_project", "density"), figures(root).values(), strict=True
    ):
        alone = weifang_svg(measure=measure, inset=False, labels="none")
        fills = {
            path.find(f"{SVG}title").text: path.get("fill")
            for path in alone.iter(f"{SVG}path")
            if path.get("data-code")
        }
        assert {title.partition(" · ")[2]: fill for fill, title in drawn} == fills
    assert {"总投资（亿元）", "项目数（个）", "合计 264 个"} <= set(words(root))


@pytest.mark.parametrize("size", ["column", "two-columns", "a4", "social"])
def test_no_text_leaves_the_page_or_covers_another(size):
    sheet, _ = composed(made(), PlateSpec(small_multiples="periods", size=size), "plates[1]")
    assert not outside(sheet)
    assert not overlapping(sheet.words)


def test_labels_that_are_asked_for_stand_in_their_districts_and_the_report_names_the_others():
    remarks = []
    names = {"A": "A", "B": "A district with a very long name", "C": "C"}
    rows = [(names[d], p, v) for d, p, v in ROWS]
    found = plates(made(rows, labels="names", size="column"), remark=remarks.append)
    shown = words(ElementTree.fromstring(found["small.svg"]))
    assert shown.count("A") == 3
    assert remarks == [
        "plates[1]: no room for the labels of A district with a very long name. "
        "Choose a larger size."
    ]


def test_annotations_are_left_out_with_a_word():
    from dataclasses import replace

    from geo.choropleth.model import Annotation

    remarks = []
    noted = replace(
        with_plates(changed(), PlateSpec(small_multiples="measures", formats=("svg",))),
        annotations=(Annotation("一句话", 119.1, 36.7),),
    )
    assert "一句话" not in plates(noted, remark=remarks.append)["weifang.svg"].decode()
    assert remarks == ["plates[1]: small maps have no annotations"]


def test_a_page_too_small_is_refused():
    rows = [("A", str(y), "1") for y in range(1900, 2000)] + [("B", "1900", "2")]
    (problem,) = plate_problems(made(rows, size="social"))
    assert str(problem) == (
        "small, plates[1]: 318 mm x 167 mm cannot hold the texts and leave room for a map. "
        "Choose a larger size, or shorten title and notes."
    )


def test_a_small_map_is_light():
    assert len(weifang_file("svg", small_multiples="measures")) < 250_000

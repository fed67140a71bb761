"""The colours on the plate are those of page and legend: read back from SVG, PDF and PNG."""

from __future__ import annotations

import io
from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
import shapely
from PIL import Image

from geo.plate.sheet import Area, Sheet, Strokes
from tests.plate.plates import (
    MEASURES,
    PRESETS,
    SVG,
    drawn_fills,
    file,
    sheet,
    subject,
    svg,
    with_plates,
)
from tests.small import map_of
from tests.weifang import weifang


def blocks(drawn: Sheet, colors: tuple[str, ...]) -> list[tuple[float, float, float, float]]:
    """The legend's blocks, left to right: the lowest rectangle of each class's colour."""
    found = []
    for color in colors:
        boxes = [
            (*m.rings[0].min(axis=0), *m.rings[0].max(axis=0))
            for m in drawn.marks
            if isinstance(m, Area) and m.fill == color and not m.code and len(m.rings[0]) <= 5
        ]
        lowest = max(box[3] for box in boxes)
        found.append(
            max((b for b in boxes if abs(b[3] - lowest) < 1e-6), key=lambda b: b[2] - b[0])
        )
    return found


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("size", PRESETS)
def test_the_fills_of_the_svg_are_those_of_the_symbology(size: str, measure: str):
    fills = weifang().measure(measure).symbology.fills
    expected = {c: {f} for c, f in zip(weifang().districts["code"], fills, strict=True)}
    assert drawn_fills(svg(size=size, measure=measure, bars=False)) == expected


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("size", PRESETS)
def test_a_districts_fill_is_that_of_the_legend_entry_whose_interval_holds_its_value(
    size: str, measure: str
):
    """Break values are read from the words under the joints, colours from the blocks between."""
    drawn = sheet(size=size, measure=measure, bars=False)
    shown = weifang().measure(measure)
    row = blocks(drawn, shown.symbology.colors)
    assert all(a[2] == pytest.approx(b[0]) for a, b in pairwise(row))
    joints = [row[0][0], *(box[2] for box in row)]
    breaks = []
    for x in joints:
        under = [
            w for w in drawn.words if abs(w.x + w.width / 2 - x) < 0.01 and 0 < w.y - row[0][3] < 6
        ]
        assert len(under) == 1
        breaks.append(float(under[0].text.replace(",", "").replace("−", "-")))
    fills = drawn_fills(svg(size=size, measure=measure, bars=False))
    for code, value in zip(weifang().districts["code"], shown.values, strict=True):
        k = next(
            k
            for k, (low, high) in enumerate(pairwise(breaks))
            if low < value <= high or (k == 0 and value == low)
        )
        assert fills[code] == {shown.symbology.colors[k]}


@pytest.mark.parametrize("measure", MEASURES)
def test_the_counts_over_the_blocks_are_those_of_the_classes(measure: str):
    drawn = sheet(size="column", measure=measure)
    shown = weifang().measure(measure).symbology
    row = blocks(drawn, shown.colors)
    for box, count in zip(row, shown.classes.counts, strict=True):
        middle = (box[0] + box[2]) / 2
        above = [
            w.text
            for w in drawn.words
            if abs(w.x + w.width / 2 - middle) < 0.01 and -12 < w.y - box[1] < 0
        ]
        assert above == [str(count)]


def dominant(image: Image.Image, area: Area, scale: float, paper: float) -> str:
    """The commonest colour of an image inside a drawn district, away from its borders."""
    shape = shapely.make_valid(shapely.Polygon(max(area.rings, key=len))).buffer(-0.5)
    west, north, east, south = shape.bounds
    xs, ys = np.meshgrid(np.arange(west, east, 0.25), np.arange(north, south, 0.25))
    inside = shapely.contains_xy(shape, xs, ys)
    points = np.column_stack([xs[inside], ys[inside]])
    colors = Counter(
        image.getpixel((int((x + paper) * scale), int((y + paper) * scale))) for x, y in points
    )
    return "#{:02x}{:02x}{:02x}".format(*colors.most_common(1)[0][0])


@pytest.mark.parametrize(
    ("size", "measure"), [*zip(PRESETS, MEASURES * 2, strict=False)], ids=lambda v: v
)
def test_the_pixels_of_png_and_pdf_have_the_colours_of_the_symbology(size: str, measure: str):
    """Each preset once, the measures in turn; hundreds of points in every district."""
    import pypdfium2 as pdfium

    plate = {"size": size, "measure": measure, "dpi": 120}
    drawn = sheet(**plate)
    fills = dict(
        zip(weifang().districts["code"], weifang().measure(measure).symbology.fills, strict=True)
    )
    png = Image.open(io.BytesIO(file("png", **plate))).convert("RGB")
    page = pdfium.PdfDocument(file("pdf", **plate))[0]
    pdf = page.render(scale=120 / 72).to_pil().convert("RGB")
    seen = set()
    for area in (m for m in drawn.marks if isinstance(m, Area) and m.code):
        if area.code in seen:
            continue
        seen.add(area.code)
        for image in (png, pdf):
            assert dominant(image, area, 120 / 25.4, 0) == fills[area.code]
    assert len(seen) == 16


def bar_beside(drawn: Sheet, name: str) -> Area:
    """The nearest rectangle right of a district's name, level with it."""
    found = [
        mark
        for word in drawn.words if word.text == name
        for mark in drawn.marks
        if isinstance(mark, Area) and mark.fill and not mark.code and len(mark.rings[0]) == 4
        and abs(mark.rings[0][:, 1].mean() - (word.y - word.middle)) < 0.01
        and word.box.right < mark.rings[0][:, 0].min()
    ]  # fmt: skip
    return min(found, key=lambda bar: bar.rings[0][:, 0].min())  # columns are side by side


def test_bars_have_the_colour_of_their_district_and_its_share_of_the_longest():
    shown = weifang().measure("investment")
    bars = [bar_beside(sheet(size="a3"), name) for name in weifang().districts["name"]]
    assert [bar.fill for bar in bars] == list(shown.symbology.fills)
    lengths = np.array([np.ptp(bar.rings[0][:, 0]) for bar in bars])
    assert lengths / lengths.max() == pytest.approx(shown.values / 196.7)


def test_greys_stay_in_the_order_of_the_classes_and_apart():
    from coloraide import Color

    greys = subject(size="column", color="grey").colors
    lightness = [Color(grey).convert("lab-d65")["lightness"] for grey in greys]
    assert lightness == sorted(lightness, reverse=True)
    assert min(Color(a).delta_e(b, method="2000") for a, b in pairwise(greys)) > 8
    classes = weifang().measure().symbology.classes.ids
    codes = weifang().districts["code"]
    expected = {code: {greys[k]} for code, k in zip(codes, classes, strict=True)}
    assert drawn_fills(svg(size="column", color="grey")) == expected


def test_hatching_grows_denser_with_the_class_and_the_lowest_has_none():
    """Millimetres of line in a square millimetre of each district, by its class."""
    drawn = sheet(size="a4", hatch=True, inset=False)
    fills = drawn_fills(svg(size="a4", hatch=True, inset=False, bars=False))
    colors = weifang().measure().symbology.colors
    hatched = [m for m in drawn.marks if isinstance(m, Strokes) and len(m.paths) > 1 and not m.dash]
    densities: dict[int, list[float]] = {k: [] for k in range(len(colors))}
    for area in (m for m in drawn.marks if isinstance(m, Area) and m.code):
        shape = shapely.make_valid(shapely.Polygon(max(area.rings, key=len)))
        inside = shape.buffer(0.1)
        lines = [
            shapely.LineString(path) for m in hatched for path in m.paths
            if len(path) == 2 and inside.covers(shapely.LineString(path))
        ]  # fmt: skip
        number = colors.index(next(iter(fills[area.code])))
        densities[number].append(sum(line.length for line in lines) / shape.area)
    assert max(densities[0]) < 0.02
    for number in range(1, len(colors) - 1):
        assert max(densities[number]) < min(densities[number + 1])


def test_districts_without_a_value_have_the_colour_of_missing_data():
    from geo.plate.plates import plates
    from geo.spec.plate import PlateSpec
    from geo.symbology.legibility import MISSING

    squares = [shapely.box(118 + i * 0.2, 36, 118.2 + i * 0.2, 36.2) for i in range(3)]
    gaps = with_plates(map_of(squares, [1, np.nan, 3]), PlateSpec(formats=("svg",)))
    from xml.etree import ElementTree

    root = ElementTree.fromstring(plates(gaps)["small.svg"])
    assert drawn_fills(root)["000001"] == {MISSING}
    titles = [t.text for p in root.iter(f"{SVG}path") for t in p.iter(f"{SVG}title")]
    assert "B：无数据" in titles

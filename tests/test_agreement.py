"""Page, embed, plate and data files show the same figures, classes and colours.

Every output is made and read back as a reader or another program would.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from xml.etree import ElementTree

import pytest
import shapely
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from geo.choropleth.datafiles import to_csv, to_geojson
from geo.choropleth.model import Choropleth
from geo.choropleth.pipeline import assemble
from geo.choropleth.wording import circle_steps, legend_scale
from geo.districts.boundaries import Reading, districts_from_frame
from geo.plate.compose import compose
from geo.plate.marks.districts import class_lines
from geo.plate.plates import plates
from geo.plate.subject import subject_of
from geo.spec.measure import MeasureSpec
from geo.spec.model import MapSpec
from geo.spec.plate import PlateSpec
from geo.tables.table import Table
from geo.web.embed import embed
from geo.web.page import page
from tests.frames import column
from tests.plate.plates import SVG, drawn_fills, with_plates
from tests.small import squares
from tests.weifang import weifang

NAMES = "甲乙丙丁戊己"


@dataclass(frozen=True)
class Shown:
    """What one output shows of one measure; None where it does not say.

    Lists are in the order of the districts.
    """

    texts: list[str]
    classes: list[int | None] | None = None
    fills: list[str | None] | None = None
    ranks: list[int | None] | None = None


def data_block(html: str) -> dict:
    found = re.search(r'id="map-data">(.*?)</script>', html, re.S)
    assert found
    return json.loads(found[1])


def embed_html(choropleth: Choropleth) -> str:
    return embed(choropleth).html


def of_script(choropleth: Choropleth, html: str, measure: str) -> Shown:
    """The data block, whose texts the script formats from values as `catalogue.number` does."""
    data, own = data_block(html), choropleth.measure(measure)
    record = next(m for m in data["measures"] if m["id"] == measure)
    values = [d["values"][measure] for d in data["districts"]]
    classes = [d["classes"][measure] for d in data["districts"]]
    return Shown(
        ["" if v is None else own.format(v) for v in values],
        classes,
        [None if k is None else record["colors"][k] for k in classes],
        [None if v is None else 1 + sum(o > v for o in values if o is not None) for v in values],
    )


def of_csv(choropleth: Choropleth, measure: str) -> Shown:
    rows = list(csv.DictReader(io.StringIO(to_csv(choropleth).decode("utf-8-sig"))))
    return of_records(choropleth, rows, measure)


def of_geojson(choropleth: Choropleth, measure: str) -> Shown:
    features = json.loads(to_geojson(choropleth))["features"]
    records = [feature["properties"] for feature in features]
    found = of_records(choropleth, records, measure)
    return replace(found, fills=[record[f"{measure}_color"] for record in records])


def of_records(choropleth: Choropleth, records: list[dict], measure: str) -> Shown:
    """The text beside the exact figure where there is one, else the figure itself."""
    own = choropleth.measure(measure)
    texts = []
    for record in records:
        exact = record[measure]
        shown = "" if exact in {"", None} else own.format(float(exact))
        texts.append(record.get(f"{measure}_text", shown))
    numbers = [record[f"{measure}_class"] for record in records]
    return Shown(texts, [None if n in {"", None} else int(n) - 1 for n in numbers])


def of_plate(choropleth: Choropleth, measure: str) -> Shown:
    """The SVG: fills of the map's paths, and their titles without name and unit."""
    made = with_plates(choropleth, PlateSpec(size="column", measure=measure, formats=("svg",)))
    root = ElementTree.fromstring(plates(made)[f"{choropleth.name}.svg"])
    fills = drawn_fills(root)
    titles = {
        path.get("data-code"): title.text.partition("：")[2]
        for path in root.iter(f"{SVG}path")
        for title in path.iter(f"{SVG}title")
    }
    codes, unit = list(choropleth.districts["code"]), choropleth.measure(measure).unit
    known = [state == "value" for state in choropleth.measure(measure).states]
    pairs = list(zip(codes, known, strict=True))
    return Shown(
        [titles[code].removesuffix(f" {unit}") if k else "" for code, k in pairs],
        fills=[only(fills[code]) if k else None for code, k in pairs],
    )


def only(found: set[str]) -> str:
    (one,) = found
    return one


def outputs(choropleth: Choropleth, measure: str) -> Iterator[tuple[str, Shown]]:
    yield "page", of_script(choropleth, page(choropleth), measure)
    yield "embed", of_script(choropleth, embed_html(choropleth), measure)
    yield "csv", of_csv(choropleth, measure)
    yield "geojson", of_geojson(choropleth, measure)
    yield "plate", of_plate(choropleth, measure)


def assert_agreement(choropleth: Choropleth, measure: str) -> None:
    """Every output has the figures of the model, in the class whose interval holds them."""
    own = choropleth.measure(measure)
    texts = [own.text(i) for i in range(len(own.states))]
    for name, shown in outputs(choropleth, measure):
        assert shown.texts == texts, name
        assert shown.classes in (None, list(own.symbology.classes.ids)), name
        assert shown.fills in (None, list(own.symbology.fills)), name
        assert shown.ranks in (None, list(own.ranks)), name
    edges = own.symbology.classes.edges
    for text, k in zip(texts, own.symbology.classes.ids, strict=True):
        if text:
            value = float(text.replace(",", "").replace("−", "-"))
            assert edges[k] < value <= edges[k + 1] or (k == 0 and value == edges[0])


def assert_legends_agree(choropleth: Choropleth, measure: str) -> None:
    """Break values and circles of page, embed and plate are those of `wording`, text by text."""
    own, words = choropleth.measure(measure), choropleth.words
    breaks = list(legend_scale(own, words).breaks)
    steps = [[step.value, step.text] for step in circle_steps(own, words)]
    for html in (page(choropleth), embed_html(choropleth)):
        record = next(m for m in data_block(html)["measures"] if m["id"] == measure)
        assert record.get("breaks", [str(edge) for edge in record["edges"]]) == breaks
        assert [
            [s["value"], s.get("text", str(s["value"]))] for s in record["circle_steps"]
        ] == steps
    plate = PlateSpec(size="column", measure=measure, circles=measure, labels="none")
    words = [word.text for word in compose(subject_of(choropleth, plate, "plates[1]")).words]
    for text in (*breaks, *(text for _, text in steps)):
        assert text in words


@pytest.mark.parametrize("measure", ["investment", "projects", "per_project", "density"])
def test_weifang_is_the_same_everywhere(measure: str):
    assert_agreement(weifang(), measure)


@pytest.mark.parametrize("measure", ["investment", "projects"])
def test_weifangs_legends_are_the_same_everywhere(measure: str):
    assert_legends_agree(weifang(), measure)


@cache
def grid():
    return districts_from_frame(squares(NAMES), source="data", name="name")


def generated(above: tuple, below: tuple, decimals: int, scheme: str) -> Choropleth:
    """Six squares with a total `a`, a count `b`, and the ratio `r` of the two."""
    shared = {"scheme": scheme, "classes": 4, "decimals": decimals}
    measures = (
        MeasureSpec(id="a", label="总数", unit="人", kind="total", column="a", **shared),
        MeasureSpec(id="r", label="比率", unit="人/个", kind="rate", numerator="a",
                    denominator="b", **shared),
    )  # fmt: skip
    spec = MapSpec(title="图", source="手工", measures=measures)
    columns = {"a": column(*above, unit="人"), "b": column(*below, unit="个")}
    table = Table(tuple(NAMES), tuple(range(2, 8)), columns, "t.csv")
    return assemble(spec, "small", Reading(grid()), table, ())


#: Halves of the last digit shown, gaps, negative and large figures.
FIGURES = st.one_of(
    st.none(),
    st.integers(-200, 200).map(lambda n: f"{n / 20:.2f}"),  # x.x5
    st.integers(0, 10**9).map(str),
    st.decimals(-1000, 1000, places=3).map(str),
)
#: Every example makes ten pages and six plates: shrinking one would take minutes.
SLOW = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
)


@SLOW
@given(
    st.tuples(*[FIGURES] * 6).filter(lambda t: sum(f is not None for f in t) > 1),
    st.tuples(st.just(3), *[st.sampled_from([None, 0, 1, 7, 8])] * 5),
    st.integers(0, 2),
    st.sampled_from(["fisher-jenks", "quantiles", "equal-interval", "pretty"]),
)
def test_maps_of_any_figures_are_the_same_everywhere(above, below, decimals, scheme):
    above = (above[0] or "1.25", *above[1:])  # the ratio needs one district with both
    choropleth = generated(above, below, decimals, scheme)
    assert_agreement(choropleth, "a")
    assert_agreement(choropleth, "r")
    assert_legends_agree(choropleth, "a")


def test_a_half_is_the_same_text_everywhere():
    """9.95 is 9.949999999999999 as a double: JavaScript made it 10, Python 9.9."""
    choropleth = generated(("9.95", "1", "3", "5", "7", "8"), (1,) * 6, 1, "quantiles")
    i = list(choropleth.districts["name"]).index("甲")
    assert {name: s.texts[i] for name, s in outputs(choropleth, "a")} == dict.fromkeys(
        ("page", "embed", "csv", "geojson", "plate"), "10"
    )
    rows = list(csv.DictReader(io.StringIO(to_csv(choropleth).decode("utf-8-sig"))))
    assert (rows[i]["a"], rows[i]["a_text"]) == ("9.95", "10")


def test_the_plate_says_a_value_with_a_space_before_its_unit():
    made = with_plates(weifang(), PlateSpec(size="column", formats=("svg",)))
    assert "高新区：196.7 亿元" in plates(made)["weifang.svg"].decode()


def test_hatching_grows_denser_with_the_class_and_the_lowest_has_none():
    """Length of line in one square: it grows from class to class."""
    shapes = [shapely.box(0, 0, 20, 20)]
    lengths = []
    for k in range(5):
        marks = class_lines(shapes, (k,), ("#000000",) * 5)
        lines = [shapely.LineString(line) for mark in marks for line in mark.paths]
        lengths.append(sum(line.length for line in lines))
    assert lengths[0] == 0
    assert all(a < b for a, b in pairwise(lengths))

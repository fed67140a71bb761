"""Read an edition back from a file of a map: page, embed, CSV or GeoJSON. Nothing in it is run.

The block of data in a page is read as the JSON that it is, by the keys that pages have promised to
others since the first version; what other versions add is left alone. `geo.web.contract` says
what the pages of this one hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import NotRequired

# pydantic cannot read typing's own on Python 3.11.
from typing_extensions import TypedDict

from geo.base.elements import OpenElements
from geo.base.errors import MapError, Problem
from geo.base.files import read_text
from geo.choropleth.blocks import REMEDY, checked, parsed
from geo.choropleth.edition import PARTS, Edition, Figure, Layer, Place, folded_texts, limits
from geo.choropleth.records import of_csv, of_geojson

_GENERATOR = "geo-choropleth "
_OF_SEVERAL = (
    "Take the page or embed of one of them; whether this page is what its own file gives, says "
    "`geo dashboard FILE --check`."
)


class PromisedDistrict(TypedDict):
    """A district of the block, as far as an edition is read from it; keyed by measure id."""

    code: str
    name: str
    kind: str
    approximate: bool
    values: dict[str, Decimal | None]
    classes: dict[str, int | None]
    states: NotRequired[dict[str, str]]


class PromisedPlace(TypedDict):
    """A point of interest of the block."""

    label: str
    text: str


class PromisedGrid(TypedDict):
    """Two crossed measures; see `geo.web.grid_data.GridData`."""

    columns: int


class PromisedMeasure(TypedDict):
    """A measure of the block; see `geo.web.contract.MeasureData`."""

    id: str
    label: str
    unit: str
    kind: str
    edges: list[Decimal]
    breaks: NotRequired[list[str]]
    colors: list[str]
    unclassed: NotRequired[bool]
    grid: NotRequired[PromisedGrid]
    digits: NotRequired[tuple[int, int]]
    title: NotRequired[str]
    dek: NotRequired[str]
    notes: NotRequired[list[str]]


class PromisedFigures(TypedDict):
    """A measure in one period, in the order of the districts; see `geo.web.period_contract`."""

    values: list[Decimal | None]
    classes: list[int | None]
    states: NotRequired[list[str]]


class PromisedPeriod(TypedDict):
    """A period of the block: a change between two is not among its measures."""

    label: str
    measures: dict[str, PromisedFigures]


class PromisedMap(TypedDict):
    """The block, as far as an edition is read from it."""

    title: str
    source: str
    notes: list[str]
    measures: list[PromisedMeasure]
    districts: list[PromisedDistrict]
    places: NotRequired[list[PromisedPlace]]
    periods: NotRequired[list[PromisedPeriod]]
    byline: NotRequired[str]
    credit: NotRequired[str]


def read_edition(path: Path) -> Edition:
    """Read what a published map says.

    Parameters
    ----------
    path : Path
        A page or an embed, also one that was saved from the web, or a CSV or GeoJSON file of a map.

    Raises
    ------
    MapError
        If it is none, or damaged.
    """
    text = read_text(path)
    first = text.lstrip("\ufeff \t\r\n")[:1]
    if first == "<":
        return _from_html(text, str(path))
    return of_geojson(text, str(path)) if first == "{" else of_csv(text, str(path))


def _from_html(text: str, source: str) -> Edition:
    document = _Document()
    document.feed(text)
    document.close()
    if not document.texts["data"]:
        raise MapError(Problem(source, "holds no data of a map", REMEDY))
    if document.maps > 1:
        raise MapError(Problem(source, f"is a page of {document.maps} maps", _OF_SEVERAL))
    data = checked(PromisedMap, parsed(document.texts["data"], source), source)
    texts = document.texts
    said = {
        "title": data["title"],
        "dek": texts["dek"],
        "byline": data.get("byline", ""),
        "source": data["source"],
        "credit": data.get("credit", ""),
        "approval": texts["approval"],
        "notes": "\n".join(data["notes"]),
        # The page numbers them by where they stand, a spec by its own order.
        "annotations": "\n".join(sorted(texts["annotations"].splitlines())),
        "points": "\n".join(f"{p['label']} {p['text']}" for p in data.get("places", ())),
    }
    return Edition(
        source=source,
        version=document.version,
        parts=frozenset(PARTS),
        texts=folded_texts(said),
        places={
            d["code"]: Place(d["name"], d["kind"], d["approximate"]) for d in data["districts"]
        },
        layers=tuple(_layer(measure, data, source) for measure in data["measures"]),
        periods=tuple(period["label"] for period in data.get("periods", ())),
    )


def _layer(measure: PromisedMeasure, data: PromisedMap, source: str) -> Layer:
    districts = data["districts"]
    edges, own = tuple(measure["edges"]), measure["id"]
    shown = tuple(measure.get("breaks", map(str, edges)))
    series = {p["label"]: p["measures"].get(own) for p in data.get("periods", ())}
    lacking = [d["code"] for d in districts if own not in d["values"] or own not in d["classes"]]
    lacking += [label for label, one in series.items() if one and not _covers(one, districts)]
    if lacking or len(shown) != len(edges) or not _is_whole(measure):
        what = f"is damaged: measure {own!r} is not whole in its data"
        raise MapError(Problem(source, what, "Build or download it again."))
    heading = {
        "title": measure.get("title"),
        "dek": measure.get("dek"),
        "notes": "\n".join(measure["notes"]) if "notes" in measure else None,
    }
    texts = {"label": measure["label"], "unit": measure["unit"], "kind": measure["kind"]}
    return Layer(
        id=own,
        texts=folded_texts(texts | {k: text for k, text in heading.items() if text is not None}),
        # Figures of a page are rounded to what readers see, also where an old one does not say how.
        decimals=measure.get("digits", (0, 6))[1],
        edges=limits(edges, shown),
        colors=tuple(measure["colors"]),
        unclassed=measure.get("unclassed", False),
        figures={
            d["code"]: Figure(
                d["values"][own],
                _class(measure, d["classes"][own]),
                d.get("states", {}).get(own, ""),
            )
            for d in districts
        },
        periods={label: _figures(measure, one, districts) for label, one in series.items() if one},
    )


def _figures(
    measure: PromisedMeasure, one: PromisedFigures, districts: Sequence[PromisedDistrict]
) -> dict[str, Figure]:
    values, classes = one["values"], one["classes"]
    # A list that is left out says that whatever is not there is missing.
    states = one.get("states") or ["missing" if value is None else "" for value in values]
    every = zip(districts, values, classes, states, strict=True)
    return {d["code"]: Figure(v, _class(measure, c), state) for d, v, c, state in every}


def _covers(one: PromisedFigures, districts: Sequence[PromisedDistrict]) -> bool:
    lists = (one["values"], one["classes"], one.get("states") or districts)
    return all(len(some) == len(districts) for some in lists)


def _is_whole(measure: PromisedMeasure) -> bool:
    """Tell whether there is a colour for every class."""
    classes, colors = len(measure["edges"]) - 1, len(measure["colors"])
    if "grid" not in measure:
        return colors == classes
    columns = measure["grid"]["columns"]
    bare = measure["kind"] == "bivariate" and not measure["edges"]
    return columns > 0 and colors % columns == 0 and (bare or columns == classes)


def _class(measure: PromisedMeasure, number: int | None) -> int | None:
    """Return the class of a figure; what only fades it is no class of its own."""
    if number is None or "grid" not in measure or measure["kind"] == "bivariate":
        return number
    return number % measure["grid"]["columns"]


_UNSEEN = "unseen"


class _Document(HTMLParser):
    """The parts of a page that an edition is read from; scripts other than the data are passed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts = dict.fromkeys(("data", "dek", "approval", "annotations", _UNSEEN), "")
        self.version, self.maps = "", 0
        self._open = OpenElements()  # each with the part that its text is

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta" and given.get("name") == "generator":
            self.version = (given.get("content") or "").removeprefix(_GENERATOR)
        above = self._open.note
        self.maps += _part_of(tag, given) == "data"
        # Lines that only keep room for other measures' are no text of the page.
        unseen = above == _UNSEEN or given.get("aria-hidden") == "true"
        self._open.open(tag, _UNSEEN if unseen else _part_of(tag, given) or above)
        if above and tag == "li":
            self.texts[above] += "\n" if self.texts[above] else ""

    def handle_endtag(self, tag: str) -> None:
        self._open.close(tag)

    def handle_data(self, data: str) -> None:
        if part := self._open.note:
            self.texts[part] += data


def _part_of(tag: str, attrs: Mapping[str, str | None]) -> str:
    """Return the part that an element's text is; empty for none."""
    match tag, attrs.get("id"):
        case "script", "map-data":
            return "data"
        case _, ("approval" | "annotations") as part:
            return str(part)
        case "p", _ if attrs.get("class") == "dek":
            return "dek"
    return ""

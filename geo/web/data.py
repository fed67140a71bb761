"""The data block of page and embed: what `contract.MapData` promises, taken from the map."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from geo.base.catalogue import Catalogue
from geo.base.languages import intl_tag
from geo.choropleth.fields import own_lines
from geo.choropleth.model import circles_id
from geo.choropleth.wording import (
    CircleStep,
    blanks,
    circle_steps,
    difference_text,
    kind_label,
    legend_scale,
    share_text,
    summary,
    whole_label,
)
from geo.districts.pinyin import syllables
from geo.symbology.contrast import ink_on
from geo.web.contract import (
    AnnotationData,
    CircleStepData,
    DistrictData,
    DistrictOptions,
    HeadingOptions,
    LeafletData,
    MakersData,
    MapData,
    MeasureData,
    OwnWordsData,
)
from geo.web.doubts import with_doubts
from geo.web.drawing import Drawing
from geo.web.grid_data import grid_data
from geo.web.notes import Note, notes_on

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.spec.model import MapSpec
    from geo.symbology.measures import Measure

#: Catalogue keys that the scripts of page and embed fill in.
SCRIPT_STRINGS = (
    "against_mean", "approximate", "approximate_in", "area", "ascending", "circles_show",
    "class_range", "code", "colon", "comma", "descending", "district", "district_value", "found",
    "inapplicable", "kind", "list_comma", "measure", "missing", "none_found", "rank", "rank_of",
    "release", "released", "share", "value",
)  # fmt: skip
#: Those of the page alone, whose map moves, and which is shared.
PAGE_STRINGS = ("copied", "copy_link", "hint_touch", "hint_wheel")


def map_data(
    choropleth: Choropleth,
    drawing: Drawing,
    leaflet: LeafletData | None = None,
    *,
    circles: bool = True,
) -> MapData:
    """Return what the scripts of page and embed read.

    Parameters
    ----------
    choropleth : Choropleth
    drawing : Drawing
        Of its districts.
    leaflet : LeafletData, optional
        Of the page.
    circles : bool, default True
        Whether readers may have circles.
    """
    spec, words, every = choropleth.spec, choropleth.words, range(len(drawing.anchors))
    # In their order, each once.
    fills = dict.fromkeys(fill for m in choropleth.measures for fill in m.symbology.fills if fill)
    return {
        "name": choropleth.name,
        "title": spec.title,
        "source": spec.source,
        "notes": list(spec.notes),
        "language": intl_tag(spec.language),
        "circles": circles_id(choropleth) if circles else "",
        "measures": [
            _measure(measure, words) | _own_heading(spec, measure.id)
            for measure in choropleth.measures
        ],
        "white_on": [fill for fill in fills if ink_on(fill) == "#fff"],
        "districts": with_doubts(choropleth, [_district(choropleth, drawing, i) for i in every]),
        "places": [
            {"code": p.code, "label": p.label, "text": p.text, "approximate": p.approximate}
            for p in choropleth.places
        ],
        "strings": {k: words[k] for k in SCRIPT_STRINGS + (PAGE_STRINGS if leaflet else ())},
        **_makers(spec),
        **_own_words(choropleth, drawing),
        # An embed does without: nothing in it moves.
        **(leaflet or {}),
    }


def _own_words(choropleth: Choropleth, drawing: Drawing) -> OwnWordsData:
    own: OwnWordsData = {}
    if choropleth.spec.page.tooltip:
        every = range(len(choropleth.names))
        own["tips"] = [list(own_lines(choropleth, i)) for i in every]
    if choropleth.annotations:
        own["annotations"] = [_annotation(note) for note in notes_on(choropleth, drawing)]
    if choropleth.spec.page.card:
        own["card"] = list(choropleth.spec.page.card)
    return own


def _annotation(note: Note) -> AnnotationData:
    data: AnnotationData = {"code": note.code, "width": note.width, "height": note.height}
    if note.middle:
        data["at"] = note.middle
    return data


def _makers(spec: MapSpec) -> MakersData:
    """Return who wrote the article and made the map, as far as the spec says."""
    makers: MakersData = {}
    if spec.byline:
        makers["byline"] = spec.byline
    if spec.credit:
        makers["credit"] = spec.credit
    return makers


def _measure(measure: Measure, words: Catalogue) -> MeasureData:
    symbology, scale = measure.symbology, legend_scale(measure, words)
    every = range(len(measure.figures))
    data: MeasureData = {
        "id": measure.id,
        "label": measure.label,
        "unit": measure.unit,
        "kind": measure.kind,
        "edges": [short(edge) for edge in symbology.classes.edges],
        "colors": list(symbology.colors),
        "counts": list(symbology.classes.counts),
        "unclassed": symbology.unclassed,
        "circle_steps": [
            *map(_step, circle_steps(measure, words) if measure.kind == "total" else ()),
        ],
        "extent": extent(measure),
        "digits": (measure.decimals if measure.fixed else 0, measure.decimals),
        "ranks": list(measure.ranks),
        "ranked": measure.ranked,
        "differences": [difference_text(measure, i, words) for i in every],
        "summary": summary(measure),
        "whole": whole_label(measure, words),
    }
    if list(scale.breaks) != [str(edge) for edge in data["edges"]]:
        data["breaks"] = list(scale.breaks)
    if scale.unit != measure.unit:
        data["break_unit"] = scale.unit
    if crossed := grid_data(measure, words):
        data["grid"] = crossed
    # Left out rather than full of empty texts: there is one for each district of the country.
    if any(shares := [share_text(measure, i, words) for i in every]):
        data["shares"] = shares
    if any(ends := blanks(measure)):
        data["blanks"] = list(ends)
    if any(texts := [_other_text(measure, i) for i in every]):
        data["texts"] = texts
    return data


def _step(step: CircleStep) -> CircleStepData:
    value = short(step.value)
    return {"value": value} if step.text == str(value) else {"value": value, "text": step.text}


def _own_heading(spec: MapSpec, measure_id: str) -> HeadingOptions:
    """Return what of a measure's heading is not the map's."""
    title, dek, notes = spec.heading(measure_id)
    own: HeadingOptions = {}
    if title != spec.title:
        own["title"] = title
    if dek != spec.dek:
        own["dek"] = dek
    if notes != spec.notes:
        own["notes"] = list(notes)
    return own


def _other_text(measure: Measure, i: int) -> str:
    """Return a district's value as readers see it, if a browser writes the number otherwise."""
    figure = measure.figures[i]
    if measure.kind == "bivariate":  # two numbers
        return measure.text(i)
    # A browser's minus is a hyphen in some languages, and a mark of direction before it in others.
    return "" if figure is None or figure >= 0 else measure.text(i)


def extent(measure: Measure) -> tuple[float, float]:
    """Return the lowest and the highest value, zero included."""
    # Bars that did not begin at zero would exaggerate small differences.
    low, high = map(float, measure.reach)
    return short(min(0.0, low)), short(max(0.0, high))


def _district(choropleth: Choropleth, drawing: Drawing, i: int) -> DistrictData:
    row, anchor, measures = choropleth.rows[i], drawing.anchors[i], choropleth.measures
    aliases = choropleth.spec.aliases.get(row["name"], ())
    return {
        "code": row["code"],
        "name": row["name"],
        "kind": row["kind"],
        "approximate": bool(row["approximate"]),
        "search": search_words(
            row["name"], (*aliases, row["name_en"], *_parent_words(choropleth, i))
        ),
        "area": short(round(float(row["area_km2"]), 1)),
        "values": {
            m.id: short(float(m.values[i])) if m.states[i] == "value" else None for m in measures
        },
        "classes": {m.id: m.symbology.classes.ids[i] for m in measures},
        "at": (anchor.x, anchor.y, anchor.radius),
        **_options(choropleth, i),
    }


def _options(choropleth: Choropleth, i: int) -> DistrictOptions:
    row, words = choropleth.rows[i], choropleth.words
    host = row["host"]
    options: DistrictOptions = {}
    if (label := choropleth.names[i]) != row["name"]:
        options["label"] = label
    if (kind := kind_label(row["kind"], words)) != row["kind"]:
        options["kind_label"] = kind
    if host:
        options["host"] = host
    if host and (label := choropleth.name_of(host)) != host:
        options["host_label"] = label
    if states := {m.id: s for m in choropleth.measures if (s := m.states[i]) != "value"}:
        options["states"] = states
    if fills := {m.id: m.symbology.fills[i] for m in choropleth.measures if m.symbology.unclassed}:
        options["fills"] = fills
    return options


def _parent_words(choropleth: Choropleth, i: int) -> list[str]:
    """Return the words of what a district is part of, if its name has it behind it."""
    name, shown = choropleth.rows[i]["name"], choropleth.names[i]
    rest = shown.removeprefix(name) if shown != name else ""
    return [word.strip(" ()（），,") for word in rest.split()]


def short(value: float) -> float:
    """Return a number as JSON writes it shortest: a whole one without a point."""
    return int(value) if value.is_integer() else value


def search_words(name: str, others: Sequence[str]) -> str:
    """Return what a reader may type to find a district besides its name, lower case.

    Parameters
    ----------
    name : str
    others : sequence of str
        Aliases and translations.

    Returns
    -------
    str
        Those, the name's pinyin and its initials, without words that are part of another.
    """
    sounds = syllables(name)
    initials = "".join(sound[0] for sound in sounds)
    typed = " ".join([*others, "".join(sounds), initials]).lower().split()
    # The search looks for what is typed anywhere in name and words: a part of one finds it already.
    words = [word for word in dict.fromkeys(typed) if word not in name.lower()]
    return " ".join(w for w in words if not any(w != other and w in other for other in words))


def to_json(data: Mapping[str, object]) -> str:
    """Return `data` as JSON that cannot end a `<script>`: ``<``, ``>``, ``&`` are escaped."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    # In JSON these occur in strings only, where the escape means the same. U+2028 and U+2029 end a
    # line in scripts older than ES2019.
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text

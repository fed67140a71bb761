"""The data block of page and embed: what `contract.MapData` promises, taken from the map."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from geo.base.languages import intl_tag
from geo.choropleth.fields import own_lines
from geo.choropleth.model import circle_scale, circles_id
from geo.choropleth.periods import over_all
from geo.choropleth.wording import kind_label
from geo.symbology.contrast import ink_on
from geo.web.cartogram import cartogram_data
from geo.web.contract import (
    AnnotationData,
    DistrictData,
    DistrictOptions,
    HeadingOptions,
    InsetData,
    LeafletData,
    MakersData,
    ManyData,
    MapData,
    OwnWordsData,
)
from geo.web.doubts import with_doubts
from geo.web.drawing import Drawing
from geo.web.figures import measure_data, short
from geo.web.notes import Note, notes_on
from geo.web.numbers_contract import MarksData
from geo.web.periods import has_slider, period_data
from geo.web.search import search_words
from geo.web.zoom import largest_zoom

if TYPE_CHECKING:
    from geo.base.catalogue import Catalogue
    from geo.base.numerals import Numerals
    from geo.choropleth.model import Choropleth
    from geo.spec.model import MapSpec

#: Catalogue keys that the scripts of page and embed fill in.
SCRIPT_STRINGS = (
    "against_mean", "approximate", "approximate_in", "area", "ascending", "circles_show",
    "class_range", "code", "colon", "comma", "descending", "district", "district_value", "found",
    "kind", "list_comma", "measure", "rank", "rank_of", "release", "released",
    "share", "value",
)  # fmt: skip
#: Those of maps with gaps, of maps with periods, and of the page alone, which is shared.
GAP_STRINGS = ("inapplicable", "missing")
PERIOD_STRINGS = ("pause", "period", "play")
PAGE_STRINGS = ("copied", "copy_link", "hint_touch", "hint_wheel")
#: The order of `strings` in the data block, in which a key is its place: see `src/words.js`.
STRINGS = (*SCRIPT_STRINGS, *GAP_STRINGS, *PERIOD_STRINGS, *PAGE_STRINGS)


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
        Of the page; without it the data are an embed's.
    circles : bool, default True
        Whether readers may have circles.
    """
    spec, words, every = choropleth.spec, choropleth.words, range(len(drawing.anchors))
    measures = [m for measure in choropleth.measures for m in over_all(choropleth, measure.id)]
    # In their order, each once.
    fills = dict.fromkeys(fill for m in measures for fill in m.symbology.fills if fill)
    gaps = any(state != "value" for m in measures for state in m.states)
    keys = SCRIPT_STRINGS + (GAP_STRINGS if gaps else ()) + (PAGE_STRINGS if leaflet else ())
    keys += PERIOD_STRINGS if has_slider(choropleth) else ()
    moves: LeafletData = leaflet or {"zoom": largest_zoom(choropleth, drawing)}
    return {
        "name": choropleth.name,
        "title": spec.title,
        "source": spec.source,
        "notes": list(spec.notes),
        "language": intl_tag(spec.language, words.numerals.digits),
        "strings": _in_places(keys, words),
        "circles": circles_id(choropleth) if circles else "",
        "measures": [
            measure_data(measure, words) | _own_heading(spec, measure.id)
            for measure in choropleth.measures
        ],
        "white_on": [fill for fill in fills if ink_on(fill) == "#fff"],
        "districts": with_doubts(choropleth, [_district(choropleth, drawing, i) for i in every]),
        "places": [
            {"code": p.code, "label": p.label, "text": p.text, "approximate": p.approximate}
            for p in choropleth.places
        ],
        **_makers(spec),
        **_marks(words.numerals),
        **_own_words(choropleth, drawing),
        **period_data(choropleth),
        **_many(len(choropleth.rows)),
        **_insets(drawing),
        **moves,
        **cartogram_data(choropleth, drawing, article=leaflet is None),
    }


def _in_places(keys: tuple[str, ...], words: Catalogue) -> list[str]:
    """Return texts in the order of `STRINGS`, up to the last; empty between those of other maps."""
    last = max(map(STRINGS.index, keys))
    return [words[key] if key in keys else "" for key in STRINGS[: last + 1]]


def _marks(written: Numerals) -> MarksData:
    """Return how numbers are written."""
    data: MarksData = {"marks": (written.decimal, written.group, written.ungrouped)}
    if written.zero != "0":
        data["zero"] = written.zero
    return data


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


def _many(n: int) -> ManyData:
    """Return what n districts need only if they are very many."""
    scale = circle_scale(n)
    return {"circle_scale": round(scale, 3)} if scale < 1 else {}


def _insets(drawing: Drawing) -> InsetData:
    return {"frames": list(drawing.frames)} if drawing.frames else {}


def _annotation(note: Note) -> AnnotationData:
    data: AnnotationData = {"code": note.code, "place": (note.x, note.y)}
    if note.middle:
        data["at"] = (*note.middle, note.width, note.height)
    return data


def _makers(spec: MapSpec) -> MakersData:
    """Return who wrote the article and made the map, as far as the spec says."""
    makers: MakersData = {}
    if spec.byline:
        makers["byline"] = spec.byline
    if spec.credit:
        makers["credit"] = spec.credit
    return makers


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


def _district(choropleth: Choropleth, drawing: Drawing, i: int) -> DistrictData:
    row, anchor, measures = choropleth.rows[i], drawing.anchors[i], choropleth.measures
    aliases = choropleth.spec.aliases.get(row["name"], ())
    # In this order the keys compress best: some 16 bytes of Weifang's embed.
    return {
        "kind": row["kind"],
        "name": row["name"],
        **_options(choropleth, i),
        "area": short(round(float(row["area_km2"]), 1)),
        "search": search_words(
            row["name"], (*aliases, row["name_en"], *_parent_words(choropleth, i))
        ),
        "approximate": bool(row["approximate"]),
        "code": row["code"],
        "classes": {m.id: m.symbology.classes.ids[i] for m in measures},
        "values": {
            m.id: short(float(m.values[i])) if m.states[i] == "value" else None for m in measures
        },
        "at": (anchor.x, anchor.y, anchor.radius),
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


def to_json(data: Mapping[str, object] | str) -> str:
    """Return `data` as JSON that cannot end a `<script>`: ``<``, ``>``, ``&`` are escaped."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    # In JSON these occur in strings only, where the escape means the same. U+2028 and U+2029 end a
    # line in scripts older than ES2019.
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text

"""The panel of provenance: where every figure and outline comes from, folded away on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.choropleth.prov_json import prov_data
from geo.choropleth.provenance import Cell, Provenance, Source, provenance
from geo.choropleth.wording import legend_scale
from geo.web.data import to_json
from geo.web.render import trusted

if TYPE_CHECKING:
    from markupsafe import Markup

    from geo.choropleth.model import Choropleth

_DIGEST = 12  # of a SHA-256: enough to tell two files apart by eye
_DATUMS = {"gcj02": "GCJ-02", "bd09": "BD-09"}


@dataclass(frozen=True, slots=True)
class OriginsView:
    """The panel.

    Attributes
    ----------
    lines : tuple of str
        Files and packages, how each measure is made, which shift was undone.
    head : tuple of str
    rows : tuple of tuple of str
        A district, the place of its figures in their source, and what is odd about its outline.
    totals_head : tuple of str
    totals : tuple of tuple of str
        A stated total, and its place in its source.
    prov : Markup
        PROV-JSON for machines, safe inside a script element.
    """

    lines: tuple[str, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    totals_head: tuple[str, ...]
    totals: tuple[tuple[str, ...], ...]
    prov: Markup


def origins(choropleth: Choropleth) -> OriginsView | None:
    """Return the panel; None if the spec does not ask for it."""
    if not choropleth.spec.page.provenance:
        return None
    words, known = choropleth.words, provenance(choropleth)
    spans = any(cell.span for cell in known.cells.values())
    head = (words["district"], words["prov_span" if spans else "prov_row"], words["prov_outline"])
    rows = [
        (
            choropleth.names[i],
            _place(choropleth, known, row["code"]),
            _outline(choropleth, known, i),
        )
        for i, row in enumerate(choropleth.rows)
    ]
    # A column that says nothing of any district is left out.
    width = 3 if any(outline for *_, outline in rows) else 2
    totals = _totals(choropleth, known)
    in_release = any(cell.span for cell in known.stated if cell)
    return OriginsView(
        lines=_lines(choropleth, known),
        head=head[:width],
        rows=tuple(row[:width] for row in rows),
        totals_head=(words["prov_total"], words["prov_span" if in_release else "prov_row"]),
        totals=totals,
        prov=trusted(to_json(prov_data(choropleth, known))),
    )


def _totals(choropleth: Choropleth, known: Provenance) -> tuple[tuple[str, ...], ...]:
    labels = {m.column: m.label for m in choropleth.spec.measures if m.column}
    words = choropleth.words
    return tuple(
        (
            f"{total.label}{words['colon']}"
            f"{labels.get(total.column, words.get(f'column_{total.column}', total.column))}",
            _spanned(str(cell.row), [cell]),
        )
        for total, cell in zip(choropleth.stated, known.stated, strict=True)
        if cell is not None
    )


def _lines(choropleth: Choropleth, known: Provenance) -> tuple[str, ...]:
    words = choropleth.words
    made = (
        f"{measure.label}{words['colon']}"
        + words["list_comma"].join(
            words["area"] if column == "area_km2" else column
            for column in known.columns[measure.id]
        )
        for measure in choropleth.measures
    )
    shift = [words.say("prov_datum", datum=_DATUMS[known.datum])] if known.datum else []
    names = words["list_comma"].join(p.name for p in choropleth.plane.panels[1:] if p.name)
    insets = [words.say("prov_insets", names=names)] if names else []
    return (
        *(_source(choropleth, source) for source in known.sources),
        *made,
        *_breaks(choropleth, known),
        *shift,
        words["prov_borders"],
        *insets,
    )


def _breaks(choropleth: Choropleth, known: Provenance) -> Iterator[str]:
    words = choropleth.words
    for measure in choropleth.measures:
        if (breaks := known.breaks.get(measure.id)) is not None:
            scale = legend_scale(measure, words)
            shown = words["list_comma"].join(text for text in scale.breaks if text)
            how = breaks.file or words[f"scheme_{breaks.scheme}"]
            yield words.say("prov_breaks", measure=measure.label, breaks=shown, scheme=how)


def _source(choropleth: Choropleth, source: Source) -> str:
    said = choropleth.words.say(f"prov_{source.role}", name=source.name, version=source.version)
    return f"{said} · SHA-256 {source.sha256[:_DIGEST]}…" if source.sha256 else said


def _place(choropleth: Choropleth, known: Provenance, code: str) -> str:
    """Return the row of a district's figures, or in a release the line and the characters."""
    columns = dict.fromkeys(column for listed in known.columns.values() for column in listed)
    places = ((column, code, choropleth.period) for column in columns)
    cells = [known.cells[place] for place in places if place in known.cells]
    rows = ", ".join(str(row) for row in dict.fromkeys(cell.row for cell in cells))
    return _spanned(rows, cells)


def _spanned(rows: str, cells: Sequence[Cell]) -> str:
    # An en dash between the ends of a span, counted from 1 as readers of a text count.
    spans = ", ".join(f"{cell.span[0] + 1}–{cell.span[1]}" for cell in cells if cell.span)
    return f"{rows}: {spans}" if spans else rows


def _outline(choropleth: Choropleth, known: Provenance, i: int) -> str:
    row, words = choropleth.rows[i], choropleth.words
    outline = known.outlines[row["code"]]
    host = choropleth.name_of(row["host"])
    if outline.host:
        return words.say("prov_carved", host=host)
    if not row["approximate"]:
        return ""
    return words.say("approximate_in", host=host) if host else words["approximate"]

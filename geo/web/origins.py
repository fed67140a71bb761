"""The panel of provenance: where every figure and outline comes from, folded away on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.choropleth.provenance import Provenance, Source, provenance

if TYPE_CHECKING:
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
    """

    lines: tuple[str, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


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
    return OriginsView(_lines(choropleth, known), head[:width], tuple(row[:width] for row in rows))


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
    return (*(_source(choropleth, source) for source in known.sources), *made, *shift)


def _source(choropleth: Choropleth, source: Source) -> str:
    said = choropleth.words.say(f"prov_{source.role}", name=source.name, version=source.version)
    return f"{said} · SHA-256 {source.sha256[:_DIGEST]}…" if source.sha256 else said


def _place(choropleth: Choropleth, known: Provenance, code: str) -> str:
    """Return the row of a district's figures, or in a release the line and the characters."""
    columns = dict.fromkeys(column for listed in known.columns.values() for column in listed)
    places = ((column, code, choropleth.period) for column in columns)
    cells = [known.cells[place] for place in places if place in known.cells]
    rows = ", ".join(str(row) for row in dict.fromkeys(cell.row for cell in cells))
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

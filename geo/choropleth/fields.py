"""A map-maker's own text about a district, its fields filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.choropleth.wording import kind_label, share_text
from geo.spec.fields import RANK, SHARE, with_fields

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth


def own_lines(choropleth: Choropleth, i: int) -> tuple[str, ...]:
    """Return the lines of district `i`'s tooltip, if the map-maker wrote any."""
    return tuple(with_fields(line, _values(choropleth, i)) for line in choropleth.spec.page.tooltip)


def _values(choropleth: Choropleth, i: int) -> dict[str, str]:
    """Return every field of a district as readers see it, without units."""
    row, words = choropleth.districts.iloc[i], choropleth.words
    values = {
        "name": choropleth.names[i],
        "kind": kind_label(row["kind"], words),
        "code": row["code"],
        "area": words.numerals.number(round(float(row["area_km2"]), 1), 1),
    }
    for measure in choropleth.measures:
        rank = measure.ranks[i]
        values[f"{measure.id}{RANK}"] = "" if rank is None else str(rank)
        values[f"{measure.id}{SHARE}"] = share_text(measure, i, words)
    # Last: a measure may be called what another's rank is.
    for measure in choropleth.measures:
        values[measure.id] = measure.text(i) or words[measure.states[i]]
    return values

"""What a map-maker chooses about cartograms: the ``[cartogram]`` table of the spec."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field

from geo.spec.part import Part

CartogramKind = Literal["dorling", "demers", "tiles"]


class CartogramSpec(Part):
    """What the areas of cartograms show; plates and page choose the kind."""

    area: str = Field(
        default="",
        description="The total that areas of circles and squares show; empty for the first total.",
    )
    tiles: Path | None = Field(
        default=None,
        description="CSV of a tile grid of your own, relative to the spec: name, row, column, "
        "counted from the upper left; left out, the build finds one.",
    )


def wrong_areas(
    area: str, totals: Sequence[str], ids: Sequence[str], wanted: Sequence[str]
) -> list[str]:
    """Return what is wrong with the measure that areas are to show.

    Parameters
    ----------
    area : str
        Its id; empty for the first total.
    totals, ids : sequence of str
        Ids of the map's totals, and of all its measures.
    wanted : sequence of str
        The keys that ask for a cartogram whose areas show something: not for tiles.
    """
    known = f"Name a total: {', '.join(totals)}" if totals else ""
    if area in ids and area not in totals:
        what = f"cartogram.area {area!r} is no total, and areas add up to the eye"
        return [f"{what}. {known or 'Add a measure of kind total'}"]
    if area and area not in ids:
        return [f"cartogram.area {area!r} is not a measure. {known}".rstrip()]
    if totals:
        return []
    remedy = "Add a total: population, say"
    return [f"{key} needs a total for its areas to show, and no measure is one. {remedy}"
            for key in wanted]  # fmt: skip

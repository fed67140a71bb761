"""The atlas of a dashboard: a plate on each page, then the index of places, in one PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.base.errors import MapError
from geo.plate.files.pdf import Leaf, to_book
from geo.plate.page import page_of
from geo.plate.places import index_sheets
from geo.plate.plates import composed
from geo.plate.sheet import Group, Sheet, anchored
from geo.plate.style import SOFT, Style
from geo.spec.plate import PlateSpec

if TYPE_CHECKING:
    from geo.base.errors import Problem
    from geo.choropleth.dashboard import Dashboard

#: Where the page number stands in the margin at the foot, from its inner edge.
_DOWN = 0.6


def book(dashboard: Dashboard, remark: Callable[[str], None] = lambda _: None) -> bytes:
    """Return the atlas of a dashboard.

    Parameters
    ----------
    dashboard : Dashboard
    remark : callable, optional
        Called with what the map-maker should know of a plate, such as labels without room.

    Returns
    -------
    bytes
        PDF/UA-1, a page for each map and as many as the index takes, with a bookmark each. Equal
        maps give equal bytes.

    Raises
    ------
    MapError
        All problems of all pages at once.
    """
    drawn: list[tuple[Sheet, Style]] = []
    problems: list[Problem] = []
    plate = PlateSpec(size=dashboard.spec.size, formats=("pdf",))
    for number, one in enumerate(dashboard.maps, start=1):
        try:
            drawn.append(composed(one, plate, f"pages[{number}]"))
        except MapError as error:
            problems += error.problems
    if problems:
        raise MapError(problems)
    for sheet, _ in drawn:
        for text in sheet.remarks:
            remark(text)
    first = replace(drawn[0][1], where=f"{dashboard.name}, index")
    drawn += [(sheet, first) for sheet in index_sheets(dashboard, first, page_of(plate))]
    margin = page_of(plate).margin
    return to_book(
        [Leaf(_numbered(*pair, number, margin), pair[1].faces)
         for number, pair in enumerate(drawn, start=1)],
        dashboard.spec.title,
    )  # fmt: skip


def _numbered(sheet: Sheet, style: Style, number: int, margin: float) -> Sheet:
    """Return a page with its number at its foot."""
    text = style.line(f"{number}", style.sizes.note, ink=SOFT)
    foot = sheet.height - margin * (1 - _DOWN) + text.middle
    mark = anchored(text, sheet.width / 2, foot, 0.5)
    return replace(sheet, groups=(*sheet.groups, Group("Artifact", (mark,))))

"""The index of an atlas: every place with its figures, and the pages that these are mapped on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.base.errors import MapError, Problem
from geo.plate.page import Page
from geo.plate.sheet import Block, Group, Mark, Sheet, Strokes, Words, anchored, line, stacked
from geo.plate.style import INK, LEADING, SOFT, Style
from geo.plate.type.packs import check_glyphs

if TYPE_CHECKING:
    from geo.choropleth.dashboard import Dashboard, Entry

#: Between columns of figures, ems; between columns of places, ems.
_GAP, _GUTTER = 1.4, 3.0
#: Least width of a column of figures, for the lines of its head, ems.
_LEAST = 7.0
_RULE_PT = 0.4
#: What stands where a map does not have a place: an empty cell would look forgotten.
_ABSENT = "–"


@dataclass(frozen=True, slots=True)
class _Columns:
    """Widths within one column of places, millimetres: the names, the figures of each map."""

    name: float
    figures: tuple[float, ...]
    gap: float

    @property
    def width(self) -> float:
        """All of it."""
        return self.name + sum(width + self.gap for width in self.figures)

    def ends(self) -> list[float]:
        """Return the right edges of the figures: there they are flush."""
        edges, x = [], self.name
        for width in self.figures:
            x += self.gap + width
            edges.append(x)
        return edges


def index_sheets(dashboard: Dashboard, style: Style, page: Page) -> list[Sheet]:
    """Return the pages of an index, as many as it takes.

    Parameters
    ----------
    dashboard : Dashboard
        Its maps are on the pages from 1.
    style : Style
    page : Page
        With a height.

    Raises
    ------
    MapError
        If a row is wider than the page, or a font lacks a character of a name.
    """
    assert page.height is not None, "an atlas has whole pages"  # noqa: S101
    entries = dashboard.index
    texts = [text for entry in entries for text in (entry.name, *entry.cells)]
    check_glyphs(style.faces["sans"], "".join([*texts, *dashboard.heads, _ABSENT]), style.where)
    columns = _columns(dashboard, style)
    width = page.width - 2 * page.margin
    if columns.width > width:
        what = f"takes {columns.width:.0f} mm for the figures of {len(dashboard.heads)} maps"
        remedy = f"The page has {width:.0f} mm. Choose a larger size, or show fewer maps."
        raise MapError(Problem(f"{dashboard.name}, index", what, remedy))
    title = _title(dashboard, style, width)
    head = _head(dashboard, style, columns)
    top = page.margin + title.height + page.gap
    each = LEADING.row * style.sizes.em
    rows = int((page.height - page.margin - top - head.height) / each)
    step = columns.width + _GUTTER * style.sizes.em
    across = max(1, int((width + _GUTTER * style.sizes.em) / step))
    sheets = []
    for start in range(0, len(entries), rows * across):
        shown = entries[start : start + rows * across]
        marks: list[Mark] = []
        for k, at in enumerate(range(0, len(shown), rows)):
            block = style.turned(_block(shown[at : at + rows], head, style, columns))
            x = page.margin + k * step
            marks += block.at(page.width - x - block.width if style.rtl else x, top)
        sheets.append(_sheet(dashboard, page, title, marks))
    return sheets


def _sheet(dashboard: Dashboard, page: Page, title: Block, marks: list[Mark]) -> Sheet:
    words = tuple(mark for mark in marks if isinstance(mark, Words))
    rules = tuple(mark for mark in marks if not isinstance(mark, Words))
    return Sheet(
        width=page.width,
        height=page.height or 0,
        bleed=0,
        slug=0,
        groups=(
            Group("Artifact", rules),
            Group("H1", title.at(page.margin, page.margin)),
            Group("P", words),
        ),
        title=dashboard.words["index"],
        alt="",
        language=dashboard.maps[0].spec.language,
    )


def _title(dashboard: Dashboard, style: Style, width: float) -> Block:
    text = dashboard.words["index"]
    return style.paragraph(text, width, style.sizes.title, INK, LEADING.title, face="serif")


def _columns(dashboard: Dashboard, style: Style) -> _Columns:
    def wide(text: str) -> float:
        return style.line(text, style.sizes.note).width

    em, entries = style.sizes.em, dashboard.index
    names = [wide(dashboard.words["district"]), *(wide(entry.name) for entry in entries)]
    figures = tuple(
        max(_LEAST * em, *(wide(entry.cells[n]) for entry in entries))
        for n in range(len(dashboard.heads))
    )
    return _Columns(max(names), figures, _GAP * em)


def _head(dashboard: Dashboard, style: Style, columns: _Columns) -> Block:
    """Return the heads of the columns: page and measure over its figures, flush right."""
    district = replace(_soft(style, dashboard.words["district"]), cell="Column")
    heads = [_lines(dashboard, style, n, width) for n, width in enumerate(columns.figures)]
    leading = LEADING.note * style.sizes.em
    height = max(len(lines) for lines in heads) * leading
    marks: list[Mark] = [anchored(district, 0, height - (leading - district.em))]
    for lines, end in zip(heads, columns.ends(), strict=True):
        for down, text in enumerate(lines):
            at = height - (leading - text.em) - (len(lines) - 1 - down) * leading
            marks.append(anchored(text, end, at, 1))
    return Block(columns.width, height, tuple(marks))


def _soft(style: Style, text: str) -> Words:
    return style.line(text, style.sizes.note, ink=SOFT)


def _lines(dashboard: Dashboard, style: Style, n: int, width: float) -> list[Words]:
    """Return a head's lines: its page, then what its figures are."""
    page = dashboard.words.say("page_number", number=n + 1)
    block = style.paragraph(
        dashboard.heads[n], width, style.sizes.note, SOFT, LEADING.note,
        where=f"{dashboard.name}, index",
    )  # fmt: skip
    texts = [page, *(mark.text for mark in block.marks if isinstance(mark, Words))]
    return [replace(_soft(style, t), cell="More" if n else "Column") for n, t in enumerate(texts)]


def _block(entries: Sequence[Entry], head: Block, style: Style, columns: _Columns) -> Block:
    """Return one column of places under its head."""
    high = LEADING.row * style.sizes.em
    rule = Strokes((line((0, 0), (columns.width, 0)),), SOFT, _RULE_PT)
    marks: list[Mark] = [rule]
    for n, entry in enumerate(entries):
        baseline = (n + 0.5) * high + style.line("0", style.sizes.note).middle
        name = replace(style.line(entry.name, style.sizes.note), cell="TH")
        marks.append(anchored(name, 0, baseline))
        for cell, end in zip(entry.cells, columns.ends(), strict=True):
            text = replace(style.line(cell or _ABSENT, style.sizes.note), cell="TD")
            marks.append(anchored(text, end, baseline, 1))
    return stacked([head, Block(columns.width, len(entries) * high, tuple(marks))], gap=0)

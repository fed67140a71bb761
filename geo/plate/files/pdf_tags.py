"""The tags of a sheet's PDF page: headings, paragraphs, the figure, the table of values."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

import numpy as np
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from geo.plate.files.pdf_page import Sequence
from geo.plate.sheet import PT, Area, Disc, Mark, Points, Sheet, Strokes, Words


class Drawn(NamedTuple):
    """A page of the file: its sheet, its marked sequences as `content` numbered them, itself."""

    sheet: Sheet
    sequences: list[Sequence]
    page: Object


def add_tags(pdf: Pdf, pages: list[Drawn]) -> None:
    """Give pages the tree of their tags, and the document the language of the first.

    Parameters
    ----------
    pdf : Pdf
    pages : list of Drawn
        Of several each is a section.
    """
    root = pdf.Root
    root.MarkInfo, root.Lang = Dictionary(Marked=True), String(pages[0].sheet.language)
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, ParentTreeNextKey=len(pages)))
    document, owners = _element(pdf, "Document", tree), Array()
    for number, drawn in enumerate(pages):
        drawn.page.StructParents, drawn.page.Tabs = number, Name.S
        parent = document if len(pages) == 1 else _section(pdf, drawn.sheet, document)
        owners.append(number)
        owners.append(_tagged(pdf, drawn, parent))
    tree.K = document
    tree.ParentTree = Dictionary(Nums=owners)
    root.StructTreeRoot = tree


def _section(pdf: Pdf, sheet: Sheet, document: Object) -> Object:
    section = _element(pdf, "Sect", document)
    section.T, section.Lang = String(sheet.title), String(sheet.language)
    document.K.append(section)
    return section


def _tagged(pdf: Pdf, drawn: Drawn, parent: Object) -> Array:
    """Put the elements of a page under `parent`; return the owners of its marked sequences."""
    elements = _Elements(pdf, drawn.sheet, drawn.page, parent)
    for _, run in groupby(enumerate(drawn.sequences), key=lambda pair: pair[1].group):
        elements.add_group([(number, sequence) for number, sequence in run])
    return Array([elements.owners[number] for number in range(len(drawn.sequences))])


def _element(pdf: Pdf, tag: str, parent: Object) -> Object:
    element = Dictionary(Type=Name.StructElem, S=Name(f"/{tag}"), P=parent, K=Array())
    return pdf.make_indirect(element)


class _Elements:
    """The elements under the document, and which of them each marked sequence belongs to."""

    def __init__(self, pdf: Pdf, sheet: Sheet, page: Object, document: Object) -> None:
        self.pdf, self.sheet, self.page, self.document = pdf, sheet, page, document
        self.owners: dict[int, Object] = {}

    def add_group(self, run: list[tuple[int, Sequence]]) -> None:
        """Add the element of one group of the sheet, and the table of its cells after it."""
        group = self.sheet.groups[run[0][1].group]
        own = [number for number, sequence in run if sequence.tag == group.tag]
        cells = [(number, sequence) for number, sequence in run if sequence.tag != group.tag]
        if not own:  # a table and nothing else
            self._add_table(cells)
            return
        element = self._holding(group.tag, self.document, own)
        if group.tag == "Figure":
            element.Alt = String(group.alt or self.sheet.alt)
            drawn = [m for m in group.marks if not (isinstance(m, Words) and m.cell)]
            element.A = Dictionary(O=Name.Layout, BBox=_bounds(self.sheet, drawn))
        if cells:
            self._add_table(cells)

    def _holding(self, tag: str, parent: Object, numbers: Iterable[int]) -> Object:
        """Return a new element that holds some of the page's marked sequences."""
        element = _element(self.pdf, tag, parent)
        element.Pg = self.page
        for number in numbers:
            element.K.append(number)
            self.owners[number] = element
        parent.K.append(element)
        return element

    def _add_table(self, cells: list[tuple[int, Sequence]]) -> None:
        table = _element(self.pdf, "Table", self.document)
        self.document.K.append(table)
        row, cell, before = table, table, ""
        for number, sequence in cells:
            if sequence.tag == "More":
                cell.K.append(number)
                self.owners[number] = cell
                continue
            # The heads of the columns share a row, of rows each begins one.
            if sequence.tag == "TH" or (sequence.tag == "Column" and before != "Column"):
                row = _element(self.pdf, "TR", table)
                table.K.append(row)
            head = sequence.tag in {"TH", "Column"}
            cell = self._holding("TH" if head else sequence.tag, row, [number])
            if head:
                scope = Name.Row if sequence.tag == "TH" else Name.Column
                cell.A = Dictionary(O=Name.Table, Scope=scope)
            before = sequence.tag


def _bounds(sheet: Sheet, marks: list[Mark]) -> Array:
    """Return the box that holds the marks, points from the lower left corner of the paper."""
    points = np.concatenate([_corners(mark) for mark in marks])
    low, high = points.min(axis=0) + sheet.margin, points.max(axis=0) + sheet.margin
    height = sheet.height + 2 * sheet.margin
    box = (low[0], height - high[1], high[0], height - low[1])
    return Array([round(float(value) / PT, 2) for value in box])


def _corners(mark: Mark) -> Points:
    if isinstance(mark, Area):
        return np.concatenate(mark.rings)
    if isinstance(mark, Strokes):
        return np.concatenate(mark.paths)
    if isinstance(mark, Disc):
        return np.array([[mark.x, mark.y]]) + np.array([[-1.0], [1.0]]) * mark.radius
    box = mark.box
    return np.array([[box.x, box.y], [box.right, box.bottom]])

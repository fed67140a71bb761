"""The atlas: a plate a page, an index, bookmarks and tags, read back from the file."""

from __future__ import annotations

import io
from functools import cache

import pikepdf
import pytest

from geo.base.errors import MapError
from geo.plate.book import book
from tests.boards import board
from tests.small import small_map


@cache
def opened() -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(book(board())))


def test_there_is_a_page_for_each_map_and_the_index_after_them_each_with_a_bookmark():
    pdf = opened()
    assert len(pdf.pages) == 3
    with pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["First", "Second", "Index"]
    assert (str(pdf.docinfo["/Title"]), str(pdf.docinfo["/Subject"])) == (
        "Both", "First; Second; Index",
    )  # fmt: skip
    assert float(pdf.pages[0].MediaBox[2]) == pytest.approx(210 / 25.4 * 72, abs=0.01)


def test_every_page_is_a_section_of_one_tree_and_owns_what_it_draws():
    pdf = opened()
    tree = pdf.Root.StructTreeRoot
    sections = list(tree.K.K)
    assert [(str(s.S), str(s.T), str(s.Lang)) for s in sections] == [
        ("/Sect", "First", "en"), ("/Sect", "Second", "en"), ("/Sect", "Index", "en"),
    ]  # fmt: skip
    assert [page.StructParents for page in pdf.pages] == [0, 1, 2]
    assert (tree.ParentTreeNextKey, [int(n) for n in list(tree.ParentTree.Nums)[::2]]) == (
        3, [0, 1, 2],
    )  # fmt: skip
    for page, owners in zip(pdf.pages, list(tree.ParentTree.Nums)[1::2], strict=True):
        numbers = [
            int(operands[1].MCID)
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "BDC"
        ]
        assert numbers == list(range(len(owners)))
        assert all(owner.Pg.objgen == page.objgen for owner in owners)


def test_the_index_is_a_table_with_heads_of_columns_and_rows():
    title, table = list(list(opened().Root.StructTreeRoot.K.K)[2].K)
    assert (str(title.S), str(table.S)) == ("/H1", "/Table")
    rows = [[(str(c.S), str(c.A.Scope) if "/A" in c else "") for c in row.K] for row in table.K]
    assert rows[0] == [("/TH", "/Column")] * 3
    assert rows[1:] == [[("/TH", "/Row"), ("/TD", ""), ("/TD", "")]] * 4
    # A head of two lines is one cell.
    assert [len(cell.K) for cell in table.K[0].K] == [1, 2, 2]


def test_the_pages_share_their_fonts_and_equal_maps_give_equal_bytes():
    fonts = [{str(f.BaseFont) for f in page.Resources.Font.values()} for page in opened().pages]
    assert fonts[0] == fonts[1] == fonts[2]
    assert book(board()) == book(board())


def test_what_is_wrong_on_several_pages_is_said_at_once():
    wrong = [small_map(["Ann"], [1], "en", title=f"{n}\U0001f600") for n in (1, 2)]
    with pytest.raises(MapError) as error:
        book(board(*wrong))
    assert [problem.where for problem in error.value.problems] == ["pages[1]", "pages[2]"]

"""PDF/UA-1 (ISO 14289-1), point by point, as a reader's software finds it."""

from __future__ import annotations

import io
from functools import cache

import pikepdf
import pytest

from geo.plate.sheet import Words
from tests.plate.plates import file, sheet
from tests.weifang import weifang


@cache
def opened(**plate: object) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(file("pdf", **plate)))


def kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    return [kid for kid in element.K if isinstance(kid, pikepdf.Dictionary)]


def text_of(pdf: pikepdf.Pdf, element: pikepdf.Object) -> str:
    """What a marked sequence shows, by the fonts' own ToUnicode."""
    font, shown, number = None, "", -1
    for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
        match str(operator):
            case "BDC":
                number = int(operands[1].MCID)
            case "BMC" | "EMC":
                number = -1
            case "Tf":
                font = pdf.pages[0].Resources.Font[str(operands[0])]
            case "TJ" if number in element.K:
                codes = b"".join(bytes(o) for o in operands[0] if isinstance(o, pikepdf.String))
                shown += "".join(letters(font)[codes[i : i + 2]] for i in range(0, len(codes), 2))
    return shown


def letters(font: pikepdf.Object) -> dict[bytes, str]:
    pairs = (
        line.split()
        for line in font.ToUnicode.read_bytes().decode().splitlines()
        if line.startswith("<") and "FFFF" not in line
    )
    return {
        bytes.fromhex(code[1:-1]): bytes.fromhex(text[1:-1]).decode("utf-16-be")
        for code, text in pairs
    }


@pytest.mark.parametrize("plate", [{"size": "column"}, {"size": "a4"}])
def test_everything_drawn_is_tagged_or_an_artifact_and_every_tag_is_found_back(plate):
    pdf = opened(**plate)
    depth, numbers = 0, []
    for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
        name = str(operator)
        if name in {"BMC", "BDC"}:
            depth += 1
            numbers += [int(operands[1].MCID)] if name == "BDC" else []
        elif name == "EMC":
            depth -= 1
        elif name in {"TJ", "S", "f*", "B*"}:
            assert depth == 1, name
    tree = pdf.Root.StructTreeRoot
    zero, owners = tree.ParentTree.Nums
    assert zero == pdf.pages[0].obj.StructParents == 0
    assert numbers == list(range(len(owners)))
    for number, owner in enumerate(owners):
        assert number in list(owner.K)
        assert owner.Pg == pdf.pages[0].obj
        while owner != tree.K:
            assert owner in list(owner.P.K)
            owner = owner.P  # noqa: PLW2901 - up to the document


def test_the_document_says_its_language_and_shows_its_title():
    pdf = opened(size="column")
    assert pdf.Root.MarkInfo.Marked
    assert "/Suspects" not in pdf.Root.MarkInfo
    assert str(pdf.Root.Lang) == "zh"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.pages[0].Tabs == "/S"
    metadata = pdf.open_metadata()
    assert metadata["pdfuaid:part"] == "1"
    assert metadata["dc:title"] == weifang().spec.title


def test_the_first_heading_is_the_title_and_the_figure_has_its_words_and_its_box():
    pdf = opened(size="column")
    document = pdf.Root.StructTreeRoot.K
    assert [str(kid.S) for kid in kids(document)] == ["/H1", "/P", "/Figure", "/P"]
    heading, _, figure, _ = kids(document)
    assert text_of(pdf, heading) == weifang().spec.title
    assert "峡山区：6.9 亿元" in str(figure.Alt)
    left, foot, right, top = (float(v) for v in figure.A.BBox)
    media = [float(v) for v in pdf.pages[0].MediaBox]
    assert 0 < left < right < media[2]
    assert 0 < foot < top < media[3]
    assert (right - left) * (top - foot) > 0.4 * media[2] * media[3]


def test_the_ranked_bars_are_a_table_of_values_with_heads_of_rows():
    """The largest first, as printed."""
    pdf = opened(size="a4")
    (table,) = (kid for kid in kids(pdf.Root.StructTreeRoot.K) if kid.S == "/Table")
    caption, *rows = kids(table)
    assert caption.S == "/Caption"
    assert text_of(pdf, caption) == "总投资（亿元）"
    assert {tuple(str(cell.S) for cell in kids(row)) for row in rows} == {("/TH", "/TD")}
    assert {str(kids(row)[0].A.Scope) for row in rows} == {"/Row"}
    measure, names = weifang().measures[0], list(weifang().districts["name"])
    assert [tuple(text_of(pdf, cell) for cell in kids(row)) for row in rows] == [
        (names[i], measure.text(i)) for i in measure.order
    ]


def test_no_glyph_is_the_missing_one_and_every_one_has_its_character():
    pdf = opened(size="a4")
    assert text_of(pdf, kids(pdf.Root.StructTreeRoot.K)[2])  # KeyError without a character
    for font in pdf.pages[0].Resources.Font.values():
        assert b"\0\0" not in letters(font)


def test_only_the_words_of_the_bars_are_cells():
    marks = [m for m in sheet(size="a4").marks if isinstance(m, Words) and m.cell]
    assert len(marks) == 1 + 2 * 16
    assert not any(w.cell for w in sheet(size="column").words)

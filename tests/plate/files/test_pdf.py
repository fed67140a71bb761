"""The PDF, read back with other people's readers."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import matplotlib as mpl
import pikepdf
import pypdfium2 as pdfium
import pytest

from geo.plate.files.pdf import to_pdf
from geo.plate.inks import Inks
from geo.plate.sheet import Group, Sheet
from geo.plate.type.faces import words
from geo.plate.type.packs import named
from tests.plate.plates import PRESETS, file, sheet
from tests.weifang import weifang

MM = 72 / 25.4


@cache
def opened(**plate: object) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(file("pdf", **plate)))


def text(**plate: object) -> str:
    return pdfium.PdfDocument(file("pdf", **plate))[0].get_textpage().get_text_range()


def operators(pdf: pikepdf.Pdf) -> set[str]:
    return {str(op) for _, op in pikepdf.parse_content_stream(pdf.pages[0])}


@pytest.mark.parametrize("size", PRESETS)
def test_every_line_of_text_can_be_found_in_it(size: str):
    found = text(size=size)
    assert [w.text for w in sheet(size=size).words if w.text not in found] == []


def test_text_is_there_once_its_halo_is_not_text():
    shown = [op for _, op in pikepdf.parse_content_stream(opened(size="column").pages[0])]
    assert sum(str(op) in {"Tj", "TJ"} for op in shown) == len(sheet(size="column").words)


def test_fonts_are_embedded_subsets_of_the_right_kind():
    fonts = opened(size="column").pages[0].Resources.Font
    assert sorted(fonts) == ["/sans", "/serif"]
    for font in fonts.values():
        below = font.DescendantFonts[0]
        assert below.Subtype == "/CIDFontType0"
        assert below.FontDescriptor.FontFile3.Subtype == "/CIDFontType0C"
        assert str(below.BaseFont)[7] == "+"
        assert len(below.FontDescriptor.FontFile3.read_bytes()) < 60_000
        assert "/ToUnicode" in font


def test_the_fonts_facts_are_the_fonts_own():
    """Noto Sans SC: capitals 733 high, Noto Serif SC 729, and both upright."""
    fonts = opened(size="column").pages[0].Resources.Font
    facts = {name: font.DescendantFonts[0].FontDescriptor for name, font in fonts.items()}
    assert {name: int(fact.CapHeight) for name, fact in facts.items()} == {
        "/sans": 733, "/serif": 729,
    }  # fmt: skip
    assert 60 < int(facts["/sans"].StemV) < 90
    assert int(facts["/serif"].StemV) < int(facts["/sans"].StemV)
    assert {float(fact.ItalicAngle) for fact in facts.values()} == {0}


def test_an_embedded_font_holds_just_the_letters_that_are_used():
    from fontTools.cffLib import CFFFontSet

    serif = opened(size="column").pages[0].Resources.Font.serif.DescendantFonts[0]
    program = CFFFontSet()
    program.decompile(io.BytesIO(serif.FontDescriptor.FontFile3.read_bytes()), None)
    used = {c for w in sheet(size="column").words if w.face == "serif" for c in w.text}
    assert len(program.topDictIndex[0].charset) == len(used) + 1  # and .notdef


def test_the_boxes_say_where_to_cut():
    page = opened(size="a4", bleed_mm=3.0, crop_marks=True).pages[0]
    media, bleed, trim = (
        [float(v) for v in page[k]] for k in ("/MediaBox", "/BleedBox", "/TrimBox")
    )
    assert media == pytest.approx([0, 0, (210 + 22) * MM, (297 + 22) * MM], abs=0.01)
    assert bleed == pytest.approx([8 * MM, 8 * MM, 224 * MM, 311 * MM], abs=0.01)
    assert trim == pytest.approx([11 * MM, 11 * MM, 221 * MM, 308 * MM], abs=0.01)


def test_crop_marks_stay_out_of_the_bleed():
    drawn = sheet(size="a4", bleed_mm=3.0, crop_marks=True)
    marks = drawn.groups[0].marks[1]
    assert len(marks.paths) == 8
    for path in marks.paths:
        x, y = path.T
        assert max(-x.min(), x.max() - 210, -y.min(), y.max() - 297) <= 11
        assert ((x < -3) | (x > 213) | (y < -3) | (y > 300)).all()


def test_title_and_alternative_text_are_in_the_metadata_and_in_the_tags():
    pdf = opened(size="column")
    assert str(pdf.docinfo.Title) == weifang().spec.title
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == weifang().spec.title
        assert "峡山区：6.9 亿元" in metadata["dc:description"]
    document = pdf.Root.StructTreeRoot.K
    assert "峡山区：6.9 亿元" in str(document.K[2].Alt)
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "zh"


def test_no_date_no_transparency_no_script():
    pdf = opened(size="column")
    assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo)
    assert set(pdf.pages[0].Resources) == {"/Font"}
    assert "gs" not in operators(pdf)
    assert "/Group" not in pdf.pages[0]


def test_screen_colours_come_with_their_profile():
    intent = opened(size="column").Root.OutputIntents[0]
    assert intent.DestOutputProfile.N == 3
    assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"


def test_cmyk_and_grey_plates_use_no_other_inks():
    cmyk = operators(opened(size="column", color="cmyk"))
    assert {"k", "K"} <= cmyk
    assert not {"rg", "RG", "g", "G"} & cmyk
    grey = operators(opened(size="column", color="grey"))
    assert {"g", "G"} <= grey
    assert not {"rg", "RG", "k", "K"} & grey


def test_type_is_solid_black_ink_in_cmyk():
    ops = list(pikepdf.parse_content_stream(opened(size="column", color="cmyk").pages[0]))
    title = next(i for i, (_, op) in enumerate(ops) if str(op) == "BT")
    values, operator = ops[title + 1]
    assert str(operator) == "k"
    assert [float(v) for v in values] == [0, 0, 0, 1]


def test_a_font_of_this_machine_is_embedded_as_truetype():
    face = named(f"{mpl.get_data_path()}/fonts/ttf/DejaVuSans.ttf", "x")
    line = replace(words(face, "sans", "AVATA fi Ω", 12, "#000000"), x=5, y=10)
    drawn = Sheet(60, 20, 0, 0, (Group("P", (line,)),), "t", "a", "en")
    data = to_pdf(drawn, {"sans": face, "serif": face}, Inks())
    pdf = pikepdf.open(io.BytesIO(data))
    assert pdf.pages[0].Resources.Font.sans.DescendantFonts[0].Subtype == "/CIDFontType2"
    page = pdfium.PdfDocument(data)[0]
    assert page.get_textpage().get_text_range() == "AVATA fi Ω"
    dark = sum(v < 128 for v in page.render(scale=4).to_pil().convert("L").tobytes())
    assert dark > 500  # the letters are drawn

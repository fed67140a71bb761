"""A sheet as PDF: live text in embedded subsets, inks as asked for, tags and alternative text.

The drawing operators are the project's own: matplotlib's PDF has RGB alone, neither tags nor trim
box, and declares an OpenType font with CFF outlines as TrueType. Objects, references, streams and
metadata are pikepdf's.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, String

from geo.plate.files.pdf_page import Letters, content
from geo.plate.files.pdf_standards import declare, version_of
from geo.plate.files.pdf_tags import Drawn, add_tags
from geo.plate.inks import Inks
from geo.plate.sheet import PT, FaceName, Sheet
from geo.plate.type.faces import Face
from geo.plate.type.subset import Subset

#: PDF 32000-1, 9.7.5.4: a section of a character map has this many entries at most.
_MOST_ENTRIES = 100
#: PDF 32000-1, table 123: a font that is not made of the standard Latin letters alone.
_SYMBOLIC = 4


class Leaf(NamedTuple):
    """A page to be: its sheet, and the faces that it is set in."""

    sheet: Sheet
    faces: dict[FaceName, Face]


def to_pdf(sheet: Sheet, faces: dict[FaceName, Face], inks: Inks) -> bytes:
    """Return a sheet as a PDF of one page: PDF/UA-1, for a press with a profile PDF/X-4 too.

    Parameters
    ----------
    sheet : Sheet
    faces : dict of {"sans", "serif"} to Face
    inks : Inks

    Returns
    -------
    bytes
        Media box with bleed and slug, trim and bleed boxes; fonts embedded; tagged, with an
        alternative text for the map; no transparency. Equal sheets give equal bytes.
    """
    return _written([Leaf(sheet, faces)], sheet, inks)


def to_book(leaves: Sequence[Leaf], title: str) -> bytes:
    """Return sheets as a PDF of several pages, with a bookmark for each: PDF/UA-1.

    Parameters
    ----------
    leaves : sequence of Leaf
        A page each.
    title : str
        Of the whole.
    """
    told = "; ".join(leaf.sheet.title for leaf in leaves)
    return _written(leaves, replace(leaves[0].sheet, title=title, alt=told), Inks())


def _written(leaves: Sequence[Leaf], about: Sheet, inks: Inks) -> bytes:
    """Return the file; `about` has what its metadata say."""
    pdf = pikepdf.new()
    # One subset of a font serves all pages that it is used on.
    letters = {tuple(leaf.faces.items()): Letters(leaf.faces) for leaf in leaves}
    for leaf in leaves:
        letters[tuple(leaf.faces.items())].collect(leaf.sheet.words)
    fonts = {
        key: Dictionary({f"/{name}": _font(pdf, cut) for name, cut in own.used()})
        for key, own in letters.items()
    }
    pages, streams = [], []
    for leaf in leaves:
        key = tuple(leaf.faces.items())
        stream, sequences = content(leaf.sheet, letters[key], inks)
        pages.append(Drawn(leaf.sheet, sequences, _page(pdf, leaf.sheet, stream, fonts[key])))
        streams.append(stream)
    add_tags(pdf, pages)
    declare(pdf, about, inks, b"".join(streams))
    if len(leaves) > 1:
        _add_bookmarks(pdf, [leaf.sheet.title for leaf in leaves])
    out = io.BytesIO()
    version = version_of(inks)
    pdf.save(
        out,
        min_version=version,
        force_version=version,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    return out.getvalue()


def _page(pdf: Pdf, sheet: Sheet, stream: bytes, fonts: Dictionary) -> Object:
    page = pdf.add_blank_page().obj
    for name, inset in _boxes(sheet).items():
        page[name] = _box(sheet, inset)
    page.Contents = pdf.make_stream(stream)
    page.Resources = Dictionary(Font=fonts)
    return page


def _add_bookmarks(pdf: Pdf, titles: Sequence[str]) -> None:
    """Name every page in the reader's list; of several in a row with one title, the first."""
    with pdf.open_outline() as outline:
        for number, title in enumerate(titles):
            if number == 0 or title != titles[number - 1]:
                outline.root.append(OutlineItem(title, number))
    pdf.Root.PageMode = Name.UseOutlines


def _boxes(sheet: Sheet) -> dict[str, float]:
    """Return how far each box of the page lies inside the paper, millimetres."""
    return {"/MediaBox": 0, "/CropBox": 0, "/BleedBox": sheet.slug, "/TrimBox": sheet.margin}


def _box(sheet: Sheet, inset: float) -> Array:
    width, height = sheet.width + 2 * sheet.margin, sheet.height + 2 * sheet.margin
    corners = (inset, inset, width - inset, height - inset)
    return Array([round(v / PT, 4) for v in corners])


def _font(pdf: Pdf, font: Subset) -> Object:
    """Return a composite font whose codes are the font's own CIDs."""
    name = Name(f"/{font.name}")
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=_SYMBOLIC,
        FontBBox=Array(font.box),
        ItalicAngle=font.slant,
        Ascent=font.ascent,
        Descent=font.descent,
        CapHeight=font.cap_height,
        StemV=font.stem,
    )
    kind = Dictionary(Type=Name.Font, BaseFont=name, DW=1000, W=_widths(font))
    if font.cff:
        kind.Subtype = Name.CIDFontType0
        descriptor.FontFile3 = pdf.make_stream(font.program, Subtype=Name.CIDFontType0C)
    else:
        kind.Subtype, kind.CIDToGIDMap = Name.CIDFontType2, Name.Identity
        descriptor.FontFile2 = pdf.make_stream(font.program, Length1=len(font.program))
    kind.FontDescriptor = pdf.make_indirect(descriptor)
    kind.CIDSystemInfo = Dictionary(
        Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(kind)]),
            ToUnicode=pdf.make_stream(_to_unicode(font)),
        )
    )


def _widths(font: Subset) -> Array:
    """Return each code with the list of widths that begins there: one."""
    widths = Array()
    for cid, width in sorted(font.widths.items()):
        widths.append(cid)
        widths.append(Array([width]))
    return widths


def _to_unicode(font: Subset) -> bytes:
    """Return the map by which readers search and copy."""
    pairs = sorted(pair for pair in font.texts.items() if pair[1])
    lines = [f"<{cid:04X}> <{text.encode('utf-16-be').hex().upper()}>" for cid, text in pairs]
    chunks = [lines[i : i + _MOST_ENTRIES] for i in range(0, len(lines), _MOST_ENTRIES)]
    sections = "".join(
        f"{len(chunk)} beginbfchar\n" + "\n".join(chunk) + "\nendbfchar\n" for chunk in chunks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{sections}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()

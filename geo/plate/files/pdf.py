"""A sheet as PDF: live text in embedded subsets, inks as asked for, tags and alternative text.

Written here and not by matplotlib, whose PDF has RGB alone, neither tags nor trim box, and
declares an OpenType font with CFF outlines as TrueType.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, field
from html import escape

from geo.plate.files.pdf_page import Letters, content
from geo.plate.inks import Inks, srgb_profile
from geo.plate.sheet import PT, FaceName, Sheet
from geo.plate.type.faces import Face
from geo.plate.type.subset import Subset, subset


@dataclass
class _Objects:
    """The numbered objects of a file; number 1 is the catalogue."""

    bodies: list[bytes] = field(default_factory=lambda: [b""])

    def add(self, body: str | bytes) -> str:
        """Append an object and return a reference to it."""
        self.bodies.append(body.encode("latin-1") if isinstance(body, str) else body)
        return f"{len(self.bodies)} 0 R"

    def stream(self, entries: str, data: bytes, *, packed: bool = True) -> str:
        """Append a stream and return a reference to it."""
        if packed:
            data, entries = zlib.compress(data, 9), entries + " /Filter /FlateDecode"
        head = f"<< {entries} /Length {len(data)} >>\nstream\n".encode("latin-1")
        return self.add(head + data + b"\nendstream")

    def file(self, catalogue: str, info: str) -> bytes:
        """Return the finished file. Its identifier is made of its content, not of time."""
        self.bodies[0] = catalogue.encode("latin-1")
        out, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), []
        for number, body in enumerate(self.bodies, start=1):
            places.append(len(out))
            out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        start, identity = len(out), hashlib.sha256(out).hexdigest()[:32]
        count = len(self.bodies) + 1
        out += f"xref\n0 {count}\n0000000000 65535 f \n".encode()
        out += "".join(f"{place:010d} 00000 n \n" for place in places).encode()
        out += (
            f"trailer\n<< /Size {count} /Root 1 0 R /Info {info} "
            f"/ID [<{identity}> <{identity}>] >>\nstartxref\n{start}\n%%EOF\n"
        ).encode()
        return bytes(out)


def to_pdf(sheet: Sheet, faces: dict[FaceName, Face], inks: Inks) -> bytes:
    """Return a sheet as a PDF 1.7 of one page.

    Parameters
    ----------
    sheet : Sheet
    faces : dict of {"sans", "serif"} to Face
    inks : Inks

    Returns
    -------
    bytes
        Media box with bleed and slug, trim and bleed boxes; fonts embedded; tagged, with an
        alternative text for the map; no transparency, no dates. Equal sheets give equal bytes.
    """
    objects = _Objects()
    letters = Letters(faces)
    stream, tags = content(sheet, letters, inks)
    fonts = " ".join(
        f"/{name} {_font(objects, subset(face, characters))}"
        for name, face, characters in letters.used()
    )
    body = objects.stream("", stream)
    page = len(objects.bodies) + 1
    objects.add(
        f"<< /Type /Page /Parent {page + 1} 0 R {_boxes(sheet)} /Contents {body} "
        f"/Resources << /Font << {fonts} >> >> /StructParents 0 /Tabs /S >>"
    )
    objects.add(f"<< /Type /Pages /Kids [{page} 0 R] /Count 1 >>")
    tree = _structure(objects, sheet, tags, page)
    info = objects.add(f"<< /Title {_text(sheet.title)} /Subject {_text(sheet.alt)} >>")
    metadata = objects.stream("/Type /Metadata /Subtype /XML", _xmp(sheet), packed=False)
    catalogue = (
        f"<< /Type /Catalog /Pages {page + 1} 0 R /Metadata {metadata} /StructTreeRoot {tree} "
        f"/MarkInfo << /Marked true >> /Lang ({sheet.language}) "
        f"/ViewerPreferences << /DisplayDocTitle true >> {_intent(objects, inks)}>>"
    )
    return objects.file(catalogue, info)


def _boxes(sheet: Sheet) -> str:
    def box(inset: float) -> str:
        width, height = sheet.width + 2 * sheet.margin, sheet.height + 2 * sheet.margin
        corners = (inset, inset, width - inset, height - inset)
        return "[" + " ".join(f"{v / PT:.4f}" for v in corners) + "]"

    return (
        f"/MediaBox {box(0)} /CropBox {box(0)} "
        f"/BleedBox {box(sheet.slug)} /TrimBox {box(sheet.margin)}"
    )


def _structure(objects: _Objects, sheet: Sheet, tags: list[str], page: int) -> str:
    """Add the tree of headings, paragraphs and the figure; `tags` is one per marked sequence."""
    root = len(objects.bodies) + len(tags) + 2
    document, elements = root - 1, []
    for number, tag in enumerate(tags):
        alt = f" /Alt {_text(sheet.alt)}" if tag == "Figure" else ""
        place = f"/P {document} 0 R /Pg {page} 0 R /K {number}"
        elements.append(objects.add(f"<< /Type /StructElem /S /{tag} {place}{alt} >>"))
    kids = " ".join(elements)
    objects.add(f"<< /Type /StructElem /S /Document /P {root} 0 R /K [{kids}] >>")
    return objects.add(
        f"<< /Type /StructTreeRoot /K {document} 0 R /ParentTreeNextKey 1 "
        f"/ParentTree << /Nums [0 [{kids}]] >> >>"
    )


def _font(objects: _Objects, font: Subset) -> str:
    """Add a composite font whose codes are the font's own CIDs."""
    if font.cff:
        program = "/FontFile3 " + objects.stream("/Subtype /CIDFontType0C", font.program)
    else:
        program = "/FontFile2 " + objects.stream(f"/Length1 {len(font.program)}", font.program)
    descriptor = objects.add(
        f"<< /Type /FontDescriptor /FontName /{font.name} /Flags 4 /FontBBox "
        f"[{' '.join(map(str, font.box))}] /ItalicAngle 0 /Ascent {font.ascent} "
        f"/Descent {font.descent} /CapHeight 733 /StemV 80 {program} >>"
    )
    widths = " ".join(f"{cid} [{width}]" for cid, width in sorted(font.widths.items()))
    kind = "/CIDFontType0" if font.cff else "/CIDFontType2 /CIDToGIDMap /Identity"
    descendant = objects.add(
        f"<< /Type /Font /Subtype {kind} /BaseFont /{font.name} /DW 1000 /W [{widths}] "
        f"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        f"/FontDescriptor {descriptor} >>"
    )
    unicode = objects.stream("", _to_unicode(font))
    return objects.add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{font.name} /Encoding /Identity-H "
        f"/DescendantFonts [{descendant}] /ToUnicode {unicode} >>"
    )


def _to_unicode(font: Subset) -> bytes:
    """Return the map by which readers search and copy (at most 100 entries a section)."""
    pairs = sorted((cid, char) for char, cid in font.cids.items())
    lines = [f"<{cid:04X}> <{char.encode('utf-16-be').hex().upper()}>" for cid, char in pairs]
    sections = "".join(
        f"{len(lines[i : i + 100])} beginbfchar\n" + "\n".join(lines[i : i + 100]) + "\nendbfchar\n"
        for i in range(0, len(lines), 100)
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{sections}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()


def _intent(objects: _Objects, inks: Inks) -> str:
    """Say what the colours mean: sRGB, or the press of the profile."""
    if inks.model == "cmyk" and not inks.profile:
        return ""
    data = inks.profile.read_bytes() if inks.profile else srgb_profile()
    name = inks.profile.stem if inks.profile else "sRGB IEC61966-2.1"
    profile = objects.stream(f"/N {4 if inks.profile else 3}", data)
    return (
        "/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFX "
        f"/OutputConditionIdentifier {_text(name)} /Info {_text(name)} "
        f"/DestOutputProfile {profile} >>] "
        if inks.profile
        else "/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 "
        f"/OutputConditionIdentifier {_text(name)} /Info {_text(name)} "
        f"/DestOutputProfile {profile} >>] "
    )


def _text(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _xmp(sheet: Sheet) -> bytes:
    title, alt = escape(sheet.title), escape(sheet.alt)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:format>application/pdf</dc:format>"
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
        "<dc:description><rdf:Alt>"
        f'<rdf:li xml:lang="x-default">{alt}</rdf:li></rdf:Alt></dc:description>'
        f"<dc:language><rdf:Bag><rdf:li>{sheet.language}</rdf:li></rdf:Bag></dc:language>"
        '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()

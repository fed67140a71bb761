"""What a plate's PDF declares: PDF/UA-1, and PDF/X-4 with the profile of its press.

ISO 14289-1:2014 (PDF/UA-1) and ISO 15930-7:2010 (PDF/X-4). Fonts, boxes, tags and inks, which they
ask for too, are made where the page is.
"""

from __future__ import annotations

import hashlib
from uuid import NAMESPACE_URL, uuid5

from pikepdf import Array, Dictionary, Name, Pdf, String

from geo.plate.inks import Inks, profile_name, srgb_profile
from geo.plate.sheet import Sheet

_PDFX, _SRGB = "PDF/X-4", "sRGB IEC61966-2.1"
#: PDF/X-4 asks for dates of making; that of the day would give the same map other bytes every day.
_DATE, _DATE_XMP = "D:20000101000000Z", "2000-01-01T00:00:00Z"


def version_of(inks: Inks) -> str:
    """Return the version of PDF that a file is written in."""
    return "1.6" if inks.profile else "1.7"  # ISO 15930-7, 6.1


def declare(pdf: Pdf, sheet: Sheet, inks: Inks, content: bytes) -> None:
    """Write what the file is: title, language, what its colours mean, the standards it meets.

    Parameters
    ----------
    pdf : Pdf
    sheet : Sheet
    inks : Inks
    content : bytes
        Of the page, from which its identifier is made.
    """
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if inks.model != "cmyk" or inks.profile:
        pdf.Root.OutputIntents = Array([_intent(pdf, inks)])
    info = pdf.docinfo
    info["/Title"], info["/Subject"] = String(sheet.title), String(sheet.alt)
    described = {
        "dc:format": "application/pdf",
        "dc:title": sheet.title,
        "dc:description": sheet.alt,
        "pdfuaid:part": "1",
    }
    if inks.profile:
        info["/Trapped"], info["/GTS_PDFXVersion"] = Name("/False"), String(_PDFX)
        info["/CreationDate"] = info["/ModDate"] = String(_DATE)
        described |= _pressed(sheet, content)
    # Neither the day nor a producer: the same map gives the same bytes.
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for name, text in described.items():
            metadata[name] = text
        metadata["dc:language"] = {sheet.language}


def _pressed(sheet: Sheet, content: bytes) -> dict[str, str]:
    """Return the metadata of PDF/X-4 (ISO 15930-7, 6.6 and 6.7)."""
    digest = hashlib.sha256(sheet.title.encode() + content).hexdigest()
    return {
        "pdfxid:GTS_PDFXVersion": _PDFX,
        "pdf:Trapped": "False",
        "xmp:CreateDate": _DATE_XMP,
        "xmp:ModifyDate": _DATE_XMP,
        "xmp:MetadataDate": _DATE_XMP,
        "xmpMM:DocumentID": f"uuid:{uuid5(NAMESPACE_URL, digest)}",
        "xmpMM:VersionID": "1",
        "xmpMM:RenditionClass": "default",
    }


def _intent(pdf: Pdf, inks: Inks) -> Dictionary:
    """Say what the colours mean: sRGB, or the press of the profile."""
    data = inks.profile.read_bytes() if inks.profile else srgb_profile()
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX if inks.profile else Name.GTS_PDFA1,
        OutputConditionIdentifier=String(inks.profile.stem if inks.profile else _SRGB),
        Info=String(profile_name(inks.profile) if inks.profile else _SRGB),
        DestOutputProfile=pdf.make_stream(data, N=4 if inks.profile else 3),
    )

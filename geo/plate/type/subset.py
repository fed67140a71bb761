"""Subsets of a font: the letters a plate uses and no others, for embedding in PDF and SVG."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

from fontTools import subset as cutter
from fontTools.ttLib import TTFont

from geo.plate.type.faces import Face, advance, glyph

#: What a reader needs to draw letters. No layout tables: positions are written with the text.
_KEPT = {"head", "hhea", "maxp", "OS/2", "name", "cmap", "post", "hmtx", "CFF ", "glyf", "loca"}


@dataclass(frozen=True, slots=True)
class Subset:
    """A font that has only some characters.

    Attributes
    ----------
    name : str
        PostScript name with the tag of six letters that PDF asks of a subset.
    program : bytes
        The font: a bare CFF table, or a TrueType file.
    web : bytes
        The font as an OpenType file with its character map.
    cff : bool
        Whether the outlines are CFF.
    cids : dict of str to int
        Character to the code by which PDF shows it.
    widths : dict of int to int
        Code to advance width, thousandths of an em.
    box : tuple of int
        Left, bottom, right, top of all letters; thousandths of an em, like the next four.
    ascent, descent : int
    cap_height : int
        Of Latin capitals.
    stem : int
        Thickness of upright strokes.
    slant : float
        Degrees from upright, negative to the right.
    """

    name: str
    program: bytes
    web: bytes
    cff: bool
    cids: dict[str, int]
    widths: dict[int, int]
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    stem: int
    slant: float


@lru_cache(maxsize=32)
def subset(face: Face, characters: str) -> Subset:
    """Cut a font down to some characters, the same way every time.

    Parameters
    ----------
    face : Face
    characters : str
        Each once, sorted.
    """
    font = TTFont(face.path, lazy=True, fontNumber=face.index, recalcTimestamp=False)
    postscript = str(font["name"].getDebugName(6) or face.path.stem)
    stem = _stem(font)
    options = cutter.Options(
        drop_tables=sorted(set(font.keys()) - _KEPT - {"GlyphOrder"}),
        layout_features=[],
        layout_closure=False,
        hinting=False,
        notdef_outline=True,
        retain_gids="CFF " not in font,
        name_IDs=[1, 2, 6],
    )
    cut = cutter.Subsetter(options)
    cut.populate(text=characters)
    cut.subset(font)
    saved = io.BytesIO()
    font.save(saved)
    return _described(face, characters, postscript, stem, saved.getvalue())


def _described(face: Face, characters: str, postscript: str, stem: int, web: bytes) -> Subset:
    """Read back from the font that was saved what PDF has to be told about it."""
    font = TTFont(io.BytesIO(web), lazy=True)
    cff = "CFF " in font
    cids = _cid_keys(font, characters) if cff else {c: glyph(face, c) for c in characters}
    head, metrics = font["head"], font["hhea"]
    em = 1000 / head.unitsPerEm
    tag = hashlib.sha256(f"{postscript}{characters}".encode()).digest()
    return Subset(
        name="".join(chr(65 + byte % 26) for byte in tag[:6]) + "+" + postscript,
        program=font.reader["CFF "] if cff else web,
        web=web,
        cff=cff,
        cids=cids,
        widths={cids[c]: round(advance(face, c) * 1000) for c in characters},
        box=tuple(round(v * em) for v in (head.xMin, head.yMin, head.xMax, head.yMax)),
        ascent=round(metrics.ascent * em),
        descent=round(metrics.descent * em),
        cap_height=round(getattr(font["OS/2"], "sCapHeight", metrics.ascent) * em),
        stem=stem,
        slant=float(font["post"].italicAngle),
    )


def _stem(font: TTFont) -> int:
    """Return the thickness of upright strokes, thousandths of an em, before hints are cut away."""
    if "CFF " in font:
        top = font["CFF "].cff.topDictIndex[0]
        privates = [part.Private for part in getattr(top, "FDArray", [top])]
        widths = [private.StdVW for private in privates if hasattr(private, "StdVW")]
        if widths:
            return round(median(widths) * 1000 / font["head"].unitsPerEm)
    # TrueType does not say: the estimate from its weight that other writers of PDF use (fpdf2).
    return 50 + int((font["OS/2"].usWeightClass / 65) ** 2)


def _cid_keys(font: object, characters: str) -> dict[str, int]:
    """Return the CIDs of a CFF font: its charset's numbers if CID-keyed, else glyph indices."""
    chosen = font.getBestCmap()  # type: ignore[attr-defined] # fontTools has no type information
    top = font["CFF "].cff.topDictIndex[0]  # type: ignore[index]
    if hasattr(top, "ROS"):
        return {c: int(chosen[ord(c)].removeprefix("cid")) for c in characters}
    order = {name: i for i, name in enumerate(top.charset)}
    return {c: order[chosen[ord(c)]] for c in characters}

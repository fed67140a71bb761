"""Subsets of a font: the letters a plate uses and no others, for embedding in PDF and SVG."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

from fontTools import subset as cutter
from fontTools.ttLib import TTFont

from geo.plate.type.faces import Face, advance, glyph, narrow_quotes

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
        Character to the code by which PDF shows it; empty for glyphs of shaped lines.
    codes : dict of int to int
        Index of a glyph in the font to that code; empty for lines set letter by letter.
    texts : dict of int to str
        Code to what it says.
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
    codes: dict[int, int]
    texts: dict[int, str]
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
    made = _cut(face, characters)
    cids = _cid_keys(made.font, characters) if made.cff else {c: glyph(face, c) for c in characters}
    widths = {cids[c]: round(advance(face, c) * 1000) for c in characters}
    return _described(made, characters, cids, {}, {cid: c for c, cid in cids.items()}, widths)


@lru_cache(maxsize=32)
def shaped_subset(face: Face, glyphs: tuple[tuple[int, str], ...], *, layout: bool) -> Subset:
    """Cut a font down to glyphs of shaped lines.

    Parameters
    ----------
    face : Face
    glyphs : tuple of (int, str)
        Index in the font and what it says, each once, sorted.
    layout : bool
        Keep what joins the letters, for a browser that sets the lines itself.
    """
    said = "".join(sorted({c for _, text in glyphs for c in text}))
    made = _cut(face, said, tuple(gid for gid, _ in glyphs), layout=layout)
    source = TTFont(face.path, lazy=True, fontNumber=face.index)
    order, em = source.getGlyphOrder(), source["head"].unitsPerEm
    codes = {gid: gid for gid, _ in glyphs}
    if made.cff:
        kept = {name: i for i, name in enumerate(made.font["CFF "].cff.topDictIndex[0].charset)}
        named = hasattr(made.font["CFF "].cff.topDictIndex[0], "ROS")
        codes = {
            gid: int(order[gid].removeprefix("cid")) if named else kept[order[gid]] for gid in codes
        }
    widths = {codes[gid]: round(source["hmtx"][order[gid]][0] * 1000 / em) for gid in codes}
    key = "".join(f"{gid:x}," for gid, _ in glyphs)
    return _described(made, key, {}, codes, {codes[gid]: text for gid, text in glyphs}, widths)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A font that was cut down and saved, and what was read before."""

    postscript: str
    stem: int
    web: bytes
    font: TTFont
    cff: bool


def _cut(
    face: Face, characters: str, glyphs: tuple[int, ...] = (), *, layout: bool = False
) -> _Cut:
    font = TTFont(face.path, lazy=True, fontNumber=face.index, recalcTimestamp=False)
    postscript = str(font["name"].getDebugName(6) or face.path.stem)
    stem = _stem(font)
    if face.latin:
        _narrow(font, narrow_quotes(face.path, face.index))
    kept = _KEPT | ({"GDEF", "GSUB", "GPOS"} if layout else set())
    options = cutter.Options(
        drop_tables=sorted(set(font.keys()) - kept - {"GlyphOrder"}),
        layout_features=["*"] if layout else [],
        layout_closure=layout,
        hinting=False,
        notdef_outline=True,
        retain_gids="CFF " not in font,
        name_IDs=[1, 2, 6],
    )
    cut = cutter.Subsetter(options)
    cut.populate(text=characters, gids=list(glyphs))
    cut.subset(font)
    saved = io.BytesIO()
    font.save(saved)
    web = saved.getvalue()
    read = TTFont(io.BytesIO(web), lazy=True)
    return _Cut(postscript, stem, web, read, "CFF " in read)


def _narrow(font: TTFont, quotes: dict[str, str]) -> None:
    """Give quotation marks the glyphs that Latin text has, in the map of characters itself."""
    for table in font["cmap"].tables:
        for character, name in quotes.items():
            if ord(character) in table.cmap:
                table.cmap[ord(character)] = name


def _described(
    made: _Cut,
    key: str,
    cids: dict[str, int],
    codes: dict[int, int],
    texts: dict[int, str],
    widths: dict[int, int],
) -> Subset:
    """Read back from the font that was saved what PDF has to be told about it."""
    font, postscript = made.font, made.postscript
    head, metrics = font["head"], font["hhea"]
    em = 1000 / head.unitsPerEm
    tag = hashlib.sha256(f"{postscript}{key}".encode()).digest()
    return Subset(
        name="".join(chr(65 + byte % 26) for byte in tag[:6]) + "+" + postscript,
        program=font.reader["CFF "] if made.cff else made.web,
        web=made.web,
        cff=made.cff,
        cids=cids,
        codes=codes,
        texts=texts,
        widths=widths,
        box=tuple(round(v * em) for v in (head.xMin, head.yMin, head.xMax, head.yMax)),
        ascent=round(metrics.ascent * em),
        descent=round(metrics.descent * em),
        cap_height=round(getattr(font["OS/2"], "sCapHeight", metrics.ascent) * em),
        stem=made.stem,
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

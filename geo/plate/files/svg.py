"""A sheet as SVG: every district an element of its own, text live or as outlines."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING, Literal

from geo.plate.sheet import HALO, PT, Area, Disc, FaceName, Group, Mark, Sheet, Strokes, Words
from geo.plate.type.faces import Face
from geo.plate.type.faces import letters as outlines
from geo.plate.type.subset import Subset, shaped_subset, subset

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FAMILY: dict[FaceName, str] = {"sans": "plate-sans", "serif": "plate-serif"}
#: Ligatures off but those without which letters do not join.
_NEEDED = "no-common-ligatures no-discretionary-ligatures"
_FALLBACK: dict[FaceName, str] = {
    "sans": "'Noto Sans SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif",
    "serif": "'Noto Serif SC','Source Han Serif SC','Songti SC',SimSun,serif",
}


def to_svg(
    sheet: Sheet, faces: dict[FaceName, Face], text: Literal["text", "outlines"] = "text"
) -> bytes:
    """Return a sheet as SVG 1.1, one user unit a millimetre.

    Parameters
    ----------
    sheet : Sheet
    faces : dict of {"sans", "serif"} to Face
    text : {"text", "outlines"}
        Live text in embedded subsets of the fonts, or paths that need no font.

    Returns
    -------
    bytes
        Districts carry ``data-code`` and a ``<title>``. The same sheet gives the same bytes.
    """
    width, height = sheet.width + 2 * sheet.margin, sheet.height + 2 * sheet.margin
    body = "\n".join(
        f'<g class="{group.tag.lower()}"{_named(group)}>\n'
        + "\n".join(_mark(mark, faces, text) for mark in group.marks)
        + "\n</g>"
        for group in sheet.groups
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}mm" height="{height:.2f}mm" '
        f'viewBox="{-sheet.margin:g} {-sheet.margin:g} {width:.2f} {height:.2f}" role="img" '
        f'aria-labelledby="plate-title plate-desc" xml:lang="{sheet.language}">\n'
        f'<title id="plate-title">{escape(sheet.title)}</title>\n'
        f'<desc id="plate-desc">{escape(sheet.alt)}</desc>\n'
        f"{_style(sheet, faces) if text == 'text' else ''}"
        f'<g stroke-linejoin="round" fill-rule="evenodd">\n{body}\n</g>\n</svg>\n'
    ).encode()


def _named(group: Group) -> str:
    """Return what says a figure in words, where it is one of several."""
    return f' role="img" aria-label="{escape(group.alt)}"' if group.alt else ""


def _style(sheet: Sheet, faces: dict[FaceName, Face]) -> str:
    """Return the style sheet with the subsets in it; an editor without them takes its own Noto."""
    rules = ["text{white-space:pre;font-kerning:normal;font-variant-ligatures:none}"]
    for name in sorted(faces):
        texts = [w.text for w in sheet.words if w.face == name]
        plain = "".join(sorted({c for t in texts if not faces[name].shapes(t) for c in t}))
        if plain:
            rules.append(_font(_FAMILY[name], subset(faces[name], plain)))
            rules.append(f".{name}{{font-family:{_FAMILY[name]},{_FALLBACK[name]}}}")
        rules += _shaped_rules(name, faces[name], [t for t in texts if faces[name].shapes(t)])
    return "<style>" + "\n".join(rules) + "</style>\n"


def _font(family: str, font: Subset) -> str:
    kind, known = ("otf", "opentype") if font.cff else ("ttf", "truetype")
    data = base64.b64encode(font.web).decode()
    source = f"url(data:font/{kind};base64,{data}) format('{known}')"
    return f"@font-face{{font-family:{family};src:{source}}}"


def _shaped_rules(name: FaceName, line: Face, texts: list[str]) -> list[str]:
    """Return the rules for lines that the reader's browser shapes, too."""
    rules: list[str] = []
    families: list[str] = []
    glyphs = [(line.of(g), g.id, g.text) for text in texts for g in line.glyphs(text)]
    for face in dict.fromkeys(face for face, *_ in glyphs):
        family = f"{_FAMILY[name]}-shaped{len(families)}"
        families.append(family)
        used = tuple(sorted({(gid, said) for own, gid, said in glyphs if own is face}))
        rules.append(_font(family, shaped_subset(face, used, layout=True)))
    if families:
        chain = ",".join([*families, _FALLBACK[name]])
        rules.append(f".{name}-shaped{{font-family:{chain};font-variant-ligatures:{_NEEDED}}}")
    return rules


def _mark(mark: Mark, faces: dict[FaceName, Face], text: Literal["text", "outlines"]) -> str:
    if isinstance(mark, Words):
        return _outlined(mark, faces) if text == "outlines" else _live(mark, faces[mark.face])
    if isinstance(mark, Strokes):
        dash = ",".join(f"{v * PT:.3g}" for v in mark.dash)
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        path = "".join(_path(points) for points in mark.paths)
        return f'<path d="{path}" fill="none"{_stroke(mark.stroke, mark.width)}{dashes}/>'
    paint = f'fill="{mark.fill or "none"}"{_stroke(mark.stroke, mark.width)}'
    if isinstance(mark, Disc):
        return f'<circle cx="{mark.x:.3f}" cy="{mark.y:.3f}" r="{mark.radius:.3f}" {paint}/>'
    return _area(mark, paint)


def _area(mark: Area, paint: str) -> str:
    path = "".join(_path(ring) + "Z" for ring in mark.rings)
    if not mark.code:
        return f'<path d="{path}" {paint}/>'
    title = f"<title>{escape(mark.label)}</title>" if mark.label else ""
    return f'<path d="{path}" {paint} data-code="{escape(mark.code)}">{title}</path>'


def _stroke(color: str, width: float) -> str:
    return f' stroke="{color}" stroke-width="{width * PT:.3f}"' if color else ""


def _path(points: NDArray[np.float64]) -> str:
    return "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in points.tolist())


def _live(words: Words, face: Face) -> str:
    """Return a text element; its length is fixed, so that another font cannot burst the layout."""
    shapes = face.shapes(words.text)
    # A line that runs from the right starts there.
    start = words.x + words.width if shapes and face.rtl else words.x
    place = f'x="{start:.3f}" y="{words.y:.3f}"'
    size = f'font-size="{words.size * PT:.3f}" textLength="{words.width:.3f}"'
    if shapes:
        # Letters that join cannot be moved apart.
        size += ' lengthAdjust="spacingAndGlyphs"' + (' direction="rtl"' if face.rtl else "")
    halo = f' paint-order="stroke"{_stroke(words.halo, words.size * HALO)}' if words.halo else ""
    kind = f'class="{words.face}{"-shaped" if shapes else ""}" {place} {size} fill="{words.ink}"'
    return f"<text {kind}{halo}>{escape(words.text, quote=False)}</text>"


def _outlined(words: Words, faces: dict[FaceName, Face]) -> str:
    path = "".join(letters(words, faces[words.face]))
    halo = (
        f'<path d="{path}" fill="none"{_stroke(words.halo, words.size * HALO)}/>'
        if words.halo
        else ""
    )
    label = escape(words.text)
    return f'<g aria-label="{label}">{halo}<path d="{path}" fill="{words.ink}"/></g>'


def letters(words: Words, face: Face) -> list[str]:
    """Return each letter of a line as SVG path data, placed on the sheet."""
    size = words.size * PT
    return [
        _commands(
            (vertices * (size, -size) + (words.x + x * size, words.y - y * size)).tolist(),
            codes.tolist(),
        )
        for vertices, codes, x, y in outlines(face, words.text)
    ]


def _commands(points: list[list[float]], codes: list[int]) -> str:
    out, i = [], 0
    letter = {1: ("M", 1), 2: ("L", 1), 3: ("Q", 2), 4: ("C", 3)}
    while i < len(codes):
        if codes[i] == 79:
            out.append("Z")
            i += 1
            continue
        command, count = letter[codes[i]]
        out.append(command + " ".join(f"{x:.3f},{y:.3f}" for x, y in points[i : i + count]))
        i += count
    return "".join(out)

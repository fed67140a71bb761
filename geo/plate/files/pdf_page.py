"""The drawing operators of a sheet's PDF page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from geo.plate.inks import Inks
from geo.plate.sheet import (
    HALO,
    PT,
    Area,
    Cell,
    Disc,
    FaceName,
    Group,
    Mark,
    Sheet,
    Strokes,
    Tag,
    Words,
)
from geo.plate.type.faces import Face
from geo.plate.type.faces import letters as outlines
from geo.plate.type.subset import Subset, shaped_subset, subset

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Marked sequences whose names in the file are not their own.
_NAMES: dict[Tag | Cell, str] = {"Column": "TH", "More": "Span"}
_KAPPA = 0.5522847498  # control points of the cubic that comes nearest to a quarter circle


def _said(letters: str) -> str:
    return _ligatures().get(letters, letters) if len(letters) > 1 else letters


@cache
def _ligatures() -> dict[str, str]:
    """Return the character for letters that are one glyph: of several, readers turn the order.

    It is the same as the letters to whoever searches (Unicode, NFKC).
    """
    # Arabic Presentation Forms-A and -B
    codes = (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD))
    return {normalize("NFKC", chr(code)): chr(code) for code in codes}


class Letters:
    """The characters and glyphs that each face shows on a sheet, or on several."""

    def __init__(self, faces: dict[FaceName, Face]) -> None:
        self.faces = faces
        self.characters: dict[FaceName, str] = {}
        self.glyphs: dict[Face, dict[int, str]] = {}

    def collect(self, words: tuple[Words, ...]) -> None:
        """Note every character of the texts, and every glyph of those that are shaped.

        Of several pages all have to be noted before one is drawn: codes depend on what is noted.
        """
        for name, face in self.faces.items():
            own = [w.text for w in words if w.face == name]
            used = {c for text in own if not face.shapes(text) for c in text}
            used.update(self.characters.get(name, ""))
            if used:
                self.characters[name] = "".join(sorted(used))
            for text in own:
                for g in face.glyphs(text) if face.shapes(text) else ():
                    found = self.glyphs.setdefault(face.of(g), {})
                    found[g.id] = found.get(g.id) or _said(g.text)

    def used(self) -> list[tuple[str, Subset]]:
        """Return the name of every font in use, and the font."""
        plain = [(str(n), subset(self.faces[n], t)) for n, t in sorted(self.characters.items())]
        return plain + [(self._name(face), self._cut(face)) for face in self.glyphs]

    def _name(self, face: Face) -> str:
        return f"shaped{list(self.glyphs).index(face)}"

    def _cut(self, face: Face) -> Subset:
        return shaped_subset(face, tuple(sorted(self.glyphs[face].items())), layout=False)

    def shown(self, words: Words) -> str:
        """Return the operators that show a line of text at the current point."""
        face = self.faces[words.face]
        if face.shapes(words.text):
            return self._shaped(words, face)
        return f"/{words.face} {words.size:g} Tf {self._plain(words, face)} TJ"

    def _plain(self, words: Words, face: Face) -> str:
        """Return the operand for a line set letter by letter, with its kerning."""
        cids = subset(face, self.characters[words.face]).cids
        steps = face.advances(words.text)
        parts, run = [], ""
        for character, step in zip(words.text, steps, strict=True):
            run += f"{cids[character]:04X}"
            excess = round((face.advances(character)[0] - step) * 1000)
            if excess:
                parts.append(f"<{run}> {excess}")
                run = ""
        return "[" + " ".join([*parts, f"<{run}>"] if run else parts) + "]"

    def _shaped(self, words: Words, line: Face) -> str:
        """Return the operators for shaped glyphs, each in its place."""
        ops = []
        for (face, rise), run in groupby(
            line.glyphs(words.text), lambda g: (line.of(g), round(g.y, 4))
        ):
            cut = self._cut(face)
            parts = []
            for g in run:
                # Offsets are to the right, the numbers of TJ to the left; thousandths of an em.
                code, before = cut.codes[g.id], round(-g.x * 1000)
                after = cut.widths[code] - before - round(g.advance * 1000)
                parts.append(f"{before or ''} <{code:04X}> {after or ''}".strip())
            height = f"{rise * words.size:.3f} Ts " if rise else ""
            level = " 0 Ts" if rise else ""
            font = f"/{self._name(face)} {words.size:g} Tf"
            ops.append(f"{font} {height}[{' '.join(parts)}] TJ{level}")
        # Readers put glyphs that run from the right into the order of reading themselves; given an
        # ActualText in that order, pdfium and poppler would turn it round.
        return " ".join(ops)


class Sequence(NamedTuple):
    """A marked sequence of the page: its tag, and the place of its group on the sheet."""

    tag: Tag | Cell
    group: int


def content(sheet: Sheet, letters: Letters, inks: Inks) -> tuple[bytes, list[Sequence]]:
    """Return the page's content stream and its marked sequences, in the order of their numbers.

    Cells of a table have a sequence each; what else a group draws between them has others.
    """
    letters.collect(sheet.words)
    out = _Content(sheet, letters, inks)
    sequences: list[Sequence] = []
    for place, group in enumerate(sheet.groups):
        for tag, marks in _runs(group):
            if tag == "Artifact":
                out.ops.append("/Artifact BMC")
            else:
                name = _NAMES.get(tag, tag)
                out.ops.append(f"/{name} << /MCID {len(sequences)} >> BDC")
                sequences.append(Sequence(tag, place))
            for mark in marks:
                out.draw(mark)
            out.ops.append("EMC")
    return "\n".join(out.ops).encode("latin-1"), sequences


def _runs(group: Group) -> Iterator[tuple[Tag | Cell, list[Mark]]]:
    """Yield a group's marks, each cell of a table by itself."""

    def key(numbered: tuple[int, Mark]) -> tuple[int, Tag | Cell]:
        number, mark = numbered
        cell = mark.cell if isinstance(mark, Words) else None
        return (number, cell) if cell else (-1, group.tag)

    for (_, tag), run in groupby(enumerate(group.marks), key):
        yield tag, [mark for _, mark in run]


class _Content:
    """Operators in points from the lower left corner of the paper."""

    def __init__(self, sheet: Sheet, letters: Letters, inks: Inks) -> None:
        self.left = sheet.margin / PT
        self.top = (sheet.height + sheet.margin) / PT
        self.letters = letters
        self.inks = inks
        self.ops: list[str] = ["1 J 1 j"]

    def draw(self, mark: Mark) -> None:
        """Append the operators of one mark."""
        if isinstance(mark, Words):
            self._words(mark)
        elif isinstance(mark, Strokes):
            self._lines(mark)
        else:
            path = self._circle(mark) if isinstance(mark, Disc) else self._rings(mark)
            self._paint(mark, path)

    def _paint(self, mark: Area | Disc, path: str) -> None:
        if mark.fill:
            self.ops.append(self.inks.pdf(mark.fill))
        if mark.stroke:
            self.ops.append(f"{mark.width:g} w {self.inks.pdf(mark.stroke, stroke=True)}")
        paint = {(True, True): "B*", (True, False): "f*", (False, True): "S"}
        self.ops.append(f"{path} {paint.get((bool(mark.fill), bool(mark.stroke)), 'n')}")

    def _rings(self, mark: Area) -> str:
        return " ".join(f"{self._path(ring)} h" for ring in mark.rings)

    def _lines(self, mark: Strokes) -> None:
        dash = " ".join(f"{v:g}" for v in mark.dash)
        path = " ".join(self._path(points) for points in mark.paths)
        stroke = self.inks.pdf(mark.stroke, stroke=True)
        # Round ends would close the gaps of a dash.
        self.ops.append(f"q 0 J [{dash}] 0 d {mark.width:g} w {stroke} {path} S Q")

    def _path(self, points: NDArray[np.float64]) -> str:
        placed = [f"{self.left + x / PT:.2f} {self.top - y / PT:.2f}" for x, y in points.tolist()]
        return f"{placed[0]} m " + " ".join(f"{p} l" for p in placed[1:])

    def _circle(self, disc: Disc) -> str:
        x, y, r = self.left + disc.x / PT, self.top - disc.y / PT, disc.radius / PT
        k = _KAPPA * r
        return (
            f"{x + r:.2f} {y:.2f} m "
            f"{x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
            f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
            f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
            f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c h"
        )

    def _words(self, words: Words) -> None:
        x, y = self.left + words.x / PT, self.top - words.y / PT
        if words.halo:
            width = words.size * HALO
            stroke = self.inks.pdf(words.halo, stroke=True)
            self.ops.append(f"{width:.3f} w {stroke} {self._outlines(words, x, y)} S")
        self.ops.append(
            f"BT {self.inks.pdf(words.ink)} {x:.3f} {y:.3f} Td {self.letters.shown(words)} ET"
        )

    def _outlines(self, words: Words, x: float, y: float) -> str:
        """Return the letters as a path: a halo of text would be read and searched twice."""
        path = [
            operators(
                vertices * words.size + (x + dx * words.size, y + dy * words.size), codes.tolist()
            )
            for vertices, codes, dx, dy in outlines(self.letters.faces[words.face], words.text)
        ]
        return " ".join(path)


def operators(vertices: NDArray[np.float64], codes: list[int]) -> str:
    """Return a letter's outline as PDF operators; quadratic curves become cubic ones."""
    out, i, points = [], 0, vertices.tolist()
    while i < len(codes):
        if codes[i] == 79:
            out.append("h")
            i += 1
        elif codes[i] == 4:
            out.append(" ".join(f"{px:.2f} {py:.2f}" for px, py in points[i : i + 3]) + " c")
            i += 3
        elif codes[i] == 3:
            (ax, ay), (bx, by), (cx, cy) = points[i - 1 : i + 2]
            p, q = (
                (ax + 2 * (bx - ax) / 3, ay + 2 * (by - ay) / 3),
                (cx + 2 * (bx - cx) / 3, cy + 2 * (by - cy) / 3),
            )
            out.append(f"{p[0]:.2f} {p[1]:.2f} {q[0]:.2f} {q[1]:.2f} {cx:.2f} {cy:.2f} c")
            i += 2
        else:
            out.append(f"{points[i][0]:.2f} {points[i][1]:.2f} {'m' if codes[i] == 1 else 'l'}")
            i += 1
    return " ".join(out)

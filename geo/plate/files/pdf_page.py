"""The drawing operators of a sheet's PDF page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.plate.inks import Inks
from geo.plate.sheet import HALO, PT, Area, Disc, FaceName, Mark, Sheet, Strokes, Words
from geo.plate.type.faces import Face, outline
from geo.plate.type.subset import subset

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_KAPPA = 0.5522847498  # control points of the cubic that comes nearest to a quarter circle


class Letters:
    """The characters each face shows on a sheet."""

    def __init__(self, faces: dict[FaceName, Face]) -> None:
        self.faces = faces
        self.characters: dict[FaceName, str] = {}

    def collect(self, words: tuple[Words, ...]) -> None:
        """Note every character of the texts."""
        for name in self.faces:
            used = {c for w in words if w.face == name for c in w.text}
            if used:
                self.characters[name] = "".join(sorted(used))

    def used(self) -> list[tuple[str, Face, str]]:
        """Return resource name, face and characters of every face in use."""
        return [(name, self.faces[name], text) for name, text in sorted(self.characters.items())]

    def shown(self, words: Words) -> str:
        """Return the operand that shows a line of text, with its kerning."""
        face = self.faces[words.face]
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


def content(sheet: Sheet, letters: Letters, inks: Inks) -> tuple[bytes, list[str]]:
    """Return the page's content stream and the tag of each of its marked sequences."""
    letters.collect(sheet.words)
    out = _Content(sheet, letters, inks)
    tags: list[str] = []
    for group in sheet.groups:
        if group.tag == "Artifact":
            out.ops.append("/Artifact BMC")
        else:
            out.ops.append(f"/{group.tag} << /MCID {len(tags)} >> BDC")
            tags.append(group.tag)
        for mark in group.marks:
            out.draw(mark)
        out.ops.append("EMC")
    return "\n".join(out.ops).encode("latin-1"), tags


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
            f"BT {self.inks.pdf(words.ink)} /{words.face} {words.size:g} Tf "
            f"{x:.3f} {y:.3f} Td {self.letters.shown(words)} TJ ET"
        )

    def _outlines(self, words: Words, x: float, y: float) -> str:
        """Return the letters as a path: a halo of text would be read and searched twice."""
        face, path = self.letters.faces[words.face], []
        for character, step in zip(words.text, face.advances(words.text), strict=True):
            vertices, codes = outline(face, character)
            path.append(operators(vertices * words.size + (x, y), codes.tolist()))
            x += step * words.size
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

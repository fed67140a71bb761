"""Make the palettes of two measures: ``python tools/make_bivariate.py``.

Each is a surface through four colours, bilinear in OKLab: pale where both measures are low, a hue
for each that is high alone, nearly black where both are. The hues were chosen by measuring: with
these, neighbours are at least 10 apart in CIEDE2000 at four classes each, and any two at least 8
under protanopia, deuteranopia and tritanopia, which the palettes in wide use are not.
`tests/symbology/test_bivariate.py` measures what the file holds.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from coloraide import Color

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "geo" / "symbology" / "bivariate.json"
SIZES = (3, 4)


class Corners(NamedTuple):
    """Colours where x is high alone, y is high alone, both are low, both are high."""

    x: str
    y: str
    low: str = "#f1f0e2"
    high: str = "#26262e"


CORNERS = {
    "blue-gold": Corners("#3f8fc0", "#e08a00"),
    "blue-red": Corners("#4393c3", "#d6604d"),
    "green-purple": Corners("#3aa35b", "#c45bb8"),
}


def main() -> None:
    """Write the palettes."""
    FILE.write_text(f"{json.dumps(palettes(), indent=1)}\n", encoding="utf-8")


def palettes() -> dict[str, dict[str, str]]:
    """Return what the file holds: by name and number of classes, row by row from the lowest."""
    return {
        name: {str(size): " ".join(surface(corners, size)) for size in SIZES}
        for name, corners in CORNERS.items()
    }


def surface(corners: Corners, size: int) -> list[str]:
    """Return the colours of a grid, ``rrggbb``."""
    x, y, low, high = (Color(color).convert("oklab").coords() for color in corners)
    steps = [i / (size - 1) for i in range(size)]
    return [
        _hex(
            [
                (1 - u) * ((1 - v) * a + v * c) + u * ((1 - v) * b + v * d)
                for a, b, c, d in zip(low, x, y, high, strict=True)
            ]
        )
        for v in steps
        for u in steps
    ]


def _hex(oklab: list[float]) -> str:
    color = Color("oklab", oklab).convert("srgb").clip()
    return color.to_string(hex=True, compress=False).removeprefix("#")


if __name__ == "__main__":
    main()

"""Logos: pictures from outside that go into a page, read and refused if they do more than show."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

from geo.base.errors import MapError, Problem

_SVG = "{http://www.w3.org/2000/svg}"
_PNG = b"\x89PNG\r\n\x1a\n"
#: Every reader loads it with every map.
_MOST_BYTES = 60_000
_ELEMENTS = {
    "svg", "g", "defs", "title", "desc", "metadata", "path", "rect", "circle", "ellipse", "line",
    "polygon", "polyline", "linearGradient", "radialGradient", "stop", "clipPath", "use",
}  # fmt: skip
_LENGTH = re.compile(r"\s*(\d+(?:\.\d*)?|\.\d+)(?:px)?\s*$")


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture.

    Attributes
    ----------
    kind : {"svg", "png"}
    data : bytes
    width, height : float
        In its own units; only their ratio matters.
    """

    kind: Literal["svg", "png"]
    data: bytes
    width: float
    height: float

    @property
    def address(self) -> str:
        """The picture as a data URI."""
        mime = "image/svg+xml" if self.kind == "svg" else "image/png"
        return f"data:{mime};base64,{b64encode(self.data).decode()}"


def read_logo(path: Path) -> Logo:
    """Read a logo.

    Raises
    ------
    MapError
        If it is neither SVG nor PNG, too large, or an SVG with scripts, styles, text or addresses:
        a page shows it, and must not run it or ask another host for a part of it.
    """
    data = path.read_bytes()
    png = data.startswith(_PNG)
    if not png and b"<svg" not in data:
        raise _neither(path)
    if len(data) > _MOST_BYTES:
        what = f"has {len(data):,} bytes, more than {_MOST_BYTES:,}"
        raise MapError(Problem(str(path), what, "Every reader loads it: save a smaller one."))
    if png:
        return Logo("png", data, *_pixels(data, path))
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - expat limits entities since 2.4.1
    except ElementTree.ParseError:
        root = None
    if root is None or root.tag != f"{_SVG}svg":
        raise _neither(path)
    if wrong := _more_than_shapes(root):
        remedy = "Save it as plain shapes, with texts turned into paths."
        raise MapError(Problem(str(path), f"has {wrong}", remedy))
    return Logo("svg", data, *_size(root, path))


def _neither(path: Path) -> MapError:
    return MapError(Problem(str(path), "is neither SVG nor PNG", "Save the logo as one of them."))


def _pixels(data: bytes, path: Path) -> tuple[float, float]:
    """Return width and height of a PNG, which ends with its chunk IEND, length and checksum."""
    width, height = (int.from_bytes(data[i : i + 4], "big") for i in (16, 20))
    if not (width and height) or data[-8:-4] != b"IEND":
        raise MapError(Problem(str(path), "is cut off: no whole PNG", "Save the logo again."))
    return width, height


def _more_than_shapes(root: ElementTree.Element) -> str:
    """Return the first thing in an SVG that is more than a shape; empty if there is none."""
    for element in root.iter():
        name = str(element.tag).removeprefix(_SVG)
        if name not in _ELEMENTS and not name.startswith("{"):
            return f"an element <{name}>"
        for attribute, value in element.attrib.items():
            plain = attribute.rpartition("}")[2]
            if plain.startswith("on"):
                return f"an attribute {plain}"
            outside = plain == "href" and not value.startswith("#")
            if outside or re.search(r"url\(\s*['\"]?(?!#)", value):
                return f"an address, {value[:40]!r}"
    return ""


def _size(root: ElementTree.Element, path: Path) -> tuple[float, float]:
    box = root.get("viewBox", "").replace(",", " ").split()
    sides = box[2:] if len(box) == 4 else [root.get(side, "") for side in ("width", "height")]
    found = [float(side[1]) for side in map(_LENGTH.match, sides) if side]
    if len(found) != 2 or not all(found):
        raise MapError(Problem(str(path), "has no size", 'Give it a viewBox="0 0 WIDTH HEIGHT".'))
    return found[0], found[1]

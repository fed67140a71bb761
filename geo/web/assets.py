"""The files of `geo/templates`, made ready for a page: joined, minified."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from pydantic import TypeAdapter

#: Of the embed, in the order they run; the page has Leaflet's map in place of the embed's.
SCRIPTS = (
    "core", "state", "paint", "pointer", "keyboard", "legend", "controls", "table", "details",
    "circles", "labels", "embed-map", "picture", "downloads", "height", "start",
)  # fmt: skip
_SHORT = "embed-script.json"
_VENDOR = Path(__file__).resolve().parent / "vendor"


@dataclass(frozen=True, slots=True)
class TextSize:
    """A size of type: its em and the distance of its lines, in CSS pixels at a root of 16."""

    size: int
    line: int


@dataclass(frozen=True, slots=True)
class Advances:
    """Widths of Latin characters as parts of the type size; a Chinese character is 1.

    Means of the system fonts that `base.css` names, rounded up: a line is taken for a little longer
    than it is.
    """

    narrow: float
    wide: float
    other: float


@dataclass(frozen=True, slots=True)
class Sizes:
    """What style sheets, scripts and the reserved height of the embed have to agree on.

    Lengths are CSS pixels.

    Attributes
    ----------
    side, gap, beside_from : int
        Width of the column beside the map, the gap between, and the width of the window from
        which there is such a column.
    map_most, legend_most : int
        Largest height of the embed's map; largest width of a legend.
    rows_in_article, rows_at_first, row : int
        Rows of the table shown at first by a narrow embed and by any other form; height of one.
    narrow_below, circle_narrow, circle_wide : int
        Below this width of the map the largest circle has the narrow radius, else the wide one.
    bar, block, block_button : int
        Legend: the tallest bar of a count, the block of colour beneath it, both with the count.
    needle_top, needle : int
        Legend: the mark of a value, its top and its height.
    title, dek, text, small : TextSize
    box, box_gap : int
        Height of the boxes of the switch of measures, and the gap between them.
    card : int
        Least height of a district's card.
    advances : Advances
    narrow, wide : str
        The characters that are narrow, and wide.
    """

    side: int
    gap: int
    beside_from: int
    map_most: int
    legend_most: int
    rows_in_article: int
    rows_at_first: int
    row: int
    narrow_below: int
    circle_narrow: int
    circle_wide: int
    bar: int
    block: int
    block_button: int
    needle_top: int
    needle: int
    title: TextSize
    dek: TextSize
    text: TextSize
    small: TextSize
    box: int
    box_gap: int
    card: int
    advances: Advances
    narrow: str
    wide: str


@cache
def sizes() -> Sizes:
    """Return the sizes of `geo/web/sizes.json`, which style sheets and scripts are built with.

    Raises
    ------
    pydantic.ValidationError
        If the file lacks a size or has one of another type.
    """
    text = (files("geo") / "web" / "sizes.json").read_text(encoding="utf-8")
    return TypeAdapter(Sizes).validate_json(text)


@cache
def template(name: str) -> str:
    """Return a file of `geo/templates`."""
    return (files("geo") / "web" / "templates" / name).read_text(encoding="utf-8")


@cache
def style(*names: str) -> str:
    """Return style sheets of `geo/templates`, joined and minified."""
    from rcssmin import cssmin

    return str(cssmin("\n".join(template(f"{name}.css") for name in names)))


def source(*names: str) -> str:
    """Return scripts of `geo/templates`, joined, as they were written."""
    return "\n".join(template(f"{name}.js") for name in names)


@cache
def script(*names: str) -> str:
    """Return scripts of `geo/templates`, joined in one scope of their own and minified."""
    from rjsmin import jsmin

    return str(jsmin(f"(()=>{{\n{source(*names)}\n}})();"))


@cache
def script_after_paint(*names: str, before: str = "", light: bool = False) -> str:
    """Return scripts that start when the browser has shown its first frame: see `after-paint.js`.

    Parameters
    ----------
    *names : str
    before : str
        A script of others that runs first, in the same scope; minified already.
    light : bool
        Give their own names short ones: see `shorten.py`.
    """
    from rjsmin import jsmin

    code = light_source(source(*names)) if light else source(*names)
    start = f"{jsmin(source('after-paint'))}\nafterPaint(()=>{{"
    return f"{start}{before}\n{jsmin(code)}\n}});"


def light_source(code: str) -> str:
    """Return a script with short names: the one kept by the package's build, if it is the same."""
    kept = json.loads((_VENDOR / _SHORT).read_text(encoding="utf-8"))
    if kept["of"] == _digest(code):
        return str(kept["script"])
    from geo.web.shorten import shortened

    return shortened(code)


def write_short(folder: Path) -> None:
    """Shorten the embed's script into `folder`: what the build hook calls; it takes its time."""
    from geo.web.shorten import shortened

    code = source(*SCRIPTS)
    kept = {"of": _digest(code), "script": shortened(code)}
    (folder / _SHORT).write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def _digest(code: str) -> str:
    return sha256(code.encode()).hexdigest()

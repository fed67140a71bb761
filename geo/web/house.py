"""The rules of a house style: colours, type, corners; none for a map without one."""

from __future__ import annotations

import io
import logging
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from geo.base.errors import MapError, Problem
from geo.base.logos import read_logo
from geo.spec.style import ColorsSpec, StyleSpec
from geo.web.assets import rem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.choropleth.model import Choropleth

#: What the style sheets call the colours.
_NAMES = {"background": "bg"}
#: The logo's height, and the room between it and the text, CSS pixels.
LOGO_PX, _LOGO_GAP = 28, 16
_TEXT, _TITLE = "house-text", "house-title"
_ROUND = ":is(button,input,.box,.tag,.measures span,#tooltip,#map-hint)"


@dataclass(frozen=True, slots=True)
class LogoView:
    """The desk's logo: a data URI, its width at the height it is shown in, what it says."""

    src: str
    width: int
    said: str


def logo_of(style: StyleSpec) -> LogoView | None:
    """Return the logo of page and embed."""
    if style.logo is None:
        return None
    found = read_logo(style.logo)
    return LogoView(found.address, round(LOGO_PX * found.width / found.height), style.logo_text)


def logo_room(style: StyleSpec) -> int:
    """Return how much narrower the logo makes the lines beside it, CSS pixels."""
    logo = logo_of(style)
    return logo.width + _LOGO_GAP if logo else 0


def variables(colors: ColorsSpec) -> str:
    """Return the rule that sets the colours of a theme; empty if it has none of its own."""
    own = colors.model_dump(exclude_none=True)
    return _rule(":root", {f"--{_NAMES.get(name, name)}": value for name, value in own.items()})


def house_rules(choropleth: Choropleth) -> str:
    """Return the rules that are the same in light and dark."""
    style, fonts = choropleth.spec.house, choropleth.spec.house.fonts
    text = _families(_TEXT if fonts.text_file else "", fonts.text)
    title = _families(_TITLE if fonts.title_file else "", fonts.title)
    embedded = fonts.text_file or fonts.title_file
    characters = _characters(choropleth) if embedded else ""
    rules = [
        _face(_TEXT, fonts.text_file, characters),
        _face(_TITLE, fonts.title_file, characters),
        _rule("main", {"font-family": text} if text else {}),
        _rule("h1", {"font-family": title} if title else {}),
    ]
    if style.radius != StyleSpec.model_fields["radius"].default:
        rules.append(_rule(_ROUND, {"border-radius": f"{style.radius}px"}))
    if style.rule:
        rules.append("main{border-top:3px solid var(--accent)}")
    if style.logo:
        rules.append(f"#logo{{float:right;height:{rem(LOGO_PX)};margin-left:{rem(_LOGO_GAP)}}}")
    return "".join(rules)


def _rule(selector: str, values: dict[str, str]) -> str:
    inner = ";".join(f"{name}:{value}" for name, value in values.items())
    return f"{selector}{{{inner}}}" if inner else ""


def _families(first: str, names: Iterable[str]) -> str:
    every = [name for name in (first, *names) if name]
    # A family of its own needs quotes, a kind of family must have none.
    kinds = {"serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif"}
    return ",".join(name if name in kinds else f'"{name}"' for name in every)


def _face(family: str, file: Path | None, characters: str) -> str:
    if file is None:
        return ""
    data = b64encode(subset(file, characters)).decode()
    return f'@font-face{{font-family:"{family}";src:url(data:font/woff;base64,{data})}}'


def _characters(choropleth: Choropleth) -> str:
    """Return every character that page or embed may show: of all texts of spec, map, interface."""
    spec = choropleth.spec.model_dump_json(exclude={"house", "boundaries", "table"})
    words = "".join(choropleth.words.values())
    figures = "".join(m.text(i) for m in choropleth.measures for i in range(len(m.figures)))
    names = "".join([*choropleth.names, *choropleth.districts["kind"]])
    ascii_letters = "".join(map(chr, range(32, 127)))
    return "".join(sorted({*spec, *words, *figures, *names, *ascii_letters, *"–−·×±★↑↓⟲"}))


@cache
def subset(file: Path, characters: str) -> bytes:
    """Return a font with these characters alone, as WOFF.

    Raises
    ------
    MapError
        If the file is no font.
    """
    from fontTools.subset import Options, Subsetter, load_font, save_font

    # It warns of tables that editors of fonts leave in them, which no reader needs.
    logging.getLogger("fontTools.subset").setLevel(logging.ERROR)
    options = Options(flavor="woff", hinting=False, layout_features=["kern", "locl", "palt"])
    options.recalc_timestamp = False  # the same bytes every time
    subsetter = Subsetter(options)
    subsetter.populate(text=characters)
    out = io.BytesIO()
    try:
        font = load_font(str(file), options)
        subsetter.subset(font)
        save_font(font, out, options)
    except Exception:
        what = "is no font, or a damaged one"
        raise MapError(Problem(str(file), what, "Give an OTF or a TTF file.")) from None
    return out.getvalue()

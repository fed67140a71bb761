"""What content management systems, themes and frameworks put around a snippet, or do to it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

#: Adds up how far things move from the moment the map is in the page; only Chromium tells.
_SHIFTS = """<script>window.moves = []; window.began = 0;
try { new PerformanceObserver((list) => moves.push(...list.getEntries()))
  .observe({ type: "layout-shift", buffered: true });
} catch {}</script>"""
_TEXT = "<p>" + "The council met on Tuesday and agreed on what was agreed before. " * 3 + "</p>"


@dataclass(frozen=True)
class Host:
    """A layout: where the snippet stands, and what happens to it on its way there.

    Attributes
    ----------
    name : str
        As the table has it.
    around : str
        Markup with ``{}`` for the snippet.
    style : str
        Of the theme.
    change : callable
        What the system makes of the snippet.
    after : str
        Script that runs half a second later; `snippet` is the text of the snippet.
    turned : bool
        The screen is turned once the map is there.
    type_size : int
        What the reader has set as size of type; CSS pixels.
    """

    name: str
    around: str = "{}"
    style: str = ""
    change: Callable[[str], str] = str
    after: str = ""
    turned: bool = False
    type_size: int = 16

    def page(self, snippet: str) -> str:
        """Return the article."""
        given = self.change(snippet)
        there = "" if "snippet" in self.after else given
        literal = json.dumps(given).replace("<", "\\u003c")
        after = f"<script>const snippet = {literal};\n{_LATER % self.after}</script>"
        return (
            f"<!DOCTYPE html><html><meta charset=utf-8><meta name=viewport "
            f'content="width=device-width">{_SHIFTS}<style>body{{margin:0 16px}}{self.style}'
            f"</style><body>{_TEXT}<main>{self.around.replace('{}', there)}</main>{_TEXT * 4}"
            f"{after if self.after else ''}"
        )


#: What the script does moves the text by itself: what counts is what moves afterwards.
_LATER = """setTimeout(() => { %s
  requestAnimationFrame(() => requestAnimationFrame(() => { began = performance.now(); })); }, 500);
const put = (text) => document.querySelector("#slot").append(
  document.createRange().createContextualFragment(text));"""


def without(*tags: str) -> Callable[[str], str]:
    """Return what takes elements out of a snippet, with what is in them."""

    def change(snippet: str) -> str:
        return re.sub(rf"<({'|'.join(tags)})\b.*?</\1>", "", snippet, flags=re.DOTALL)

    return change


def _without_scripts(snippet: str) -> str:
    return re.sub('sandbox="[^"]*"', "sandbox", without("script")(snippet))


HOSTS = (
    Host("plain column"),
    Host("column of at most 720 px", "<div style='max-width:720px;margin:auto'>{}</div>"),
    Host("float (WordPress `alignleft`)", "<div style='float:left;margin-right:16px'>{}</div>"),
    Host("`figure{display:table}` (captions)", "<figure>{}</figure>",
         "figure{display:table;margin:0}"),
    Host("`width:fit-content`", "<div style='width:fit-content;margin:auto'>{}</div>"),
    Host("`inline-block`", "<div style='display:inline-block'>{}</div>"),
    Host("`position:absolute`", "<div style='position:absolute'>{}</div>"),
    Host("flex item that grows", "<div style='display:flex'><div style='flex:1'>{}</div></div>"),
    Host("flex item without growth", "<div style='display:flex'><div>{}</div></div>"),
    Host("flex item, `flex:none`",
         "<div style='display:flex'><div style='flex:none'>{}</div></div>"),
    Host("flex column, `align-items:center`",
         "<div style='display:flex;flex-direction:column;align-items:center'>{}</div>"),
    Host("grid, two columns from 900 px", "<div class=g>{}<p>Aside</div>",
         "@media(min-width:900px){.g{display:grid;grid-template-columns:2fr 1fr;gap:24px}}"),
    Host("grid, `justify-items:center`", "<div style='display:grid;justify-items:center'>{}</div>"),
    Host("table cell", "<table style='width:100%'><tr><td>{}</table>"),
    Host("full bleed in a narrow column", "<div class=n><div class=w>{}</div></div>",
         ".n{max-width:600px;margin:auto}.w{width:100vw;margin-left:calc(50% - 50vw)}"),
    Host("right to left", "<div dir=rtl>{}</div>"),
    Host("root type of 10 px (`62.5%`)", style="html{font-size:62.5%}body{font-size:1.6rem}"),
    Host("root type of 20 px", style="html{font-size:20px}"),
    Host("`iframe{height:auto;max-width:100%}`", style="iframe{height:auto;max-width:100%}"),
    Host("style stripped", change=without("style")),
    Host("style stripped, `iframe{height:auto}`", style="iframe{height:auto}",
         change=without("style")),
    Host("style stripped, column of at most 720 px",
         "<div style='max-width:720px;margin:auto'>{}</div>", change=without("style")),
    Host("style stripped, float", "<div style='float:left;margin-right:16px'>{}</div>",
         change=without("style")),
    Host("script stripped", change=without("script")),
    Host("style and script stripped", change=without("style", "script")),
    Host("no scripts at all", change=_without_scripts),
    Host("reader's type 24 px", type_size=24),
    Host("reader's type 24 px, script stripped", change=without("script"), type_size=24),
    Host("reader's type 24 px, style and script stripped", change=without("style", "script"),
         type_size=24),
    Host("reader's type 20 px, script stripped, root type of 10 px", change=without("script"),
         style="html{font-size:62.5%}body{font:1.6rem monospace}", type_size=20),
    Host("screen turned", turned=True),
    Host("hidden tab, then shown", "<div id=tab hidden>{}</div>", after="tab.hidden = false;"),
    Host("`<details>`, then opened", "<details id=tab>{}</details>", after="tab.open = true;"),
    Host("inserted late", "<div id=slot></div>", after="put(snippet);"),
    Host("inserted by `innerHTML`", "<div id=slot></div>", after="slot.innerHTML = snippet;"),
)  # fmt: skip

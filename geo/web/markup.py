"""The words around the map, as HTML that stands with scripts off: header, switch, notes, source.

Text from data goes through `escape` into f-strings, never through a template engine.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from geo.base.catalogue import strings
from geo.choropleth.model import circles_id
from geo.choropleth.wording import facts
from geo.web.assets import source

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth

LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en"}


def head(choropleth: Choropleth, styles: str) -> str:
    """Return title, description, styles and first script of the document."""
    from rjsmin import jsmin

    spec = choropleth.spec
    return (
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(spec.title)}</title>\n"
        f'<meta name="description" content="{escape(facts(choropleth))}">\n'
        f"<style>{styles}</style>\n"
        f"<script>{jsmin(source('before-paint'))}</script>"
    )


def header(choropleth: Choropleth) -> str:
    """Return title and dek."""
    spec = choropleth.spec
    dek = f'<p class="dek">{escape(spec.dek)}</p>' if spec.dek else ""
    return f"<h1>{escape(spec.title)}</h1>{dek}"


def controls(choropleth: Choropleth) -> str:
    """Return the radio group of measures and the toggle of circles; empty if there is no choice."""
    words = strings(choropleth.spec.language)
    radios = "".join(
        f'<label><input type="radio" name="measure" value="{m.id}"{" checked" if i == 0 else ""}>'
        f"<span>{escape(m.label)}</span></label>"
        for i, m in enumerate(choropleth.measures)
    )
    name = f'<legend class="vh">{words["measure"]}</legend>'
    switch = f'<fieldset class="measures">{name}{radios}</fieldset>'
    if not (shown := circles_id(choropleth)):
        return switch
    text = escape(words["circles"].format(measure=choropleth.measure(shown).label))
    return (
        f'{switch}<label class="toggle"><input type="checkbox" id="circles-toggle">{text}</label>'
    )


def hint(choropleth: Choropleth) -> str:
    """Return the advice that a rate compares better, with a button that shows one."""
    rate = next((m for m in choropleth.measures if m.kind == "rate"), None)
    if rate is None:
        return ""
    button = f'<button class="link" value="{rate.id}">{escape(rate.label)}</button>'
    return escape(strings(choropleth.spec.language)["hint_total"]).replace("{rate}", button)


def footer(choropleth: Choropleth) -> str:
    """Return notes, source, approval line and the downloads."""
    spec = choropleth.spec
    words = strings(spec.language)
    notes = "".join(f"<p>{escape(note)}</p>" for note in spec.notes)
    approval = (
        words["approval"].format(number=spec.approval)
        if spec.approval
        else words["approval_missing"]
    )
    return (
        f'{notes}<p id="source">{words["source"]}{escape(spec.source)}</p>'
        f'<p id="approval">{escape(approval)}</p>'
        f'<div class="row script" id="downloads">{words["download"]}'
        '<button class="box" value="csv">CSV</button>'
        '<button class="box" value="geojson">GeoJSON</button>'
        '<button class="box" value="png">PNG</button></div>'
    )

"""Texts that try to be something else come out as text, wherever a map-maker or a table puts them.

Spec, table and polygons are read from what others wrote. An engine would print 49, a browser end
the script, load the image or open the tag.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from functools import cache

import pytest
from lxml import html as parser

from geo.base.markup import Rich
from geo.choropleth.model import Choropleth, Place
from geo.web.body import body
from geo.web.drawing import draw
from geo.web.embed import embed
from geo.web.page import page
from geo.web.snippet import embed_files
from tests.weifang import weifang

ENDS_SCRIPT, TEMPLATE, COMMENT = '"></script><script>', "{{ 7*7 }}", "{#"
HOSTILE = (
    ENDS_SCRIPT,
    TEMPLATE,
    COMMENT,
    "{% raw %}",
    "<img src=x onerror=alert(1)>",
    "--><b>",
    "${1}",
    "\\u003c",
    "&amp;",
    "'><i>",
)
ALL = " ".join(HOSTILE)


@cache
def hostile() -> Choropleth:
    """Weifang with every text hostile: of spec, table (units, stated labels) and polygons."""
    made = weifang()
    n = len(made.districts)
    names = [f"{HOSTILE[i % len(HOSTILE)]}{i}" for i in range(n)]
    spec = made.spec.model_copy(
        update={
            "title": ALL,
            "dek": Rich(ALL),
            "byline": Rich(ALL),
            "source": Rich(ALL),
            "credit": Rich(ALL),
            "notes": tuple(map(Rich, HOSTILE)),
            "approval": ALL,
            "aliases": {names[0]: HOSTILE},
            "embed": made.spec.embed.model_copy(update={"provider": ALL}),
        }
    )
    return replace(
        made,
        spec=spec,
        districts=made.districts.assign(name=names, name_en=names, kind=ALL, host=names[0]),
        measures=tuple(
            replace(m, label=f"{ALL}{m.id}", unit=ALL, description=ALL) for m in made.measures
        ),
        stated=tuple(replace(s, label=f"{ALL}{s.label}") for s in made.stated),
        checks=tuple(replace(c, label=ALL, unit=ALL) for c in made.checks),
        places=(Place(ALL, "370702", ALL, 119.0, 36.7, True, ALL, HOSTILE),),
    )


@cache
def made(form: str, choropleth: str) -> str:
    chosen = hostile() if choropleth == "hostile" else weifang()
    if form == "page":
        return page(chosen)
    if form == "embed":
        return embed(chosen).html
    return embed_files(chosen)[f"weifang-embed.{form}"].decode()


def elements(text: str) -> Counter[str]:
    """How many elements of each kind a browser makes of a document."""
    document = parser.document_fromstring(text)
    return Counter(node.tag for node in document.iter() if isinstance(node.tag, str))


#: Elements of which a text, a note or a place of the hostile map has one more or less.
LISTED = {"li", "meta", "p", "small"}  # a provider is a meta element


@pytest.mark.parametrize("form", ["page", "embed"])
def test_the_document_has_the_elements_of_a_peaceful_one_and_no_other(form):
    found, peaceful = elements(made(form, "hostile")), elements(made(form, "peaceful"))
    assert set(found) == set(peaceful)
    assert {t for t in found if found[t] != peaceful[t]} <= LISTED


@pytest.mark.parametrize("form", ["page", "embed"])
def test_no_attribute_listens(form):
    for node in parser.document_fromstring(made(form, "hostile")).iter():
        assert not [name for name in node.attrib if name.startswith("on")]


@pytest.mark.parametrize("form", ["page", "embed"])
def test_what_is_read_is_what_was_written(form):
    document = parser.document_fromstring(made(form, "hostile"))
    assert document.findtext(".//title") == ALL
    assert document.findtext(".//h1") == ALL
    assert [p.text for p in document.findall(".//footer/p")][: len(HOSTILE)] == list(HOSTILE)
    rows = {th.text_content() for th in document.findall(".//table[@id='table']/tbody//th")}
    assert rows == set(hostile().districts["name"])
    assert document.get_element_by_id("column").text == f"{ALL}investment ({ALL})"
    data = json.loads(document.get_element_by_id("map-data").text)
    assert data.get("title", ALL) == ALL  # of a page
    assert [d["name"] for d in data["districts"]] == list(hostile().districts["name"])
    assert "49" not in re.findall(r">(\w+)<", made(form, "hostile"))


def test_snippets_to_paste_have_no_element_of_a_text():
    text = made("txt", "hostile")
    assert not re.search(r"<(?:b|i|img)\b(?![^>]*weifang\.(?:png|svg))", text)
    assert text.count("<script") == made("txt", "peaceful").count("<script")
    assert text.count("<!--") == text.count("-->") == 6 + 3  # of styles and loader
    frames = [
        node for node in parser.fragments_fromstring(text) if getattr(node, "tag", "") == "div"
    ]
    assert frames[0].find(".//iframe").get("title") == ALL


def test_oembed_holds_the_texts_and_a_snippet_without_their_elements():
    data = json.loads(made("json", "hostile"))
    assert data["title"] == data["provider_name"] == ALL
    [frame] = parser.fragment_fromstring(data["html"], create_parent=True).iter("iframe")
    assert frame.get("title") == ALL


def test_no_view_trusts_a_text_of_the_map():
    """What is marked as markup in the views of the body is folium's element and nothing else."""
    points = [(p.lon, p.lat) for p in hostile().places]
    drawing = draw(hostile().districts, resolution=600, points=points)
    assert list(trusted(body(hostile(), drawing, article=False))) == []


def trusted(value):
    if hasattr(value, "__html__"):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from trusted(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from trusted(part)

"""A published document is compared to the last outline and script; one change is one finding."""

from __future__ import annotations

import pytest

from geo.web.embed import embed
from geo.web.page import page
from geo.web.proofreading import Finding, proofread
from tests.small import small_map

MAP = small_map(["Ann", "Bea"], [1.5, 2], language="en", title="Two")
MADE = {"page": page(MAP), "embed": embed(MAP).html}


@pytest.mark.parametrize("form", MADE)
def test_what_was_just_built_has_no_finding(form: str):
    assert proofread(MADE[form], MAP) == ()


def changed(form: str, old: str, new: str) -> tuple[Finding, ...]:
    assert old in MADE[form]
    return proofread(MADE[form].replace(old, new, 1), MAP)


@pytest.mark.parametrize("form", MADE)
def test_a_text_a_fill_an_outline_and_a_label_are_found_where_they_are(form: str):
    (text,) = changed(form, "<button>Ann</button>", "<button>Anna</button>")
    assert text == Finding("text", "Ann", "Anna", "Ann")
    (label,) = changed(form, 'aria-label="Ann, Rate 1.5 %"', 'aria-label="Ann, Rate 9 %"')
    assert (label.aspect, label.place, label.expected) == (
        "attribute",
        "Ann",
        "aria-label=Ann, Rate 1.5 %",
    )
    # Style sheets name fills, too.
    whole = MADE[form]
    start = whole.index('fill="#', whole.index("</style>"))
    (found,) = proofread(f'{whole[:start]}fill="#000000"{whole[start + 14 :]}', MAP)
    assert (found.aspect, found.published) == ("fill", "#000000")


@pytest.mark.parametrize("form", MADE)
def test_a_script_that_was_put_in_and_one_that_was_changed_are_found(form: str):
    strange = changed(form, "</main>", "<script>send()</script></main>")
    assert Finding("program", "", "send()", "") in strange
    (style,) = changed(form, "<style>", "<style>b{}")
    assert (style.aspect, style.published[:3]) == ("program", "b{}")


def test_a_listener_or_a_frame_of_others_is_found():
    assert Finding("attribute", "Ann", "onclick=x()", "") in changed(
        "page", "<button>Ann", '<button onclick="x()">Ann'
    )
    found = changed("page", "</main>", '<iframe src="//x"></iframe></main>')
    assert {"<iframe>", "src=//x"} <= {f.published for f in found}


def test_a_value_in_the_data_alone_is_found():
    (found,) = changed("embed", '"values":{"a":1.5}', '"values":{"a":1.6}')
    assert found.aspect == "data"


def test_rows_in_another_order_are_found():
    text = MADE["embed"]
    start = text.index("<tr data-row")
    middle = text.index("<tr data-row", start + 1)
    end = text.index("</tbody>", middle)
    swapped = text[:start] + text[middle:end] + text[start:middle] + text[end:]
    assert [f.published for f in proofread(swapped, MAP)] == ["the same parts in another order"]


def test_the_version_is_no_finding():
    assert changed("page", 'content="geo-choropleth ', 'content="geo-choropleth 9') == ()

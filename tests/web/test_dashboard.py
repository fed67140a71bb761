"""A dashboard as one page: whole without network and scripts, its texts never code."""

from __future__ import annotations

import re

from geo.web.assets import built
from geo.web.dashboard import dashboard_page
from geo.web.options import script
from tests.boards import board
from tests.small import small_map
from tests.weifang import weifang

HOSTILE = "</script></template><img src=x onerror=alert(1)>"


def test_each_map_is_there_before_any_script_and_the_index_has_its_figures():
    html = dashboard_page(board())
    assert html.count('<template shadowrootmode="open">') == 2
    assert [text for text in ("First", "Second") if f'<h1 aria-level="2">{text}</h1>' in html] == [
        "First", "Second",
    ]  # fmt: skip
    assert html.count("<main>") == 1
    assert (
        '<tr data-row="Bea"><th scope="row"><button>Bea</button></th><td></td><td>50</td>' in html
    )
    assert '<option value="Ann">Ann</option>' in html
    assert not re.search(r"(src|href)=\"?https?:", html)


def test_maps_with_the_same_options_share_one_script():
    alike, made = board(), dashboard_page(board())
    (own,) = {script(one, article=True) for one in alike.maps}
    assert made.count(own) == made.count(built("dashboard.js")) == 1
    assert made.count('data-app="0"') == 2
    mixed = dashboard_page(board(weifang(), alike.maps[0]))
    assert ('data-app="0"' in mixed, 'data-app="1"' in mixed) == (True, True)


def test_rules_of_the_document_are_rules_of_the_shadow_root():
    html = dashboard_page(board())
    inside = re.findall(r'<template shadowrootmode="open"><style>(.*?)</style>', html, re.DOTALL)
    assert [":root" in rules for rules in inside] == [False, False]
    assert all(":host{--bg" in rules for rules in inside)


def test_text_of_data_and_spec_is_never_code():
    one = small_map([HOSTILE, "B"], [1, 2], "en", title=HOSTILE, label=HOSTILE)
    html = dashboard_page(board(one, one, title=HOSTILE, dek=HOSTILE))
    assert "<img" not in html
    assert html.count("</template>") == 2


def test_the_theme_and_the_language_are_those_of_the_first_map():
    arabic = dashboard_page(board(small_map(["A"], [1], "ar"), board().maps[0]))
    assert '<html lang="ar" dir="rtl">' in arabic
    assert 'dir="ltr" aria-label="First"' in arabic
    assert ":root{color-scheme:light dark}" in arabic

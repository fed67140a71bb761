"""The layouts that the snippet is tried in, and the table that says how it went."""

from __future__ import annotations

import pytest

from proofs.layouts.__main__ import DOCUMENT, WIDTHS, faults, table, written
from proofs.layouts.hosts import HOSTS, Host, without
from proofs.layouts.measuring import Measured

GOOD = Measured(width=343, height=1556.3, spare=2, shift=0, overflow=0)


def test_a_stripped_element_takes_its_content_along():
    assert without("style", "script")("<b><style>x</style></b><script>\ny</script>z") == "<b></b>z"


def test_a_snippet_that_comes_late_is_text_of_a_script():
    page = Host("late", "<i id=slot></i>", after="put(snippet);").page("<p>`${x}`</p><!--<script>")
    assert "<i id=slot></i>" in page
    assert 'const snippet = "\\u003cp>`${x}`\\u003c/p>\\u003c!--\\u003cscript>";' in page
    assert Host("plain").page("<p>map</p>").count("<p>map</p>") == 1


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({}, []),
        ({"width": 18}, ["too narrow"]),
        ({"spare": -2}, ["cut off"]),
        ({"spare": 25}, ["empty room"]),
        ({"shift": 0.001}, ["layout shift"]),
        ({"overflow": 1}, ["sideways scrolling"]),
    ],
)
def test_what_is_wrong_with_a_map_in_an_article(change, fault):
    one = Measured(**{"width": 343, "height": 1556, "spare": 2, "shift": 0, "overflow": 0} | change)
    assert list(faults(375, one)) == fault


def test_the_table_replaces_the_one_before():
    made = table({(host.name, width): GOOD for host in HOSTS for width in WIDTHS})
    assert made.splitlines()[2] == "| plain column |" + " 343 × 1556, +2 |" * 3 + " 0.000 |"
    once = written(DOCUMENT.read_text(encoding="utf-8"), made)
    assert once.count("| plain column |") == 1
    assert written(once, made) == once


def test_the_document_has_a_row_for_every_layout_that_is_tried():
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    rows = [line.split("|")[1].strip() for line in lines if line.startswith("| ") and "×" in line]
    assert rows == [host.name for host in HOSTS]

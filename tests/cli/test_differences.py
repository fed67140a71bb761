"""The table of a comparison: every kind of change under its own head, text as text."""

from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from geo.choropleth.changes import compare
from geo.choropleth.edition import edition_of
from geo.cli.differences import print_comparison
from tests.choropleth.editions import edition
from tests.small import timely_map


def printed(old, new) -> str:
    out = io.StringIO()
    print_comparison(old, new, compare(old, new), Console(file=out, width=120))
    return out.getvalue()


def test_a_value_is_printed_with_its_difference_and_names_as_they_are():
    old = edition_of(edition(names=["[b]", "Bea", "Cid", "Dot"]), "old.html")
    new = edition_of(edition(names=["[b]", "Bea", "Cid", "Dot"], values=(1, 2, 8, 9)), "m.toml")
    text = printed(old, new)
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in text.splitlines()]
    assert ["a", "[b]", "1.5", "1", "-0.5"] in rows
    assert ["a", "Dot", "missing", "9", ""] in rows
    assert ["a", "Dot", "—", "3"] in rows
    assert ("Values" in text, "Classes" in text, "Breaks" in text) == (True, True, False)


def test_editions_of_two_versions_are_said_to_be():
    old = replace(edition_of(edition(), "old.html"), version="0.0.9")
    new = replace(old, version="0.1.0")
    text = printed(old, new)
    assert "old: old.html (geo 0.0.9)" in text
    assert "made by other versions: geo 0.0.9 and geo 0.1.0" in text
    assert "nothing differs" in text


def test_a_long_table_is_cut_and_says_so():
    many = [f"D{i}" for i in range(70)]
    old = edition_of(edition(names=many, values=[1.0] * 70), "a")
    new = edition_of(edition(names=many, values=[1.5] * 70), "b")
    assert "and 10 more: see --json" in printed(old, new)


def test_a_value_of_an_earlier_period_is_printed_with_it():
    rows = [("A", "1999", 3), ("A", "2001", 1)]
    old, new = (edition_of(timely_map(some), "m") for some in (rows, [("A", "1999", 4), rows[1]]))
    table = [[c.strip() for c in line.split("│")[1:-1]] for line in printed(old, new).splitlines()]
    assert ["a", "1999", "A", "3", "4", "+1"] in table

"""What the report says of classes and rounding."""

from __future__ import annotations

import io

from rich.console import Console

from geo.cli.robustness import print_alternatives, print_doubts
from tests.choropleth.test_doubts import OPEN, OWN, printed_map
from tests.weifang import weifang


def printed(function, choropleth) -> str:
    out = io.StringIO()
    function(choropleth, Console(file=out, width=120))
    return out.getvalue()


def test_districts_in_doubt_are_named_with_the_ends_of_their_figure():
    assert printed(print_doubts, OPEN) == (
        "a: rounding of the source could move 1 district to another class: [D0] (5.95 to 6.05)\n"
    )
    assert printed(print_doubts, weifang()) == ""


def test_of_many_the_first_are_named_and_the_others_counted():
    many = printed_map(*["6.0"] * 13, "1.5", **OWN)
    said = printed(print_doubts, many)
    assert "could move 13 districts to another class: [D0] (5.95 to 6.05)" in said
    assert said.endswith(" and 1 more\n")


def test_other_schemes_are_told_with_their_districts_and_other_numbers_of_classes():
    first = printed(print_alternatives, weifang()).splitlines()[0]
    assert first == (
        "investment: of 16 districts would switch class by quantiles 10, equal-interval 3, "
        "pretty 2 (4 classes), head-tail 0 (4 classes), fisher-jenks 1 (4 classes), "
        "fisher-jenks 1 (6 classes)"
    )

"""Numbers that are in no cell, each with its reason."""

from __future__ import annotations

from geo.release.parsing.clauses import Clause
from geo.release.phrases.disambiguate import settle
from geo.release.phrases.run import Run
from geo.release.phrases.tokens import scan
from geo.release.scoping.outcomes import refused
from geo.release.text.lines import read_lines


def told(text: str, *args) -> list[tuple[str, str]]:
    line = read_lines(text)[0]
    clause = Clause(line, 0, 3, Run(settle(scan(line.text, []))), (0, len(text)))
    return [(number.printed, number.reason) for number in refused(clause, *args)]


def test_every_number_has_the_reason_of_its_kind_or_the_given_one():
    text = "2月26日16个12%"
    assert told(text) == [("2月26日", "date"), ("16个", "unclear"), ("12%", "percent")]
    assert told(text, "joint")[1] == ("16个", "joint")
    assert told(text, None, {5: "part"})[1] == ("16个", "part")


def test_a_number_that_was_taken_is_not_among_them():
    assert told("16个15个", None, None, [0]) == [("15个", "unclear")]


def test_a_time_without_digits_is_no_number():
    assert told("今年16个") == [("16个", "unclear")]

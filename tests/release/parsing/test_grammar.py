"""The grammar of a clause, by the kinds of its words alone."""

from __future__ import annotations

import pytest

from geo.release.parsing.grammar import LONGEST, Group, read_clause, terminals
from geo.release.words.kinds import UNPARSED, Kind


def parsed(kinds: str):
    return read_clause(tuple(Kind(kind) for kind in kinds.split()))


def test_unit_count_and_sum():
    found = parsed("PLACE ACT COUNT PROJECT MEASURE MONEY")
    assert found is not None
    assert found.places == (0,)
    assert found.figures == (
        Group("counts", (1,), (2,), (3,)),
        Group("moneys", (4,), (5,), ()),
    )


def test_several_numbers_in_one_list():
    found = parsed("PLACE JOIN PLACE EACH NUMBER SEP COUNT")
    assert found is not None
    assert (found.places, found.figures) == ((0, 2), (Group("counts", (3,), (4, 6), ()),))


@pytest.mark.parametrize(
    ("kinds", "within", "amid"),
    [
        ("IN PLACE COUNT PROJECT", True, False),
        ("COUNT PROJECT IN PLACE", True, False),
        ("COUNT PROJECT AMID", False, True),
    ],
)
def test_a_place_named_by_a_verb_and_a_whole_of_parts(kinds, within, amid):
    found = parsed(kinds)
    assert found is not None
    assert (found.within, found.amid) == (within, amid)


@pytest.mark.parametrize("kinds", ["COUNT COUNT SEP", "PLACE CODE", "RANGE"])
def test_what_is_no_clause_is_not_parsed(kinds):
    assert parsed(kinds) is None


def test_a_clause_of_more_words_than_any_has_is_not_parsed():
    assert read_clause((Kind.WORD,) * LONGEST) is not None
    assert read_clause((Kind.WORD,) * (LONGEST + 1)) is None


def test_a_terminal_that_is_no_kind_is_refused():
    rules = " ".join(sorted(frozenset(Kind) - UNPARSED - {Kind.ACT}))
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the message is compared whole
        terminals(f"start: {rules} ACTT // ACT")
    assert str(error.value) == (
        "grammar.lark: terminals that are no kind of token: ['ACTT']; "
        "kinds that are no terminal: ['ACT']."
    ).replace("['ACT']", f"[{Kind.ACT!r}]")


def test_a_rate_right_behind_a_figure_ends_a_statement_alone():
    found = parsed("PLACE MONEY PERCENT")
    assert found is not None
    assert found.figures == (Group("moneys", (), (1,), ()),)
    assert parsed("PLACE PERCENT") is None
    assert parsed("PLACE MONEY PERCENT MONEY") is None

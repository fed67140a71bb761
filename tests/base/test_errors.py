"""One form for every error: where, what, what to do; nearest names come from the allowed ones."""

from __future__ import annotations

import pytest

from geo.base.errors import (
    MapError,
    Problem,
    collecting,
    did_you_mean,
    nearest,
    of_map,
    offer,
    summary,
)

DISTRICTS = ["奎文区", "潍城区", "坊子区", "寒亭区", "青州市", "高密市"]


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (
            Problem("data/projects.csv, row 7", "investment '12O.5' is not a number",
                    "Write it in 亿元, for example 120.5."),
            "data/projects.csv, row 7: investment '12O.5' is not a number. "
            "Write it in 亿元, for example 120.5.",
        ),
        (
            Problem("data/projects.csv", "district is empty", "Fill it in.", row=7),
            "data/projects.csv, row 7: district is empty. Fill it in.",
        ),
        (Problem("", "is wrong", row=7), "row 7: is wrong."),
        (Problem("a.csv", "is empty"), "a.csv: is empty."),
        (Problem("", "no district has a value", "Add one."), "no district has a value. Add one."),
    ],
)  # fmt: skip
def test_a_problem_reads_as_place_finding_and_remedy(problem: Problem, text: str):
    assert str(problem) == text


def test_a_map_error_holds_all_problems_one_a_line():
    error = MapError([Problem("a", "is wrong"), Problem("b", "is wrong too", "Mend it.")])
    assert str(error) == "a: is wrong.\nb: is wrong too. Mend it."
    assert len(error.problems) == 2
    assert isinstance(error, ValueError)


def test_a_single_problem_needs_no_list():
    assert MapError(Problem("a", "is wrong")).problems == (Problem("a", "is wrong"),)


def test_one_wrong_character_of_three_still_finds_the_name():
    assert nearest("奎文趋", DISTRICTS) == ["奎文区"]


def test_the_nearest_name_comes_first_and_no_more_than_asked_for():
    assert nearest("investmen", ["investor", "investment", "invest", "area"], most=2) == [
        "investment", "invest",
    ]  # fmt: skip


def test_equally_near_names_come_in_alphabetical_order():
    assert nearest("青山区", ["东山区", "青川区", "青云区", "海沧区"]) == [
        "东山区",
        "青云区",
        "青川区",
    ]


def test_names_are_offered_in_one_sentence():
    assert offer([]) == ""
    assert offer(["a"]) == "Did you mean a?"
    assert offer(["a", "b"]) == "Did you mean a or b?"


def test_nothing_near_lists_what_is_allowed():
    assert did_you_mean("x", ["b", "a", "b"]) == "Allowed: a, b."
    assert did_you_mean("x", []) == ""


def test_a_long_list_is_cut():
    many = [f"{i:02d}" for i in range(20)]
    assert did_you_mean("x", many) == (
        "Allowed: 00, 01, 02, 03, 04, 05, 06, 07, 08, 09, 10, 11, …."
    )


def test_near_names_are_offered_as_a_question():
    assert did_you_mean("青州", DISTRICTS) == "Did you mean 青州市?"


def test_a_finding_that_ends_with_a_question_gets_no_second_stop():
    assert str(Problem("m.toml", "'x' is no total. Did you mean y?")) == (
        "m.toml: 'x' is no total. Did you mean y?"
    )


def test_a_hundred_thousand_problems_are_twenty_and_a_count_by_kind():
    wrong = [
        Problem("t.csv", f"v '{n}O' is not a number", "Write it.", row=n) for n in range(99_000)
    ]
    wrong += [Problem("t.csv", f"'奎文{n}' matches no district", row=n) for n in range(1_000)]
    lines = str(MapError(wrong)).splitlines()
    assert lines[18:] == [
        "t.csv, row 18: v '18O' is not a number. Write it.",
        "t.csv, row 0: '奎文0' matches no district.",
        "and 99,980 more:",
        "98,981 × v … is not a number",
        "999 × … matches no district",
    ]
    assert len(MapError(wrong).problems) == 100_000


def test_the_one_of_its_kind_is_shown_before_the_twentieth_of_another():
    floods = [Problem("a.json", f"polygon {i} repaired") for i in range(30)]
    lone = Problem("a.csv", "314 of 317 keys lost the leading zeros of the codes")
    assert summary([*floods, lone]).splitlines() == [
        *(str(problem) for problem in floods[:19]),
        str(lone),
        "and 11 more:",
        "11 × polygon … repaired",
    ]


def test_twenty_problems_are_listed_in_full():
    wrong = [Problem("t.csv", "is blank", row=n) for n in range(20)]
    assert summary(wrong).splitlines() == [str(problem) for problem in wrong]


def test_problems_of_several_steps_are_collected():
    problems: list[Problem] = []
    for name in ("a", "b"):
        with collecting(problems):
            raise MapError(Problem(name, "is wrong"))
    with collecting(problems):
        pass
    assert [str(problem) for problem in problems] == ["a: is wrong.", "b: is wrong."]


def test_one_command_builds_many_maps_so_a_problem_says_of_which():
    with pytest.raises(MapError) as caught, of_map("qingdao"):
        raise MapError([Problem("plates[1]", "is too small"), Problem("map", "is wrong", row=2)])
    assert str(caught.value) == (
        "qingdao, plates[1]: is too small.\nqingdao, map, row 2: is wrong."
    )

"""The report is a table a person can read, and says what keeps a map from being published."""

from __future__ import annotations

import dataclasses
import io
from decimal import Decimal
from pathlib import Path

import pytest
from rich.console import Console

from geo.base.errors import Problem
from geo.base.writing import Written
from geo.cli.console import make_console
from geo.cli.report import (
    class_ranges,
    contradictions,
    print_files,
    print_policies,
    print_remarks,
    print_report,
    print_says,
    publish_problems,
)
from tests.pairs import pair_map
from tests.small import small_map, timely_map
from tests.weifang import SPEC, weifang


def printed(*arguments, function) -> str:
    out = io.StringIO()
    function(*arguments, Console(file=out, width=120))
    return out.getvalue()


def test_the_report_names_matches_totals_and_classes():
    text = printed(weifang(), function=print_report)
    for words in ("16 of 16 districts matched", "1480.6", "agrees", "fisher-jenks", "GVF"):
        assert words in text


def test_a_title_in_square_brackets_is_text_and_no_markup():
    spec = weifang().spec.model_copy(update={"title": "[bold]潍坊[/]"})
    assert "[bold]潍坊[/]" in printed(
        dataclasses.replace(weifang(), spec=spec), function=print_report
    )


def test_class_ranges_give_break_values_with_the_number_of_districts_between():
    text = class_ranges(weifang().measure("investment"))
    assert text == "0 (2) 50 (8) 90 (3) 130 (2) 170 (1) 200"


def test_sizes_of_files_are_readable():
    assert "12,345" in printed([Written(SPEC, 12_345)], function=print_files)


def test_a_contradiction_shows_both_numbers():
    check = dataclasses.replace(weifang().checks[0], stated=Decimal(265), ok=False)
    (problem,) = contradictions(dataclasses.replace(weifang(), checks=(check,)))
    assert str(problem) == (
        "weifang, 全市: projects adds up to 264 个, but 265 个 is stated. "
        "Correct the table or the stated total."
    )


def test_a_map_without_approval_number_is_not_to_be_published():
    (problem,) = publish_problems(weifang())
    assert str(problem) == (
        "weifang, approval: no map approval number (审图号). "
        "Write the approved map's number into the spec."
    )
    approved = weifang().spec.model_copy(update={"approval": "鲁SG（2024）001号"})
    assert publish_problems(dataclasses.replace(weifang(), spec=approved)) == []


def test_the_report_says_where_the_map_lies():
    assert "centre 119.09°E 36.51°N" in printed(weifang(), function=print_report)


@pytest.mark.parametrize("text", ["[/]", "[red]元", "[link=x]"])
def test_square_brackets_of_the_inputs_are_printed_as_they_are(text: str):
    measure = dataclasses.replace(weifang().measures[0], unit=text)
    check = dataclasses.replace(weifang().checks[0], label=text, unit=text)
    made = dataclasses.replace(weifang(), name=text, measures=(measure,), checks=(check,))
    shown = printed(made, function=print_report)
    assert shown.count(text) == 4
    assert text in printed([Written(Path(text), 1)], function=print_files)


def test_own_breaks_that_leave_all_districts_in_one_class_are_reported():
    small = small_map(["A", "B"], [1, 2], scheme="own", breaks=(10, 20, 30))
    words = "a: all districts with a value are in one of the 3 classes"
    assert words in printed(small, function=print_report)


def test_the_report_says_when_rounding_leaves_fewer_classes_than_were_asked_for():
    names = list("ABCDE")
    many = small_map(names, [1.1, 1.2, 1.3, 1.4, 2], decimals=0, scheme="quantiles", classes=4)
    words = "2 classes instead of 4: rounded to 0 decimals, 5 different values are 2. Raise"
    assert words in printed(many, function=print_report)
    few = small_map(names, [1, 1, 1, 1, 2], scheme="quantiles", classes=4)
    assert "2 classes instead of 4: the values leave no more" in printed(few, function=print_report)
    one = small_map(names, [1, 1, 1, 1, 1], scheme="quantiles", classes=4)
    assert "a: 1 class instead of 4" in printed(one, function=print_report)


@pytest.mark.parametrize(
    ("unit", "values", "said"),
    [("%", [0.1, 0.5, 0.9], True), ("%", [0.1, 0.5, 1], False), ("km", [0.1, 0.5, 0.9], False),
     ("%", [0.1, 0.9], False), ("%", [0, 0, 0], False)],
)  # fmt: skip
def test_per_cent_that_may_be_shares_of_one_are_reported(unit: str, values, said: bool):
    made = small_map([*"ABC"][: len(values)], values, unit=unit, decimals=1)
    assert ("all figures are below 1 %" in printed(made, function=print_report)) is said


def test_footnote_marks_and_rows_of_totals_are_in_the_report():
    small = small_map(["A", "B"], [1, 2])
    note = Problem("t.csv", "a 1 has a footnote mark ①", row=2)
    joined = dataclasses.replace(small.joined, notes=(note,), total_rows=("合计",))
    text = printed(dataclasses.replace(small, joined=joined), function=print_report)
    assert "rows of totals: 合计" in text
    assert "t.csv, row 2: a 1 has a footnote mark ①." in text


def test_the_policies_are_named_by_their_file_and_not_printed(capsys):
    print_policies(weifang(), ["weifang-embed.html", "weifang-embed.txt"], make_console())
    print_policies(weifang(), ["weifang.html"], make_console())
    assert capsys.readouterr().out == "content security policies: in weifang-embed.txt\n"


def test_the_report_lists_the_periods_and_what_is_known_in_each():
    rows = [("A", "2001", 1), ("B", "2001", 9), ("A", "before", 3)]
    said = printed(timely_map(rows), function=print_report)
    assert "2 periods, as the table has them: 2001, before; classes are those of all" in said
    lines = [line.replace(" ", "").split("│")[1:4] for line in said.splitlines()]
    assert ["2001", "2", "2"] in lines
    assert ["before", "1", "1"] in lines


def test_remarks_are_text_and_stay_on_their_line():
    text = printed(["plates[1]: no room for [bold]A[/]" + " and B" * 40], function=print_remarks)
    assert text == "plates[1]: no room for [bold]A[/]" + " and B" * 40 + "\n"


def test_the_report_has_both_measures_of_a_bivariate_one():
    made = pair_map([5, 25, 25], [5, 5, 25], other={"scheme": "quantiles", "breaks": ()})
    measure = made.measure("both")
    assert class_ranges(measure) == "Income 0 (1) 10 (0) 20 (2) 30; Jobs 5 (2) 20 (1) 25"
    text = printed(made, function=print_report)
    assert "3 x 2, own, quantiles" in text
    assert "both: Jobs has 2 classes instead of 3: the values leave no more" in text


def test_what_the_first_measure_says_is_repeated_as_text():
    text = printed(small_map(["[b]A", "B"], [1, 2], "en"), function=print_says)
    head, first, *_ = text.splitlines()
    assert head == "What the map says (geo says has the figures)"
    assert first.startswith("  Rate is highest in B (2 %) and lowest in [b]A (1 %)")

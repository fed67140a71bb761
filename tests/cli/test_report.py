"""The report is a table a person can read, and says what keeps a map from being published."""

from __future__ import annotations

import dataclasses
import io

from rich.console import Console

from geo.base.files import Written
from geo.cli.report import class_ranges, contradictions, print_files, print_report, publish_problems
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
    parts = text.split()
    assert parts[0] == weifang().measure("investment").symbology.break_texts[0]
    assert sum(int(p.strip("()")) for p in parts if p.startswith("(")) == 16


def test_sizes_of_files_are_readable():
    assert "12,345" in printed([Written(SPEC, 12_345)], function=print_files)


def test_a_contradiction_shows_both_numbers_and_what_rounding_explains():
    check = dataclasses.replace(weifang().checks[0], ok=False)
    (problem,) = contradictions(dataclasses.replace(weifang(), checks=(check,)))
    assert str(check.parts_sum) in str(problem)
    assert str(check.stated) in str(problem)


def test_a_map_without_approval_number_is_not_to_be_published():
    (problem,) = publish_problems(weifang())
    assert "审图号" in str(problem)
    approved = weifang().spec.model_copy(update={"approval": "鲁SG（2024）001号"})
    assert publish_problems(dataclasses.replace(weifang(), spec=approved)) == []

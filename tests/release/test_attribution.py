"""Whose the numbers are: each row of the table is one transition from scope to scope."""

from __future__ import annotations

import pytest

from geo.release.attribution import attribute, read_line
from geo.release.extract import extract
from geo.release.names.hierarchy import Levels
from geo.release.names.places import find_places
from geo.release.names.sought import names_for
from geo.release.phrases.disambiguate import settle
from geo.release.phrases.tokens import scan
from geo.release.scoping.outcomes import Taken
from geo.release.scoping.scopes import Scope
from geo.release.tabular.tables import find_tables, read_table
from geo.release.text.lines import read_lines
from geo.release.words.readings import Unused

LEVELS = Levels(frozenset({"潍坊市"}))


def read(text: str):
    """Return the scope after the prose of a text, and all outcomes in order."""
    names, scope, outcomes = names_for(text, (), {}), Scope(LEVELS), []
    for number, line in enumerate(read_lines(text)):
        tokens = settle(scan(line.text, list(find_places(line.text, names))))
        scope, found = read_line(scope, line, number, tokens)
        outcomes += found
    return scope, outcomes


def subject(scope: Scope) -> str:
    """Write who is spoken of: role, then label or names."""
    found = scope.sentence.subject
    if found is None:
        return "nobody"
    names = "、".join(place.name for place in found.places)
    return f"{found.role} {found.label or names}".strip()


def bond(scope: Scope) -> str:
    found = scope.clause.bond
    return f"broken: {found.reason}" if found.state == "broken" else found.state


#: What was read, and then: who is spoken of, how firmly.
TRANSITIONS = {
    # a name begins
    "奎文区16个": ("place 奎文区", "firm"),
    "奎文区、潍城区各16个": ("place 奎文区、潍城区", "firm"),
    "潍坊市开工264个项目": ("event 潍坊市", "firm"),
    "全市开工264个项目": ("event 全市", "firm"),
    "264个项目集中开工": ("event", "firm"),
    "产业类项目219个": ("type 产业类", "firm"),
    "省级重点项目70个": ("batch 省级重点", "firm"),
    "2024年，全市计划实施重点项目1527个": ("portfolio 2024年", "firm"),
    # what is understood keeps the bond
    "奎文区16个，总投资81.8亿元": ("place 奎文区", "firm"),
    "奎文区16个，同比增长5%": ("place 奎文区", "firm"),
    # what is not understood loosens it
    "奎文区聚焦主业": ("place 奎文区", "loose"),
    "全市聚焦主业": ("event 全市", "loose"),
    "奎文区16个，亮点纷呈": ("place 奎文区", "loose"),
    "奎文区聚焦主业，集中开工项目16个": ("place 奎文区", "firm"),
    # or breaks it
    "奎文区16个，由天瑞公司建设": ("place 奎文区", "broken: unclear"),
    "奎文区16个，某某镇抢抓机遇": ("place 奎文区", "broken: unclear"),
    "奎文区16个，占地910亩的磁悬浮": ("place 奎文区", "broken: unclear"),
    "奎文区，项目总投资35亿元": ("place 奎文区", "broken: project"),
    "奎文区16个，项目20个": ("place 奎文区", "broken: unclear"),
    "奎文区16个；蓄势而起": ("place 奎文区", "broken: unclear"),
    # broken stays broken, though more is not understood
    "奎文区，项目总投资35亿元，亮点纷呈": ("place 奎文区", "broken: project"),
    # a semicolon mends the bond and keeps the subject; a full stop ends both
    "奎文区，项目总投资35亿元；总投资9亿元": ("place 奎文区", "firm"),
    "奎文区16个。亮点纷呈": ("nobody", "loose"),
    "奎文区，项目总投资35亿元。潍城区15个": ("place 潍城区", "firm"),
    # another name is another subject
    "奎文区16个，潍城区15个": ("place 潍城区", "firm"),
    # parts
    "奎文区16个，其中产业类10个": ("part sort", "firm"),
    "全市264个，其中省级70个": ("batch 省级", "firm"),
    "全市264个项目中": ("part", "firm"),
    "奎文区16个，其中年度计划投资30亿元": ("place 奎文区", "firm"),
    "奎文区（经开区3个）": ("part", "firm"),
    "奎文区（含经开区3个）": ("place 奎文区", "broken: unclear"),
    "奎文区（总投资81.8亿元）": ("place 奎文区", "firm"),
    # a project in a place is no unit
    "奎文区16个，亮点纷呈，总投资9亿元的产业园落户潍城区": ("place 奎文区", "broken: unclear"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TRANSITIONS.items(), ids=list(TRANSITIONS))
def test_a_clause_leaves_its_scope(text, expected):
    scope, _ = read(text)
    assert (subject(scope), bond(scope)) == expected


#: What was read, and the outcome of every number: taken into which statement, or refused and why.
OUTCOMES = {
    "奎文区16个，总投资81.8亿元": "16个 → 0, 81.8亿元 → 0",
    "奎文区16个，潍城区15个": "16个 → 0, 15个 → 1",
    "奎文区签约16个，开工10个": "16个 → 0, 10个 → 1",
    "奎文区、潍城区分别16个、15个": "16个 → 0, 15个 → 0",
    "奎文区、潍城区共31个项目": "31个: joint",
    "奎文区、潍城区各16个，坊子区、寒亭区9个": "16个 → 0, 9个: joint",
    "奎文区、潍城区分别16个、15个、20个": "16个: mismatch, 15个: mismatch, 20个: mismatch",
    "奎文区16个，项目20个": "16个 → 0, 20个: unclear",
    "奎文区，项目总投资35亿元，计划总投资40亿元": "35亿元: project, 40亿元: project",
    "奎文区16个，其中产业类10个": "16个 → 0, 10个: part",
    "奎文区（含经开区3个）16个": "3个: unclear, 16个 → 0",
    "奎文区（经开区3个），16个": "3个: part, 16个 → 0",
    "奎文区16个，增加3个": "16个 → 0, 3个: change",
    "奎文区聚焦主业，总投资81.8亿元": "81.8亿元: unclear",
    "奎文区聚焦主业，集中开工项目16个": "16个 → 0",
    "2月26日，奎文区16个，占12%": "2月26日: date, 16个 → 0, 12%: percent",
    "1. 奎文区16个": "1: mark, 16个 → 0",
    "用地910亩": "910亩: unclear",
    "奎文区16个，用地910亩": "16个 → 0, 910亩 → 0",
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OUTCOMES.items(), ids=list(OUTCOMES))
def test_every_number_has_one_outcome(text, expected):
    _, outcomes = read(text)
    assert ", ".join(text for _, text in sorted(told(outcomes))) == expected


def told(outcomes) -> list[tuple[int, str]]:
    """Write every number once, with its place: two outcomes for one would be two entries."""
    found, seen = [], set()
    for outcome in outcomes:
        if isinstance(outcome, Unused):
            found.append((outcome.start, f"{outcome.printed}: {outcome.reason}"))
            continue
        assert isinstance(outcome, Taken)
        for reading in outcome.statement.all_readings:
            if reading.start not in seen:
                seen.add(reading.start)
                found.append((reading.start, f"{reading.printed} → {outcome.number}"))
    return found


def test_a_step_changes_nothing_in_place():
    scope = Scope(LEVELS)
    line = read_lines("奎文区，总投资81.8亿元，项目16个。")[0]
    tokens = settle(scan(line.text, list(find_places(line.text, names_for(line.text, (), {})))))
    first, second = read_line(scope, line, 0, tokens), read_line(scope, line, 0, tokens)
    assert first == second
    assert scope == Scope(LEVELS)


def test_a_heading_dates_the_lines_below_it_until_the_next_paragraph():
    _, outcomes = read("二、签约情况\n奎文区16个\n\n奎文区10个")
    acts = [outcome.statement.act for outcome in outcomes if isinstance(outcome, Taken)]
    assert acts == ["签约", "签约"]
    scope, _ = read("二、签约情况\n奎文区16个\n\n奎文区10个")
    assert scope.heading.act == ""


def test_names_of_the_sentence_before_keep_their_place():
    text = "奎文区、潍城区分别开工项目16个，15个。\n总投资分别为81.8亿元，84.5亿元。"
    _, outcomes = read(text)
    spans = outcomes[-1].statement.subject.names
    assert [text[start:end] for start, end in spans] == ["奎文区", "潍城区"]


def test_the_first_refusal_of_a_number_stays():
    line = read_lines("奎文区、潍城区共31个项目")[0]
    tokens = settle(scan(line.text, list(find_places(line.text, names_for(line.text, (), {})))))
    again = {1: (range(1, 2), ())}  # the same line once more, as a table's
    found = attribute([line, line], lambda *_: tokens, again, LEVELS)
    assert [(u.printed, u.reason) for u in found.refused.values()] == [("31个", "joint")]


def test_the_rows_of_a_table_are_statements_and_quote_their_whole_line():
    text = "县市区\t项目数（个）\n奎文区\t16\n潍城区\t15"
    lines, names = read_lines(text), names_for(text, (), {})
    places = [list(find_places(line.text, names)) for line in lines]
    tokens = [settle(scan(line.text, at)) for line, at in zip(lines, places, strict=True)]
    (run,) = find_tables(lines)
    tables = {run.start: read_table(lines, run, lambda number: places[number])}
    found = attribute(lines, lambda number, _: tokens[number], tables, LEVELS)
    readings = [r for statement in found.statements for r in statement.all_readings]
    assert [(r.printed, text[slice(*r.sentence)]) for r in readings] == [
        ("16", "奎文区\t16"), ("15", "潍城区\t15"),
    ]  # fmt: skip


def test_a_sentence_with_figures_of_nobody_is_no_heading():
    text = "某新材料项目达产后年产值30亿元。\n奎文区16个项目，总投资5亿元。"
    release = extract(text)
    assert [(release.events[row.event], row.name) for row in release.rows] == [("", "奎文区")]


def test_a_line_that_names_another_article_lends_nothing():
    found = extract("相关新闻：一季度全市集中开工48个项目\n奎文区签约16个，潍城区15个。")
    assert (found.events, found.stated) == (("签约",), ())
    assert ("48个", "other") in [(number.printed, number.reason) for number in found.unused]


def test_who_said_so_is_nothing_that_a_sentence_begins_with():
    found = extract("据悉，本次集中开工的项目，奎文区16个，潍城区15个。据市统计局统计，共31个。")
    assert [(r.name, r.cells[0].printed) for r in found.rows] == [
        ("奎文区", "16个"), ("潍城区", "15个"),
    ]  # fmt: skip


def test_numbers_of_what_is_passed_over_are_listed():
    unused = extract("按照《2025年市级重点项目计划》，奎文区安排项目28个。").unused
    assert [number.printed for number in unused] == ["2025年"]

"""What is not understood loosens the bond to the subject, or breaks it: one clause, its scope."""

from __future__ import annotations

import pytest

from geo.release.clauses import split_clauses
from geo.release.disambiguate import settle
from geo.release.extract import extract
from geo.release.hierarchy import Levels
from geo.release.lines import read_lines
from geo.release.places import find_places
from geo.release.scopes import Scope
from geo.release.sought import names_for
from geo.release.tokens import scan
from geo.release.unclear import not_understood

#: A clause, and what it leaves: who is spoken of, how firmly, what is announced.
CLAUSES = {
    "亮点纷呈": ("", "loose", ""),
    "奎文区聚焦主业": ("place", "loose", ""),
    "奎文区携手潍城区": ("place", "broken", ""),
    "某某镇抓住机遇": ("", "broken", ""),
    "城市面貌焕然一新": ("", "loose", ""),
    "某公司发力": ("", "broken", ""),
    "磁悬浮项目进展顺利": ("", "broken", ""),
    # a clause that begins with a unit and has figures: what 其中 divides is that unit's
    "奎文区全力以赴9个项目开工": ("part", "broken", ""),
    "潍坊市全力以赴9个项目开工": ("", "broken", "projects"),
    # lists that an office gives out
    "市发展改革委公布2024年全市重点项目名单": ("", "loose", ""),
    "省政府办公厅印发今年重点工程清单": ("", "loose", ""),
    "某公司发布新项目清单": ("", "broken", ""),
    "某某镇公布喜讯": ("", "broken", ""),
    # what announces the figures of units
    "潍坊市各区签约项目数": ("event", "loose", "projects"),
    "各区签约项目如下": ("", "broken", "projects"),
}


@pytest.mark.parametrize(("text", "expected"), CLAUSES.items(), ids=list(CLAUSES))
def test_a_clause_that_says_nothing_leaves_its_scope(text, expected):
    line = next(iter(read_lines(text)))
    tokens = settle(scan(line.text, list(find_places(line.text, names_for(text, (), {})))))
    clause = next(split_clauses(line, 0, tokens))
    scope = not_understood(Scope(Levels(frozenset({"潍坊市"}))), clause)
    subject = scope.sentence.subject
    found = (subject.role if subject else "", scope.clause.bond.state, scope.sentence.lead)
    assert found == expected


@pytest.mark.parametrize("out", ["除外", "未计入", "不计算在内", "未列入"])
def test_who_is_left_out_has_none_of_the_figures(out):
    assert extract(f"奎文区{out}，开工项目43个。").rows == ()

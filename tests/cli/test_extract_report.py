"""What `geo extract` prints: rows, totals, contradictions, and numbers that are not used."""

from __future__ import annotations

import pytest

from geo.cli.extract_report import clean, print_release
from geo.release.readings import Conflict, Total, Unused
from tests.release.readings import reading, release, row

KUIWEN = row("奎文区", reading("projects", "16", hedge="约"), line=3)


def printed(made, capsys, monkeypatch) -> str:
    monkeypatch.setenv("COLUMNS", "120")
    print_release(made)
    return capsys.readouterr().out


def test_a_row_has_its_line_and_its_figures_with_their_hedge(capsys, monkeypatch):
    text = printed(release(KUIWEN, row("潍城区", known=False)), capsys, monkeypatch)
    assert "news.txt: 2 rows, 0 stated totals, 0 numbers unused" in text
    rows = [line.replace("│", " ").split() for line in text.splitlines()]
    assert ["3", "奎文区", "约16"] in rows
    assert "潍城区 ?" in text
    assert "not among the districts: 潍城区" in text


def test_rows_of_several_events_come_event_by_event(capsys, monkeypatch):
    two = release(KUIWEN, row("潍城区", event=1), events=("今年", ""))
    text = printed(two, capsys, monkeypatch)
    assert text.index("Event 1: 今年") < text.index("奎文区") < text.index("Event 2: 2")


def test_a_total_agrees_or_contradicts(capsys, monkeypatch):
    for stated, word in (("16", "agrees"), ("15", "CONTRADICTS")):
        total = Total("event", "全市", 0, reading("projects", stated))
        exact = row("奎文区", reading("projects", "16"))
        assert word in printed(release(exact, totals=(total,)), capsys, monkeypatch)


def test_of_many_numbers_not_used_the_last_are_only_counted(capsys, monkeypatch):
    unused = tuple(Unused(f"{n}日", n, n + 1, (0, 99), "date") for n in range(45))
    text = printed(release(KUIWEN, unused=unused), capsys, monkeypatch)
    assert "39日" in text
    assert "40日" not in text
    assert "and 5 more: 5 date" in text


def test_a_text_in_square_brackets_is_no_markup(capsys, monkeypatch):
    assert "[bold]区" in printed(release(row("[bold]区")), capsys, monkeypatch)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (release(KUIWEN), True),
        (release(row("云山县", known=False)), False),
        (release(KUIWEN, conflicts=(Conflict("奎文区, projects", 0, ()),)), False),
        (release(KUIWEN, totals=(Total("event", "全市", 0, reading("projects", "9")),)), False),
    ],
)
def test_a_release_is_clean_if_nothing_contradicts_and_every_name_is_known(made, expected):
    assert clean(made) is expected

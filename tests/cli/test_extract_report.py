"""What `geo extract` prints: rows, totals, contradictions, and numbers that are not used."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from geo.cli.extract_report import print_release, status
from geo.release.words.readings import Conflict, Total, Unused
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


def test_every_number_that_is_not_used_is_listed(capsys, monkeypatch):
    unused = tuple(Unused(f"{n}日", n, n + 1, (0, 99), "date") for n in range(45))
    text = printed(release(KUIWEN, unused=unused), capsys, monkeypatch)
    assert all(f" {n}日 " in text for n in range(45))


def test_a_number_of_a_district_left_unread_is_marked_and_counted(capsys, monkeypatch):
    number = Unused("82个", 0, 3, (0, 9), "joint")
    text = printed(release(unused=(number,), unread=(number,)), capsys, monkeypatch)
    assert "no figures of districts were read" in text
    assert "! 1 numbers of districts were left unread" in text


def test_a_text_in_square_brackets_is_no_markup(capsys, monkeypatch):
    assert "[bold]区" in printed(release(row("[bold]区")), capsys, monkeypatch)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (release(KUIWEN), 0),
        (release(KUIWEN, conflicts=(Conflict("奎文区, projects", 0, ()),)), 1),
        (release(KUIWEN, totals=(Total("event", "全市", 0, reading("projects", "9")),)), 1),
        (release(row("云山县", known=False)), 3),
        (release(KUIWEN, unread=(Unused("82个", 0, 3, (0, 9), "joint"),)), 3),
    ],
)
def test_the_status_says_whether_a_text_contradicts_itself_or_has_to_be_looked_at(made, expected):
    assert status(made) == expected


def test_a_long_table_has_every_row_with_its_columns_aligned(capsys, monkeypatch):
    rows = [
        row("甲" * (1 + i % 3) + "区", reading("projects", str(i)), line=i) for i in range(1, 502)
    ]
    text = printed(release(*rows), capsys, monkeypatch)
    assert "┃" not in text
    head, *listed = text.splitlines()[2:]
    assert head.split() == ["Line", "District", "projects", "个"]
    assert [line.split() for line in listed[:2]] == [["1", "甲甲区", "1"], ["2", "甲甲甲区", "2"]]
    assert {cell_len(line) for line in listed} == {cell_len(head)}  # figures are flush right
    assert len(listed) == 501


def test_a_number_has_the_line_it_is_in(capsys, monkeypatch):
    text = "0个\n\n1个2个"
    starts = [text.index(f"{n}个") for n in range(3)]
    unused = tuple(Unused(text[at : at + 2], at, at + 2, (0, 9), "unclear") for at in starts)
    made = printed(release(text=text, unused=unused), capsys, monkeypatch)
    told = [line.replace("│", " ").split()[:2] for line in made.splitlines() if "个" in line]
    assert told == [["1", "0个"], ["3", "1个"], ["3", "2个"]]

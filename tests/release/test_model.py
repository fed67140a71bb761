"""A release as a value: its columns, its figures, and the table that is made of it."""

from __future__ import annotations

import pytest

from geo.base.errors import MapError
from geo.release.model import release_table
from geo.release.words.readings import Total
from tests.release.readings import reading, release, row

KUIWEN = row("奎文区", reading("investment", "81.8", "亿元", at=9), reading("projects", "16", at=3))
WEICHENG = row(
    "潍城区", reading("projects", "15", at=20), reading("用地", "910", "亩", at=30), line=2
)


def test_columns_come_in_the_order_of_the_table_and_labels_of_its_own_last():
    made = release(WEICHENG, KUIWEN)
    assert list(made.columns().items()) == [
        ("projects", "个"),
        ("investment", "亿元"),
        ("用地", "亩"),
    ]


def test_figures_are_those_of_cells_and_totals_once_each_in_the_order_of_the_text():
    total = Total("event", "全市", 0, reading("projects", "31", at=1))
    same = Total("event", "合计", 0, reading("projects", "16", at=3))
    assert [r.printed for r in release(KUIWEN, totals=(total, same)).figures] == [
        "31",
        "16",
        "81.8",
    ]


def test_totals_are_those_of_the_first_event_with_a_mark_behind_the_number():
    totals = tuple(
        Total("event", "全市", event, reading("projects", "31", at=2)) for event in (0, 1)
    )
    made = release(totals=totals, events=("今年", "去年"), text="全市31①个")
    assert [(stated.label, stated.figure.mark) for stated in made.totals] == [("全市", "①")]


def test_a_total_that_the_rows_do_not_add_up_to_is_seen():
    total = Total("event", "全市", 0, reading("projects", "32"))
    all_names = release(KUIWEN, WEICHENG, totals=(total,), names=("奎文区", "潍城区"))
    (check,) = all_names.checks
    assert (check.ok, int(check.parts_sum), int(check.stated)) == (False, 31, 32)


def test_a_table_has_the_lines_of_the_text_as_rows_and_knows_which_cells_are_missing():
    table = release_table(release(KUIWEN, WEICHENG))
    assert (table.keys, table.rows) == (("奎文区", "潍城区"), (1, 2))
    assert table.columns["investment"].states == ("value", "missing")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            (),
            "news.txt: states no figures of districts. Look at it with `geo extract --review`.",
        ),
        (
            (KUIWEN, row("潍城区", reading("projects", "15"), event=1)),
            "news.txt: has figures of 2 events: 今年, 去年. "
            "Extract the one to be mapped with `geo extract --event N -o table.csv`.",
        ),
    ],
)
def test_rows_of_no_event_or_of_several_make_no_table(rows, message):
    with pytest.raises(MapError) as error:
        release_table(release(*rows, events=("今年", "去年")))
    assert str(error.value) == message


def test_units_that_are_not_on_the_map_are_named_once():
    stranger = row("云山县", reading("projects", "9"), known=False)
    assert release(KUIWEN, stranger, stranger).unknown == ("云山县",)


def test_what_was_left_unread_and_not_compared_is_said_of_the_table():
    """A map of it would show a sum below the stated one, and nobody would know why."""
    from geo.release.extract import extract

    text = (
        "青岛市此次集中开工项目共45个。市南区集中开工项目9个，总投资96.3亿元，市北区11个，"
        "总投资88.7亿元，崂山区12个，总投资118.5亿元，胶州市10个、56.9亿元。"
        "此外，青岛高新区2个，总投资12.5亿元；青岛自贸片区1个，总投资7.5亿元。"
    )
    made = extract(text, names=("市南区", "市北区", "崂山区", "胶州市"), source="r.txt")
    assert [str(note) for note in release_table(made).notes] == [
        "r.txt: 2 numbers of districts may be unread: 1个, 7.5亿元. geo extract r.txt says why.",
        "r.txt: projects of 青岛市 is stated as 45, the rows add up to 44. They were not compared: "
        "not all rows may have been read. See the text.",
    ]

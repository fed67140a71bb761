"""Lines as they were meant: folded, joined where they were wrapped, told apart from tables."""

from __future__ import annotations

import pytest

from geo.release.text.lines import fold, read_lines
from geo.release.words.footnotes import NO_MARK
from tests.release.readings import cells


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("１６个，８１．８亿元", "16个，81.8亿元"),
        ("１，０１６个", "1,016个"),
        ("濰坊總投資81.8億元", "潍坊总投资81.8亿元"),
        ("奎文区：16个（全部）", "奎文区：16个（全部）"),
        ("奎文区16个. 潍城区2.5个.", "奎文区16个。 潍城区2.5个。"),
        ("一. 买买提.艾力", "一. 买买提.艾力"),
    ],
)
def test_a_text_is_folded_character_by_character(text, expected):
    assert fold(text) == expected
    assert len(fold(text)) == len(text)


def test_a_wrapped_line_is_joined_and_positions_stay():
    text = "奎文区坚持项目为王鲜明导向，集中开工重大项目16个，总投\n资81.8亿元。\n潍城区15个。"
    first, second = read_lines(text)
    assert first.text == "奎文区坚持项目为王鲜明导向，集中开工重大项目16个，总投资81.8亿元。"
    at = first.text.index("81.8亿元")
    assert text[slice(*first.span(at, at + 6))] == "81.8亿元"
    assert (first.gap, second.gap) == (3, 3)


def test_a_date_is_closed_up_and_positions_stay():
    text = "2024 年 4 月 24 日, 奎文区开工 16 个\n截至 1-5 月底"
    first, second = read_lines(text)
    assert first.text == "2024年4月24日, 奎文区开工 16 个"
    assert second.text == "截至 1-5月底"
    at = first.text.index("16 个")
    assert text[slice(*first.span(at, at + 4))] == "16 个"
    begin, end = first.span(0, 4)
    assert text[begin:end] == "2024 年 4 月 24 日"[: end - begin]


def test_a_list_is_not_joined():
    lines = read_lines("各县市区如下：\n奎文区16个\n- 潍城区15个")
    assert [(line.text, line.gap, line.mark) for line in lines] == [
        ("各县市区如下：", 3, 0),
        ("奎文区16个", 2, 0),
        ("- 潍城区15个", 2, 2),
    ]


@pytest.mark.parametrize(
    "row", ["奎文区\t16\t81.8", "| 奎文区 | 16 | 81.8 |", "奎文区   16   81.8"]
)
def test_a_row_has_cells(row):
    (line,) = read_lines(row)
    assert [line.text[start:end] for start, end in line.cells] == ["奎文区", "16", "81.8"]


def test_a_rule_of_a_table_is_no_line():
    assert [line.text for line in read_lines("奎文区 | 16\n--- | ---\n潍城区 | 15")] == [
        "奎文区 | 16",
        "潍城区 | 15",
    ]


def test_a_phrase_that_changes_its_length_leaves_only_its_own_line_as_it_is(monkeypatch):
    longer = {"甲縣项目": "甲县项目", "乙縣": "乙县（长）", "丙县": "丙县"}
    monkeypatch.setattr("geo.release.text.lines.simplified", longer.__getitem__)
    assert fold("甲縣项目\n乙縣\n丙县") == "甲县项目\n乙縣\n丙县"


def test_an_act_in_quotation_marks_stays_and_a_programme_goes():
    (line,) = read_lines(
        "“签约一批”项目112个，“三个一批”完成投资386亿元，“四个一百”项目9个，“两高”项目8个"
    )
    assert "签约一批" in line.text
    assert "三个一批" not in line.text
    assert "四个一百" not in line.text
    assert "两高" in line.text  # some of the projects


def test_rows_of_a_traditional_table_are_converted_with_its_head():
    assert fold("縣市\t開工項目數\n晉江市\t63") == "县市\t开工项目数\n晋江市\t63"


def test_what_projects_mainly_are_is_left_out_unless_it_names_units():
    (line,) = read_lines("开工48个，主要是民生工程、产业带动项目，总投资23亿元")
    assert "民生" not in line.text
    (line,) = read_lines("开工48个，主要是奎文区的民生工程，总投资23亿元")
    assert "奎文区" in line.text


def test_what_projects_cover_says_nothing_of_whose_they_are():
    assert "资源利用" not in read_lines("开工15个，涵盖工业、资源利用等，总投资61亿元。")[0].text
    assert "奎文区" in read_lines("开工15个，涉及奎文区、潍城区等，总投资61亿元。")[0].text


@pytest.mark.parametrize("office", ["委、市政府", "政府", "委市政府", "人民政府"])
def test_the_government_of_a_place_that_does_something_is_the_place(office):
    text = f"今年诸城市{office}计划实施项目38个，安丘市{office}大楼竣工。"
    (line,) = read_lines(text)
    assert len(line.text) == len(text)
    assert line.text.count(office) == 1
    assert cells(text) == {"诸城市 projects 38"}


def test_kinds_that_a_list_is_divided_into_are_left_out():
    text = "诸城市重点项目包括新开工、续建两类，共38项，总投资93亿元；安丘市31项，总投资64亿元。"
    assert cells(text) == {
        "诸城市 projects 38", "诸城市 investment 93", "安丘市 projects 31", "安丘市 investment 64",
    }  # fmt: skip


def test_short_lines_of_a_traditional_text_are_read_as_simplified():
    text = "各市報告病例數如下：\n江門 81例\n陜西 9例\n" + "門" * 20
    assert [line.text for line in read_lines(text)][1:] == ["江门 81例", "陕西 9例", "門" * 20]


def test_what_a_province_reports_of_some_of_its_cities_is_the_province_s():
    told = "据河北省民政厅报告，保定、沧州等3市8个县受灾。"
    (line,) = read_lines(told)
    assert line.text.strip(NO_MARK).startswith("河北省")
    assert line.text.endswith("3市8个县受灾。")
    assert "保定" not in line.text
    assert "保定市" in read_lines("据河北省民政厅报告，保定市各县受灾。")[0].text


def test_a_serial_number_right_before_a_unit_is_a_mark():
    marks = [line.mark for line in read_lines("13陕西省96所\n\n3个县96所\n\n2陕西高校96所")]
    assert marks == [2, 0, 0]


def test_a_short_indented_line_under_a_head_is_an_item_and_a_long_one_a_paragraph():
    long = "  奎文区47.8万人，" + "比上年增加" * 9
    gaps = [line.gap for line in read_lines(f"常住人口如下：\n  奎文区47.8万人\n{long}")]
    assert gaps == [3, 2, 3]

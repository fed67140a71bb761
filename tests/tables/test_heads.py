import pytest

from geo.tables.heads import head_of, plain_head, under_heading, without_notes


def rows(*lines):
    return [(n, tuple(line.split("|"))) for n, line in enumerate(lines, start=1)]


@pytest.mark.parametrize(
    ("lines", "units", "below"),
    [
        (["区市|投资", "x|1"], {}, 1),
        (["2023年青岛市投资|", "区市|投资", "x|1"], {}, 2),
        (["区市|投资（亿元）", "x|1"], {"投资": "亿元"}, 1),
        (["区市|投资/亿元", "x|1"], {"投资": "亿元"}, 1),
        (["区 市|投 资", "x|1"], {}, 1),
        (["|单位：万元", "区市|投资", "x|1"], {"区市": "万元", "投资": "万元"}, 2),
        (["区市|2023年", "|投资（亿元）", "x|1"], {"投资": "亿元"}, 2),
        (["区市|2023年", "区市|投资", "x|1"], {}, 2),
        (["地区|固定资产", "区市|投资", "x|1"], {}, 2),
    ],
)
def test_heads_are_found_as_offices_draw_them(lines, units, below):
    head = head_of(rows(*lines), ("区市", "投资"))
    assert head.names == ("区市", "投资")
    assert (head.units, head.below) == (units, below)


def test_a_column_under_a_heading_over_several_is_named_with_it():
    table = rows("区市|2022年||2023年|", "|项目|投资|项目|投资", "x|1|2|3|4")
    head = head_of(table, ("区市", "2023年 投资"))
    assert head.names[4] == "2023年 投资"
    twice = head_of(table, ("区市", "投资"))
    assert twice.names.count("投资") == 2  # which of them is for the map-maker to say


def test_the_map_maker_may_say_where_the_head_is():
    table = rows("区市|投资", "区市|投资", "x|1")
    assert head_of(table, ("区市",), 2).below == 2
    assert plain_head(table, 2).below == 2
    assert head_of(table, ("人口",)) is None


@pytest.mark.parametrize(
    ("line", "note"),
    [("注：本表为快报数|", True), ("资料来源：统计局|", True), ("Source: BLS|", True),
     ("* 初步数|", True), ("2. 本表数据为初步统计数。|", True), ("（2）快报数|", True),
     ("2. Bezirk|12", False), ("2.5|", False),
     ("昌邑市|", False), ("昌邑市|12", False), ("注：a|12", False)],
)  # fmt: skip
def test_a_footnote_is_no_row(line, note):
    table = rows("奎文区|1", "潍城区|2", line)
    assert without_notes(table) == (table[:-1] if note else table)


def test_a_sentence_under_figures_is_no_row_but_a_long_name_in_a_table_to_fill_in_is():
    long = "Gibraltar. Territorio no asociado a ninguna provincia|"
    assert len(without_notes(rows("Ceuta|1", "Melilla|2", long))) == 2
    assert len(without_notes(rows("Ceuta|", "Melilla|", long))) == 3


@pytest.mark.parametrize(
    ("above", "cell", "column", "whole"),
    [
        (("地区", "生产总值", "", "固定资产投资"), "总量", 1, "生产总值 总量"),
        (("地区", "生产总值", "", "固定资产投资"), "增长(%)", 2, "生产总值 增长(%)"),
        (("地区", "生产总值", "", "固定资产投资"), "(亿元)", 3, "固定资产投资 (亿元)"),
        (("地区", "生产总值", "", "固定资产投资"), "工业投资", 3, "工业投资"),  # says enough
        (("2023年主要指标", "", "", ""), "总量", 1, "总量"),  # a title is no heading
        (("表3", "表3", "表3", "表3"), "总量", 1, "总量"),
        (("", "", "", "总量"), "总量", 3, "总量"),
    ],
)
def test_a_head_that_says_nothing_alone_has_its_heading_before_it(above, cell, column, whole):
    assert under_heading(above, cell, column, 4) == whole


def test_without_the_columns_asked_for_the_title_is_not_taken_for_the_head():
    table = rows("表3 2023年主要指标|", "区市|投资", "x|1")
    assert plain_head(table, None).names == ("区市", "投资")

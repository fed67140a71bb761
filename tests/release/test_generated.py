# ruff: noqa: E501 - examples stay on one line
"""Releases written from random tables in every form give the table back."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from geo.release.extract import extract
from tests.release.numerals import spelled

NAMES = (
    "奎文区", "潍城区", "坊子区", "寒亭区", "青州市", "诸城市", "寿光市", "安丘市", "高密市", "昌邑市", "临朐县", "昌乐县",
    "高新区", "滨海区", "保税区", "峡山区", "云山县", "白河区", "三门峡市", "鄂温克族自治旗", "雁栖湖示范区", "临江新区",
)  # fmt: skip
SHORT = {"区", "市", "县"}
investments = st.decimals(min_value="0.1", max_value="9999.9", places=1)
tables = st.lists(
    st.tuples(st.sampled_from(NAMES), st.integers(1, 1999), investments),
    min_size=1, max_size=12, unique_by=lambda row: row[0],
)  # fmt: skip


def wide(text: str) -> str:
    return text.translate({i: i + 0xFEE0 for i in (*range(0x30, 0x3A), 0x2E)})


COUNTS = (
    lambda n: f"{n}个", lambda n: f"{n:,}个", lambda n: wide(f"{n}") + "个", lambda n: f"{n} 个",
    lambda n: spelled(n) + "个", lambda n: f"{n}项", lambda n: f"{n}宗",
)  # fmt: skip
SUMS = (
    lambda d: f"{d}亿元", lambda d: f"{d:,}亿元", lambda d: wide(f"{d}") + "亿元", lambda d: f"{d} 亿元", lambda d: f"{d}亿",
    lambda d: f"{int(d * 10000)}万元", lambda d: spelled(d) + "亿元", lambda d: f"{d}亿元人民币",
)  # fmt: skip
CLAUSES = (
    "{name}{count}，总投资{sum}", "{name}开工项目{count}，总投资{sum}", "{name}共有{count}重大项目，计划总投资{sum}",
    "{name}总投资{sum}，项目{count}", "{name}总投资{sum}的{count}项目集中开工", "{name}（{count}，总投资{sum}）",
    "{name}：{count}，投资额{sum}", "{name}{count}、总投资{sum}", "潍坊市{name}集中开工{count}项目，总投资达{sum}",
    "{name}抢抓机遇，集中开工项目{count}，总投资{sum}", "{count}项目落户{name}，总投资{sum}",
    "{name}签约项目{count}，投资总额{sum}，同比增长12%",
)  # fmt: skip
JOINTS = ("；", "。", "。\n", "\n", "；\n")


@given(
    tables,
    st.sampled_from(CLAUSES),
    st.sampled_from(COUNTS),
    st.sampled_from(SUMS),
    st.sampled_from(JOINTS),
)
@settings(max_examples=120, deadline=None)
def test_a_release_of_one_form_gives_its_table(table, clause, count, money, joint):
    if "抢抓" in clause:  # a name nobody knows is told only from what follows it
        table = [
            row
            for row in table
            if row[0] not in ("白河区", "云山县", "峡山区", "雁栖湖示范区", "临江新区")
        ]
    text = joint.join(clause.format(name=n, count=count(c), sum=money(d)) for n, c, d in table)
    assert read(text + "。") == expected(table)


@given(
    tables,
    st.lists(
        st.sampled_from([c for c in CLAUSES if "抢抓" not in c and "签约" not in c]),
        min_size=12,
        max_size=12,
    ),
    st.sampled_from(JOINTS),
)
@settings(max_examples=60, deadline=None)
def test_a_release_of_mixed_forms_gives_its_table(table, clauses, joint):
    text = joint.join(
        clause.format(name=n, count=f"{c}个", sum=f"{d}亿元")
        for clause, (n, c, d) in zip(clauses, table, strict=False)
    )
    assert read(text + "。") == expected(table)


@given(tables.filter(lambda table: len(table) > 1), st.booleans())
@settings(max_examples=60, deadline=None)
def test_one_statement_for_several_gives_its_table(table, units_once):
    names = "、".join(n for n, _, _ in table)
    counts = "、".join(f"{c}" + "个" * (not units_once) for _, c, _ in table) + "个" * units_once
    sums = "、".join(f"{d}" + "亿元" * (not units_once) for _, _, d in table) + "亿元" * units_once
    text = f"{names}分别开工{counts}，总投资分别为{sums}。"
    assert read(text) == expected(table)


@given(tables, st.sampled_from(["\t", " | ", "    "]), st.sampled_from(["亿元", "万元"]))
@settings(max_examples=60, deadline=None)
def test_a_simple_table_gives_its_rows(table, separator, unit):
    factor = {"亿元": 1, "万元": 10_000}[unit]
    head = separator.join(["县市区", "项目数（个）", f"总投资（{unit}）"])
    body = [separator.join([n, str(c), f"{d * factor:f}"]) for n, c, d in table]
    assert read("\n".join([head, *body])) == expected(table)


NARRATIVE = (
    "会议强调，要坚持项目为王。", "与会人员先后到奎文区、潍城区观摩。", "据了解，该项目由潍城区引进，总投资12亿元。",
    "项目达产后年产值48.2亿元。", "寿光市委书记参加活动，3家企业代表发言。", "坊子区负责人表示，将抓好5个方面工作。",
    "其中，单体投资最大的项目投资35亿元。", "总投资9亿元的产业园落户潍城区。", "这些项目平均投资5.6亿元。", "全区16个部门参加。",
    "磁悬浮项目落户高新区，总投资35亿元，占地910亩。", "高新区天瑞重工有限公司总投资35亿元的磁悬浮项目开工。",
    "金牌榜：奎文区16个，潍城区15个。", "奎文区、潍城区共31个项目，总投资166.3亿元。", "奎文区3个项目获评优秀。",
    "寿光市蔬菜产业项目5个，总投资20亿元。", "奎文区比潍城区多3个项目，总投资增加5亿元。", "奎文区东关街道开工3个项目，总投资5亿元。",
)  # fmt: skip


@given(
    tables,
    st.sampled_from([c for c in CLAUSES if "抢抓" not in c]),
    st.lists(st.sampled_from(NARRATIVE), min_size=13, max_size=13),
)
@settings(max_examples=120, deadline=None)
def test_what_is_told_between_the_rows_changes_no_cell(table, clause, told):
    rows = [clause.format(name=n, count=f"{c}个", sum=f"{d}亿元") + "。" for n, c, d in table]
    text = "".join(f"{narrative}{row}" for narrative, row in zip(told, rows, strict=False))
    assert read(text + told[-1]) == expected(table)


def read(text: str) -> list[tuple[str, int, Decimal]]:
    release = extract(text)
    return [
        (
            row.name,
            *(
                cell.figure.value if (cell := row.cell(c)) else None
                for c in ("projects", "investment")
            ),
        )
        for row in release.rows
    ]


def expected(table) -> list[tuple[str, int, Decimal]]:
    return [(name, count, money) for name, count, money in table]

"""Releases made of random tables: form, order, punctuation, units, names and acts crossed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from random import Random
from typing import NamedTuple

from geo.districts.gazetteer import Group, groups
from proofs.releases.labels import Case, Cell

ACTS = (
    "",
    "开工",
    "新开工",
    "签约",
    "竣工",
    "在建",
    "续建",
    "复工",
    "投产",
    "入库",
    "开竣工",
    "开工复工",
)
MEASURES = ("总投资", "计划总投资", "投资额", "概算总投资", "协议投资额", "投资总额")
COUNTERS = ("个", "项")
#: How a unit's clause is written: name, count with its counter, measure with its sum, act.
FORMS = {
    "count, sum": "{name}{act}项目{count}，{sum}",
    "count、sum": "{name}{act}项目{count}、{sum}",
    "sum first": "{name}{act}项目{sum}，项目{count}",
    "brackets": "{name}{act}项目{count}（{sum}）",
    "sum in brackets first": "{name}（{sum}）{act}项目{count}",
    "colon": "{name}：{act}项目{count}，{sum}",
    "of": "{name}{sum}的{count}项目集中{verb}",
    "in place": "{sum}的{count}项目在{name}{verb}",
    "venue": "在{name}分会场，{verb}项目{count}，{sum}",
    "act before": "{name}集中{verb}{count}重大项目，{sum}",
    "occasion": "{name}举行集中{verb}活动，本次{verb}项目{count}，{sum}",
    "with a part": "{name}{act}项目{count}，{sum}，其中产业类项目{few}个",
    "with a threshold": "{name}{act}项目{count}，{sum}，其中10亿元以上项目{few}个",
    "with growth": "{name}{act}项目{count}，同比增长12.5%，{sum}，增长8.1%",
    "with another unit in brackets": "{name}（含高新区）{act}项目{count}，{sum}",
    "approximate": "{name}{act}项目{count}，{about}",
    "sum in the next sentence": "{name}{act}项目{count}。{sum}",
    "under a heading": "\n（一）{name}。{verb}项目{count}，{sum}",
    "its own parts in brackets": "{name}（其中高新区{few}个）{act}项目{count}，{sum}",
}
JOINTS = ("；", "。", "；\n", "。\n", "\n")
#: What is told before, between and after, and gives no cell.
TOLD = (
    "",
    "会议强调，要坚持项目为王。",
    "据了解，某新材料项目总投资12亿元，占地260亩，达产后年产值30亿元。",
    "各级各部门要抓好5个方面工作。",
    "现场3家企业代表作了发言。",
    "与会人员观摩了2个项目现场。",
)


class Row(NamedTuple):
    """A unit of a random table."""

    name: str
    count: int
    money: Decimal


def generated(seed: int, number: int) -> Iterator[Case]:
    """Yield as many cases as asked of every form, labelled by construction."""
    random = Random(seed)
    cities = [group for group in groups() if group.name and len(group.units) >= 6]
    for form, template in FORMS.items():
        for _ in range(number):
            yield _case(random, form, template, random.choice(cities))


def _case(random: Random, form: str, template: str, city: Group) -> Case:
    names = random.sample(city.units, random.randint(2, 6))
    rows = [Row(n, random.randint(2, 99), Decimal(random.randint(20, 9999)) / 10) for n in names]
    act = random.choice(ACTS)
    verb = act or "开工"
    measure, counter = random.choice(MEASURES), random.choice(COUNTERS)
    clauses = [_clause(template, row, act, verb, measure, counter) for row in rows]
    # Where some units are not named, the total is more than what they add up to.
    others = random.choice((0, 0, 7)) if len(rows) < len(city.units) else 0
    total = sum(row.count for row in rows) + others
    lead = f"{city.name}{verb}项目{total}{counter}。" if random.random() < 0.7 else ""
    before, after = random.choice(TOLD), random.choice(TOLD)
    text = f"{before}{lead}{random.choice(JOINTS).join(clauses)}。{after}"
    cells = [
        Cell("", row.name, column, value)
        for row in rows
        for column, value in (("projects", Decimal(row.count)), ("investment", row.money))
    ]
    totals = [Cell("", "", "projects", Decimal(total))] if lead else []
    return Case(form, text, tuple(cells), tuple(totals))


def _clause(template: str, row: Row, act: str, verb: str, measure: str, counter: str) -> str:
    return template.format(
        name=row.name,
        act=act,
        verb=verb,
        count=f"{row.count}{counter}",
        sum=f"{measure}{row.money}亿元",
        about=f"{measure}约{row.money}亿元",
        few=_few(row),
    )


def _few(row: Row) -> int:
    return max(1, row.count // 3)


def trapped(seed: int, number: int) -> Iterator[Case]:
    """Yield texts whose figures are of a kind, of two acts, of others, or of single projects."""
    random = Random(seed)
    cities = [group for group in groups() if group.name and len(group.units) >= 6]
    for _ in range(number):
        a, b = random.sample(random.choice(cities).units, 2)
        few, more = random.randint(2, 9), random.randint(11, 40)
        none = f"{a}的{few}个项目、{b}的{more}个项目获评优秀，总投资分别为5亿元、3亿元。"
        yield Case("of all of a list", none, (), ())
        acts = f"{a}开工{more}个、竣工{few}个，总投资17.6亿元。"
        told = (("开工", more), ("竣工", few))
        counts = tuple(Cell(act, a, "projects", Decimal(n)) for act, n in told)
        yield Case("money of two acts", acts, counts, ())
        kinds = (
            f"本次开工项目64个。其中，省级项目11个，其中{a}{few}个；市级项目53个，其中{a}{more}个。"
        )
        totals = tuple(Cell("", "", "projects", Decimal(n)) for n in (64, 11, 53))
        yield Case("units of a kind", kinds, (), totals)
        done = f"{a}{more}个重点项目已竣工{few}个。"
        of_both = Cell("", a, "projects", Decimal(more)), Cell("竣工", a, "projects", Decimal(few))
        yield Case("done of the counted", done, of_both, ())
        firms = f"{a}与{few}家企业签约；{b}签约项目{more}个。"
        yield Case("firms", firms, (Cell("", b, "projects", Decimal(more)),), ())
        rows = (
            f"县区\t项目名称\t总投资（亿元）\n{a}\t新材料项目\t{few}.5\n{b}\t风电项目\t{more}.2\n"
        )
        yield Case("a table of projects", rows, (), ())


def joint(seed: int, number: int) -> Iterator[Case]:
    """Yield texts in which several units share one figure: none of it is a cell."""
    random = Random(seed)
    cities = [group for group in groups() if group.name and len(group.units) >= 6]
    for _ in range(number):
        names: Sequence[str] = random.sample(random.choice(cities).units, 3)
        told = random.choice(
            (
                "{0}、{1}、{2}分别举行{verb}仪式，项目共82个，总投资925.2亿元。",
                "{0}、{1}和{2}联合{verb}项目82个，总投资925.2亿元。",
                "{0}、{1}以及{2}同时{verb}，共82个项目、总投资925.2亿元。",
                "{0}与{1}、{2}共{verb}82个项目，总投资925.2亿元。",
                "{0}联合{1}、{2}举行{verb}活动，{verb}项目82个，总投资925.2亿元。",
                "{0}、{1}、{2}等地{verb}项目合计82个，总投资925.2亿元。",
            )
        )
        text = told.format(*names, verb=random.choice(ACTS[1:4]))
        yield Case("joint figures", text, (), ())

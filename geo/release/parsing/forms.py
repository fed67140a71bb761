"""What the words of a clause say, before its numbers and names are looked at.

Releases repeat few forms (unit, count, 总投资, sum), so what a form says is worked out once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from geo.release.parsing.counting import told_of_count
from geo.release.parsing.grammar import FormWord, Group, Parsed, WordKey, read_clause
from geo.release.parsing.turns import act_done, money_of_act, of_many
from geo.release.phrases.goals import INTENDED, WISHED
from geo.release.words.kinds import TIMES, Kind
from geo.release.words.numbers import OWN, same_base
from geo.release.words.readings import UNITS
from geo.release.words.reasons import Reason
from geo.release.words.unit_words import begins_with_unit, of_unit

_LABEL = re.compile(r"(?!.*(?:[区县市旗镇乡州直园城]|本级)$)[\u4e00-\u9fff]{2,8}")
_NOTED = {"亿元": "亿", "亿": "亿", "万元": "万", "万亿元": "万亿", "个": "", "项": ""}
_PRINTED_MONEY = ("元", "元人民币", "")  # what the unit of all sums, 亿元, is printed in
_MEAN = re.compile("平均|每")  # 平均每个县区12个: of none
_INCLUDING = ("包括", "包含", "涵盖", "涉及")
_NOUNS = frozenset({Kind.PROJECT, Kind.FIRM})
#: What says which of the projects are counted.
_CHOOSING = frozenset({Kind.WORD, Kind.THRESHOLD})
#: Words before a money measure that do not change what it measures.
_NEUTRAL = frozenset(
    {Kind.EACH, Kind.SUM, Kind.ACT, Kind.DO, Kind.DE, Kind.MOD, Kind.CLASS, Kind.BATCH, Kind.FORMER}
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What the words beside numbers make of them.

    Attributes
    ----------
    column : str
        Empty for money without a measure.
    unit : str
    each : bool
        分别, 各, 均 come before.
    named : bool
        Projects or their act are named.
    act : str
        开工, 签约 …; empty if not said.
    subset : str
        Which of the projects, if not all: 智能制造, 亿元以上.
    weak : bool
        A measure that alone makes no row (投资).
    needs_count : bool
        项目总投资: of one project, unless projects were counted.
    noted : str
        Multiple of numbers without unit: 亿 after 总投资（亿元）.
    values : tuple of int
        The numbers, as indices of the clause's tokens.
    own : bool
        Of a measure that the user gave.
    """

    column: str
    unit: str
    each: bool = False
    named: bool = False
    act: str = ""
    subset: str = ""
    weak: bool = False
    needs_count: bool = False
    noted: str = ""
    values: tuple[int, ...] = ()
    own: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """What a clause says; places, marks and words are indices of its tokens.

    Attributes
    ----------
    refused : str or None
        Why nothing is to be read from it.
    part, amid, within, plans, names_projects : bool
        其中 before; 中 after; 在 before the place; a verb of planning; the word project.
    whole, kind, batch : str
        全市; 产业类; 省级.
    refers : str
        What the whole goes back to: ``this`` (此次), ``that`` (该区).
    """

    refused: Reason | None = None
    part: bool = False
    amid: bool = False
    within: bool = False
    plans: bool = False
    names_projects: bool = False
    whole: str = ""
    kind: str = ""
    batch: str = ""
    refers: str = ""
    marks: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    groups: tuple[Plan, ...] = ()


UNCLEAR = Form("unclear")


@lru_cache(maxsize=16_384)
def is_unclear(kinds: tuple[Kind, ...]) -> bool:
    """Tell whether a clause of these kinds of token says nothing, whatever its words are.

    It is asked first: most clauses of an article are words, and those do not recur.
    """
    clause = read_clause(kinds)
    return clause is None or _is_topic(clause, kinds)


def _is_topic(clause: Parsed, kinds: Sequence[Kind]) -> bool:
    """Tell whether a clause has unknown words and no figure: 磁悬浮产业化项目 is no unit's."""
    return not clause.figures and any(kinds[i] is Kind.WORD for i in clause.words)


@lru_cache(maxsize=16_384)
def read_form(keys: tuple[WordKey, ...]) -> Form:
    """Parse a clause and say what it means; what cannot be said for certain is refused."""
    words = tuple(FormWord(*key) for key in keys)
    clause = read_clause(tuple(word.kind for word in words))
    if clause is None or _is_topic(clause, [word.kind for word in words]):
        return UNCLEAR
    groups: list[Plan] = []
    for figures in clause.figures:
        plan = _plan(figures, words)
        if plan is None:
            return Form("bare" if figures.kind == "numbers" else "unclear")
        groups.append(replace(plan, values=figures.values))
    columns = [plan.column for plan in groups]
    labelled = any(p.column and p.column not in UNITS and not p.own for p in groups)
    # Which of two counts is the unit's cannot be told.
    if columns.count("projects") > 1 or (labelled and len(columns) > 1):
        return UNCLEAR
    said = [words[i] for i in clause.words]
    leads = {words[i].kind: words[i].text for i in reversed(clause.leads)}
    wholes = [words[i] for i in clause.leads if words[i].kind is Kind.WHOLE]
    # 全市此次: the city goes before the occasion,
    # and 该县 beside 本次: whose it is before the occasion
    wholes.sort(key=lambda word: ("", "that", "this").index(word.value))
    named = wholes[0] if wholes else None
    return Form(
        part=Kind.PART in leads,
        amid=clause.amid,
        within=clause.within,
        plans=any(w.kind is Kind.DO or w.value == "储备" for w in said) or Kind.DO in leads,
        names_projects=any(w.kind in _NOUNS for w in said),
        whole=named.text if named else "",
        refers=named.value if named else "",
        kind=next((w.text for w in said if w.kind is Kind.CLASS), ""),
        batch=next((w.text for w in said if w.kind is Kind.BATCH), ""),
        marks=tuple(i for i in clause.leads if words[i].kind in TIMES),
        places=clause.places,
        groups=tuple(groups),
    )


def _plan(figures: Group, words: tuple[FormWord, ...]) -> Plan | None:
    """Return what numbers between these words are; None if that is not certain."""
    before = tuple(words[i] for i in figures.before)
    after = tuple(words[i] for i in figures.after)
    last = words[figures.values[-1]]
    # A list shares the unit of its last number; 16个、81.8亿元 is no list.
    if any(words[i].unit not in (last.unit, "") for i in figures.values):
        return None
    if figures.kind == "counts":
        return _count(before, after, last.unit)
    if figures.kind == "moneys":
        return _money(before, last.unit)
    if figures.kind == "quantities":
        return _labelled(before, last.kind, last.unit)
    noted = next((w for w in reversed(before) if w.kind in (Kind.MEASURE, Kind.PROJECT)), None)
    if (
        noted
        and noted.kind is Kind.PROJECT
        and (noted.value == "number" or noted.unit in ("个", "项"))
    ):
        return _count(before, after, "个")
    summed = noted is not None and noted.kind is Kind.MEASURE and noted.unit in _NOTED
    plan = _money(before, "") if summed else None
    return replace(plan, noted=_NOTED[noted.unit]) if plan and noted else None


def _count(before: tuple[FormWord, ...], after: tuple[FormWord, ...], unit: str) -> Plan | None:
    words = (*before, *after)
    kinds = [word.kind for word in words]
    if ":" in unit:
        return _counted(before, after, unit)
    if Kind.MEASURE in kinds:
        return None
    if [word.kind for word in before] == [Kind.WORD] and not after:
        return _labelled(before, Kind.COUNT, unit)
    if not (_words_before_noun(before) and _words_before_noun(after)):
        return None
    if any(w.kind is Kind.WORD and w.text.startswith(_INCLUDING) for w in before):
        return None  # 本次开工的项目包括城市更新项目1个: some of them
    projects = Kind.PROJECT in kinds
    column = "companies" if Kind.FIRM in kinds and not projects else "projects"
    subset = [w.text for w in words if w.kind in _CHOOSING or (w.kind is Kind.FIRM and projects)]
    named = projects or Kind.ACT in kinds
    return Plan(column, UNITS[column], Kind.EACH in kinds, named, _act(words), "".join(subset))


def _counted(before: tuple[FormWord, ...], after: tuple[FormWord, ...], unit: str) -> Plan | None:
    """Read a number of what the user counts; the words before it tell two such things apart."""
    column, _, unit = unit.partition(":")
    told = told_of_count(before, after)
    if told is None:
        return None
    each = any(word.kind is Kind.EACH for word in before)
    return Plan(column, unit, each, named=True, act=told, own=True)


def _act(words: tuple[FormWord, ...]) -> str:
    """Return what was done to the projects, or is only planned: an act of its own."""
    act = act_done([(word.kind, word.value) for word in words])
    wishes = INTENDED if not act else (WISHED, "拟", *INTENDED)  # 目标为35个
    only = [word.text for word in words if word.kind is not Kind.PROJECT] == [WISHED]
    planned = only or any(w.text.startswith(wishes) for w in words if w.kind is Kind.DO)
    return f"{WISHED}{act}" if planned else act


def _words_before_noun(words: tuple[FormWord, ...]) -> bool:
    """Tell whether every unknown word describes a project: 智能制造项目, but not 项目获奖."""
    last_noun = max((i for i, w in enumerate(words) if w.kind in _NOUNS), default=-1)
    chosen = [(i, word.text) for i, word in enumerate(words) if word.kind in _CHOOSING]
    return all(i < last_noun and not _MEAN.search(text) for i, text in chosen)


def _money(before: tuple[FormWord, ...], noted: str) -> Plan | None:
    printed = noted.removesuffix(OWN)
    common = noted in _PRINTED_MONEY
    each = any(word.kind is Kind.EACH for word in before)
    if any(w.kind is Kind.DO and w.text.startswith(INTENDED) for w in before):
        return None  # 力争完成投资80亿元
    telling = [word for word in before if word.kind not in _NEUTRAL]
    if any(":" in word.value for word in telling):  # 固定资产投资增速 is the 增速 asked for
        telling = [w for w in telling if w.kind is not Kind.MEASURE or ":" in w.value]
    kinds = [word.kind for word in telling]
    if kinds == [Kind.WORD]:
        return _labelled(before, Kind.MONEY, "" if common else printed)
    if threshold := _of_size(telling):  # 完成亿元以上项目投资
        return Plan("completed", "亿元", each, subset=threshold)
    value = telling[-1].value if telling else ""
    if ":" in value and Kind.FIRM in kinds:  # 工业企业实现工业总产值
        telling = telling[-1:] if telling[0].text in telling[-1].text else telling
        kinds = [word.kind for word in telling]
    described = ":" in value and kinds == [Kind.WORD, Kind.MEASURE] and not of_unit(telling[0].text)
    if kinds not in ([], [Kind.MEASURE], [Kind.PROJECT, Kind.MEASURE]) and not described:
        return None
    if ":" in value:
        options = (option.split(":") for option in value.split("|"))
        column, unit = next((o for o in options if same_base(o[1], printed)), ("", ""))
        act = telling[0].text if described else ""
        return Plan(column, unit, each, act=act, own=True) if column else None
    unit = "亿元" if common else printed
    column = "investment" if value == "plan" else value
    # 开工项目总投资 is that of all of them, 产业项目完成投资 that of a kind, as is 完成投资分别达到
    sort = column == "completed" and (each or of_many(before))
    single = len(kinds) == 2 and not (sort or any(word.kind is Kind.ACT for word in before))
    act = money_of_act(before, column)
    return Plan(column, unit, each, act=act, weak=value == "plan", needs_count=single)


def _of_size(telling: Sequence[FormWord]) -> str:
    """Return the size of the projects whose investment was completed; empty if that is not said."""
    kinds = [word.kind for word in telling]
    if kinds == [Kind.THRESHOLD, Kind.PROJECT, Kind.MEASURE]:  # 亿元以上项目完成投资
        return telling[0].text if telling[-1].value == "completed" else ""
    if kinds != [Kind.WORD, Kind.THRESHOLD, Kind.PROJECT, Kind.MEASURE]:
        return ""
    completed, threshold, _, measure = telling
    return threshold.text if completed.text == "完成" and measure.value == "plan" else ""


def _labelled(before: tuple[FormWord, ...], last: Kind, unit: str) -> Plan | None:
    """Read 用地910亩: a figure under its own printed name; a column if every unit has one."""
    words = [word for word in before if word.kind is not Kind.EACH]
    label = "".join([word.text for word in words])  # “整村推进”任务数
    if any(word.kind is not Kind.WORD for word in words) or not _LABEL.fullmatch(label):
        return None
    if begins_with_unit(label):
        return None
    each = len(words) < len(before)
    return Plan(label, unit or "亿元" if last is Kind.MONEY else unit, each)

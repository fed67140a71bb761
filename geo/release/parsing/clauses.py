"""A line's clauses, and a clause with its numbers: which column they fill, in the column's unit."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from geo.release.names.places import Place
from geo.release.parsing.forms import UNCLEAR, Form, Plan, is_unclear, read_form
from geo.release.parsing.grammar import WordKey
from geo.release.parsing.turns import divides, heads_time, names_unit, spends
from geo.release.phrases.run import Run
from geo.release.phrases.tokens import Token
from geo.release.text.lines import Line
from geo.release.words.kinds import FIGURES, TIMES, Kind
from geo.release.words.numbers import MULTIPLE, in_unit, read_number, widen
from geo.release.words.reasons import Reason
from geo.tables.printed import Printed, split_unit

_GAPS = {Kind.COMMA: 1, Kind.AND: 1, Kind.BREAK: 2, Kind.END: 3}
_OPENING, _CLOSING = ("(", "（"), (")", "）")
_OF_SOME = ("其中", "其中，", "其中,", "其中：", "其中:")
BRACKET = 0  # the gap of what follows an opening bracket
#: What only says who said so: 据市统计局初步核算, 数据显示.
_SOURCE = re.compile(
    "据.{0,12}(?:悉|了解|介绍|统计|核算|测算|通报|消息|反馈)|.{0,14}(?:获悉|了解到|数据显示|统计显示|"
    "公报显示|通报显示|核算|数据表明|统计|此外|另外|与此同时|同时|总体来看|总的来看|总体看)"
)
_SOURCE_ENDS = "悉解绍计算报息馈到示明外时看"
#: What only says on what ground: 按照《2025年市级重点项目计划》.
_GROUNDS = ("按照", "根据", "依据")
_BESIDE = ("与", "同", "和")  # 与去年同期相比
_PAPERS = ("计划", "部署", "要求", "安排", "规划", "方案", "通知", "意见", "办法")
_NO_GROUNDS = FIGURES | {Kind.PLACE, Kind.FIRM, Kind.WHOLE, Kind.PART}
_OF_SOURCE = frozenset({Kind.WORD, Kind.ADVERB, Kind.DO, Kind.MOD, Kind.WHOLE})
_LAST_MULTIPLE = re.compile(rf"{MULTIPLE}$")
#: Kinds of what may begin a clause with no sign before it.
_TURNS = TIMES | {Kind.ACT, Kind.PLACE}
_FORMLESS = frozenset({Kind.PLACE, Kind.DATE, Kind.MARK})


class Clause(NamedTuple):
    """What is between two signs of a line.

    Attributes
    ----------
    line : Line
    number : int
        Index of the line.
    gap : int
        What parts it from the clause before: 0 a bracket, 1 a comma, 2 a semicolon or line end,
        3 a sentence's end.
    tokens : Run
        At least one.
    sentence : (int, int)
        Span of its sentence in the plain text.
    inside : bool
        In brackets.
    joined : bool
        Only 、 or 和 parts it from the clause before.
    divided : bool
        What was done already of the projects it counts comes next: 45个重点项目 已开工41个.
    resumes : bool
        It begins a sentence that divides what the unit of the sentence before has.
    """

    line: Line
    number: int
    gap: int
    tokens: Run
    sentence: tuple[int, int]
    inside: bool = False
    joined: bool = False
    divided: bool = False
    resumes: bool = False

    @property
    def first(self) -> bool:
        """Whether it begins a sentence, or follows a semicolon."""
        return self.gap >= 2

    @property
    def heads(self) -> bool:
        """Whether it is a sentence of its own behind a number, as the heading of a section is."""
        behind = self.line.text[self.tokens[-1].end :][:1]
        return self.line.mark > 0 and self.begins_line and behind in ("。", "")

    @property
    def begins_line(self) -> bool:
        """Whether nothing but a bullet or a number is before it in its line."""
        return self.tokens[0].start == self.line.mark


def split_clauses(line: Line, number: int, tokens: Sequence[Token]) -> Iterator[Clause]:
    """Yield the clauses of a line, without its bullet or number."""
    clauses = list(_without_sources(_split(line, number, tokens)))
    for at in range(len(clauses) - 1, 0, -1):
        if clauses[at].joined and (said := _said_of_all(clauses[at].tokens)):
            before = clauses[at - 1].tokens
            ends = before[-1].kind
            if before[0].kind is Kind.PLACE and ends in (Kind.COUNT, Kind.PROJECT):
                clauses[at - 1] = clauses[at - 1]._replace(tokens=Run([*before, *said]))
    return iter(clauses)


def _without_sources(clauses: Iterator[Clause]) -> Iterator[Clause]:
    """Leave out who said so: 据悉，本次开工项目16个 begins with 本次."""
    gap = 0
    for clause in clauses:
        gap = max(gap, clause.gap)
        if _is_source(clause.tokens):
            continue
        yield clause._replace(gap=gap) if gap > clause.gap else clause
        gap = 0


def _is_source(tokens: Run) -> bool:
    ground = tokens[0].text.startswith(_GROUNDS) and tokens[-1].text.endswith(_PAPERS)
    if ground or (tokens[-1].text == "比" and tokens[0].text.startswith(_BESIDE)):
        return _NO_GROUNDS.isdisjoint(tokens.kinds)
    if tokens[-1].text[-1] not in _SOURCE_ENDS or tokens[0].kind not in _OF_SOURCE:
        return False
    if not tokens.kinds <= _OF_SOURCE:
        return False
    return _SOURCE.fullmatch("".join([token.text for token in tokens])) is not None


def _said_of_all(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the words behind the last count of a list: 甲区3个项目、乙区2个项目获评优秀."""
    counts = [at for at, token in enumerate(tokens) if token.kind is Kind.COUNT]
    if tokens[0].kind is not Kind.PLACE or len(counts) != 1:
        return ()
    behind = tokens[counts[0] + 1 :]
    unknown = any(token.kind is Kind.WORD for token in behind)
    told = any(token.kind in FIGURES or token.place for token in behind)
    return () if told or not unknown else behind


def _split(line: Line, number: int, tokens: Sequence[Token]) -> Iterator[Clause]:
    gap, found, start, depth, joined = line.gap, list[Token](), 0, 0, False
    closed = False
    ends = deque(token.end for token in tokens if token.kind is Kind.END)
    ends.append(max(len(line.text), 1))
    end = Token(Kind.END, "", len(line.text), len(line.text))
    for token, following in zip([*tokens, end], [*tokens[1:], end, end], strict=False):
        if token.start < line.mark or token.kind is Kind.BULLET:
            continue
        kind = token.kind
        turn: Kind | None = None
        if found and kind is Kind.WORD and following.kind is Kind.MONEY:
            turn = kind if spends(found, token) else None
        elif found and kind in _TURNS:
            turn = _turns(line, found, token, following)
        if turn:
            span = line.span(start, ends[0])
            divided = turn is Kind.ACT
            yield Clause(line, number, gap, Run(found), span, depth > 0, joined, divided)
            gap, found, joined = 1, [], False
        if kind not in _GAPS:
            found.append(token)
            continue
        if found:
            span = line.span(start, ends[0])
            yield Clause(line, number, gap, Run(found), span, depth > 0, joined)
            gap, found, joined = 0, [], kind is Kind.AND
        elif kind is Kind.AND and closed:  # 奎文区（含高新区）、潍城区
            joined = True
        opens, closed = token.text in _OPENING, token.text in _CLOSING
        depth = max(0, depth + opens - closed)
        gap = max(gap, BRACKET if opens else _GAPS[kind])
        if kind is Kind.END and len(ends) > 1:
            start = ends.popleft()


def _turns(line: Line, found: Sequence[Token], token: Token, following: Token) -> Kind | None:
    """Return the kind of a token that begins a clause of its own, with no sign before it."""
    kind = token.kind
    if kind is Kind.ACT:
        some = line.text.endswith(_OF_SOME, 0, found[0].start)
        begins = divides(found, token, following, some=some)
    else:
        begins = names_unit(found) if kind is Kind.PLACE else heads_time(found, following)
    return kind if begins else None


class Amounts(NamedTuple):
    """One column's numbers in a clause: what they are, where they are, and what they say."""

    plan: Plan
    tokens: tuple[Token, ...]
    figures: tuple[Printed, ...]


class Phrase(NamedTuple):
    """A clause by its meaning. `refused` says why its numbers are not to be used."""

    tokens: Run
    form: Form
    marks: tuple[Token, ...] = ()
    places: tuple[Place, ...] = ()
    amounts: tuple[Amounts, ...] = ()
    refused: Reason | None = None


def read_phrase(tokens: Run) -> Phrase:
    """Read a clause: its form, its places and the figures of its numbers."""
    if Kind.WORD in tokens.kinds and is_unclear(tuple([token.kind for token in tokens])):
        return Phrase(tokens, UNCLEAR, refused="unclear")
    form = read_form(tuple([_word(token) for token in tokens]))
    if form.refused:
        return Phrase(tokens, form, refused=form.refused)
    amounts = []
    for plan in form.groups:
        values = tuple([tokens[i] for i in plan.values])
        figures = figures_of(values, _factor(plan.unit), plan.noted)
        if figures is None:
            return Phrase(tokens, form, refused="unclear")
        amounts.append(Amounts(plan, values, figures))
    places = tuple([place for i in form.places if (place := tokens[i].place)])
    return Phrase(tokens, form, tuple([tokens[i] for i in form.marks]), places, tuple(amounts))


@cache
def _factor(unit: str) -> int:
    """Return how many ones a column's unit is."""
    return split_unit(unit)[1]


def _word(token: Token) -> WordKey:
    kind = token.kind
    if kind in FIGURES:
        return kind, "", "", token.unit
    return (kind, "", "", "") if kind in _FORMLESS else (kind, token.text, token.value, token.unit)


def figures_of(
    values: tuple[Token, ...], factor: int, noted: str = ""
) -> tuple[Printed, ...] | None:
    """Return the numbers in their column's unit; 81.8、84.5亿元 share the multiple of the last.

    Parameters
    ----------
    values : tuple of Token
    factor : int
        Ones in the unit: 10**8 for 亿元.
    noted : str
        The multiple that a head or a bracket names for numbers without unit: 亿.

    Returns
    -------
    tuple of Printed or None
        None if one of them cannot be read for certain.
    """
    shared = _LAST_MULTIPLE.search(values[-1].value) if len(values) > 1 else None
    found = []
    for token in values:
        bare = shared and token.kind is Kind.NUMBER and token is not values[-1]
        # 总投资（亿元）81.8亿元 names the multiple twice: was it meant twice?
        if noted and _LAST_MULTIPLE.search(token.value):
            return None
        # 近百个 is at most 100; 数百个 is no number
        hundred = token.value[0] in "百千" and token.hedge and token.text.startswith(token.hedge)
        value = f"一{token.value}" if hundred else token.value
        figure = _figure(value + (noted or (shared[0] if shared and bare else "")), factor)
        if figure is None:
            return None
        found.append(widen(figure) if token.hedge else figure)
    return tuple(found)


@lru_cache(maxsize=16_384)
def _figure(written: str, factor: int) -> Printed | None:
    figure = read_number(written)
    return in_unit(figure, factor) if figure else None

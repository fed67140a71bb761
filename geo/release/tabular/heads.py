"""Heads of tables: which column holds what, in which unit, of which act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from geo.release.phrases.disambiguate import settle
from geo.release.phrases.goals import INTENDED, WISHED
from geo.release.phrases.tokens import Token, scan
from geo.release.text.lines import Line
from geo.release.words.kinds import FIGURES, TIMES, Kind, WordList
from geo.release.words.lexicon import Lexicon, listed
from geo.release.words.readings import UNITS
from geo.tables.printed import split_unit

_SERIAL = frozenset(listed(WordList.TABLE_SERIAL))
_NAMES = frozenset(listed(WordList.TABLE_NAMES))
_COUNTS = frozenset(listed(WordList.TABLE_COUNT))
_SUMS = ("合计", "总计", "共计", "小计")
#: Kinds of word in the head of a column that counts all projects.
_OF_A_COUNT = frozenset({Kind.PROJECT, Kind.ACT, Kind.MOD, Kind.DO, Kind.SUM, Kind.MARK})
_SPACE = re.compile(r"\s+")
_UNIT = r"(?:百|千)?(?:亿|万)?元|亿|个|项|家|宗"
_NOTE = re.compile(rf"[（(]\s*(?:单位[:：])?\s*({_UNIT})\s*[）)]|/({_UNIT})$")
_CAPTION = re.compile(r"单位\s*[:：]\s*([^。）)]{1,14})")
_ANY_NOTE = re.compile(r"[（(]\s*(?:单位[:：])?\s*([^（()）]{1,6}?)\s*[）)]")
#: What a head over several only says that they are about: 投资情况（亿元） over 年度计划投资.
_ABOUT = re.compile("(?:(?:项目|投资|资金)(?:完成|建设|推进|进展)?|完成|建设|推进|进展)?情况")
_ONLY_NUMBER = re.compile("(?:总|个|项|家|宗)?数量?")
_NUMBER_OF = re.compile(r"(?:病例|人)?数量?$|^(?:病例|例)$")
_AMOUNT_OF = ("数", "数量", "总数", "总量")
#: Of a head that tells how a figure changed, or whose is the largest.
_RATES = frozenset({Kind.CHANGE, Kind.RANK, Kind.PERCENT})
_DATED_ALONE = re.compile(r"(?:19|20)\d\d年")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATED = re.compile("[0-9年月季]")
#: A head that is but a time: 2019年, 1-5月.
_TIME = re.compile(
    r"(?:(?:19|20)\d\d年?)?(?:\d{1,2}(?:月?[-—–~至]\d{1,2})?月份?|[一二三四1-4]季度|上半年|前三季度|全年)?末?"
)
_MONEY = re.compile(r"万亿元?|亿元?|万元|元")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: name, unit, the unit its head notes, the column of its names, act.

    `own` if the measure is the user's, `summed` if the head says 合计; `times` are those of the
    head, if another column is of the same at another time.
    """

    at: int
    column: str
    unit: str
    noted: str
    names: int
    act: str = ""
    own: bool = False
    summed: bool = False
    times: tuple[Token, ...] = ()

    def moved(self, at: int) -> Column:
        """Return the column in another place: a row of measures has a figure in each."""
        return replace(self, at=at)


def caption(above: Sequence[str], lexicon: Lexicon | None = None) -> str:
    """Return the unit that a line above the table gives for all of it: of money, or a counter."""
    notes = [note[1].strip() for text in above for note in _CAPTION.finditer(text)]
    if lexicon and len(notes) == 1 and notes[0] in lexicon.counters:
        return notes[0]
    units = {unit for note in notes for unit in _MONEY.findall(note)}
    return units.pop() if len(units) == 1 else ""


def title_of(above: Sequence[str], lexicon: Lexicon | None) -> str:
    """Return the one measure of the user's that the lines above a table name, with its unit."""
    if lexicon is None:
        return ""
    for text in reversed(above):
        own = {t.text for t in scan(text, [], lexicon) if t.kind is Kind.MEASURE and ":" in t.value}
        note = _ANY_NOTE.search(text)
        if own:
            return own.pop() + (f"（{note[1]}）" if note else "") if len(own) == 1 else ""
    return ""


def columns_of(
    heads: Sequence[Line],
    names: Sequence[int],
    common: str,
    lexicon: Lexicon | None,
    title: str = "",
) -> list[Column]:
    """Return the columns that heads name, one for each figure of an act.

    Parameters
    ----------
    heads : sequence of Line
        From top to bottom.
    names : sequence of int
        The columns of the names; what is right of one is of its units.
    common : str
        The unit of money that holds for all columns; see `caption`.
    lexicon : Lexicon or None
        With the words of the measures that are read.
    title : str, optional
        The measure that the table is of, which its heads need not name: they may be but times.
    """
    found: list[Column] = []
    for at, head in enumerate(_spread_heads(heads, names)):
        owner = max((name for name in names if name < at), default=-1)
        if owner < 0 or at in names or head in _SERIAL:
            continue
        if title and head and _TIME.fullmatch(head):
            head = f"{head}{title}"  # noqa: PLW2901
        column = _column(head, at, owner, common, lexicon)
        if column is None and head in _SUMS and lexicon is None and _all_counted(found):
            column = Column(at, "projects", "个", "", owner)
        if column:
            found.append(replace(column, summed=True) if head.startswith(_SUMS) else column)
    return _once(_with_acts(found))


def _all_counted(before: Sequence[Column]) -> bool:
    """Tell whether all columns so far count projects, each of another act."""
    acts = {column.act for column in before if column.column == "projects"} - {""}
    return len(acts) == len(before) > 1


def columns_of_heads(
    heads: Mapping[int, str], common: str, lexicon: Lexicon | None
) -> list[Column]:
    """Return what the heads of rows name, each by the place of its row; see `columns_of`."""
    found = (_column(head, at, -1, common, lexicon) for at, head in heads.items())
    return _once(_with_acts([column for column in found if column]))


def _dated(cell: str) -> str:
    """Return a year alone as one: 2019年."""
    return f"{cell}年" if _YEAR.fullmatch(cell) else cell


def _spread_heads(heads: Sequence[Line], names: Sequence[int]) -> list[str]:
    """Return the text above every column: that of a cell over several is said of each."""
    lines = [
        [_dated(_ABOUT.sub("", line.text[start:end].strip("* "))) for start, end in line.cells]
        for line in heads
    ]
    if names[0] == 0:  # what is above the names is no time: the cell there is empty
        lines = [
            ["", *cells] if cells and _DATED_ALONE.fullmatch(cells[0]) else cells for cells in lines
        ]
    if lines and lines[-1][0] in _NAMES and names[0] > 0:
        # The rows have serial numbers before the names, and the head has none: it is one short.
        lines = [[*[""] * names[0], *cells] for cells in lines]
    width = max((len(cells) for cells in lines), default=0)
    for cells in lines:  # （个） and （亿元） alone are those of the last columns
        if cells and all(_ANY_NOTE.fullmatch(cell) for cell in cells):
            cells[:0] = [""] * (width - len(cells))
    found = [""] * width
    for number, cells in enumerate(lines):
        below = lines[number + 1 :]
        over = ""
        for at in range(width):
            cell = cells[at] if at < len(cells) else ""
            spans = not cell and any(at < len(other) and other[at] for other in below)
            over = cell or (over if spans else "")
            found[at] += over
    return found


def _column(head: str, at: int, names: int, common: str, lexicon: Lexicon | None) -> Column | None:
    found = _untimed(head, at, names, common, lexicon)
    if found is None or not found.own or _DATED.search(head) is None:
        return found
    return replace(found, times=tuple(t for t in scan(head, [], lexicon) if t.kind in TIMES))


def _untimed(head: str, at: int, names: int, common: str, lexicon: Lexicon | None) -> Column | None:
    note = _NOTE.search(head)
    noted = next((g for g in note.groups() if g), "") if note else ""
    bare = _SPACE.sub("", _NOTE.sub("", head) if lexicon is None else _ANY_NOTE.sub("", head))
    if lexicon and lexicon.counters and (counted := _counter(head, common, lexicon)):
        column, unit = counted.split(":")
        what = "" if bare in _COUNTS or _TIME.fullmatch(bare) else _NUMBER_OF.sub("", bare)
        return Column(at, column, unit, unit, names, what, own=True)
    tokens = _words_of(bare) if lexicon is None else _said_in(bare, lexicon)
    kinds = {token.kind for token in tokens}
    of_user = any(token.kind is Kind.MEASURE and ":" in token.value for token in tokens)
    if not kinds.isdisjoint(_RATES) or (_of_other_unit(head, note) and not of_user):
        return None
    acts = {token.value for token in tokens if token.kind is Kind.ACT}
    act = acts.pop() if len(acts) == 1 else ""
    if not act and any(t.kind is Kind.DO and t.text.startswith(WISHED) for t in tokens):
        act = WISHED
    measures = [token for token in tokens if token.kind is Kind.MEASURE]
    if len(measures) == 1 and not kinds & {Kind.WORD, Kind.CLASS, Kind.THRESHOLD}:
        value = "investment" if measures[0].value == "plan" else measures[0].value
        if ":" in value:
            return _own_column(head, at, names, value)
        aimed = any(t.kind is Kind.DO and t.text.startswith(INTENDED) for t in tokens)
        value = "planned" if aimed else value  # 投资目标
        whole = Column(at, value, UNITS[value], noted or common, names, act)
        return whole if lexicon is None else None  # else the user asked for other figures
    if measures or lexicon is not None or not (kinds & {Kind.PROJECT, Kind.ACT} or bare in _COUNTS):
        return None
    plain = kinds <= _OF_A_COUNT or bare in _COUNTS or _counted(tokens, bare)
    return Column(at, "projects", "个", "", names, act) if plain else None


def _said_in(bare: str, lexicon: Lexicon | None) -> list[Token]:
    """Return the words of a head, as they are before a number; 数 of 常住人口数 says no more."""
    found = [t for t in settle(scan(f"{bare}1", [], lexicon)) if t.kind not in FIGURES]
    if len(found) > 1 and found[-1].text in _AMOUNT_OF and ":" in found[-2].value:
        del found[-1]
    return found


@lru_cache(maxsize=1024)
def _words_of(bare: str) -> tuple[Token, ...]:
    """Return the words of a head in the vocabulary; the tables of a report have the same heads."""
    return tuple(_said_in(bare, None))


def _of_other_unit(head: str, note: re.Match[str] | None) -> bool:
    """Tell whether a head notes a unit that no count or sum has: 总投资占比（%）."""
    other = _ANY_NOTE.search(head)
    return note is None and other is not None and "%" in other[1]


def _counter(head: str, common: str, lexicon: Lexicon) -> str:
    """Return the column and unit of what a head counts: 确诊（例） for the measure cases=例."""
    note = _ANY_NOTE.search(head)
    return lexicon.counters.get(note[1] if note else common, "")


def _own_column(head: str, at: int, names: int, value: str) -> Column | None:
    """Return the column of a measure that the user gave, in the unit its head notes."""
    options = [option.split(":") for option in value.split("|")]
    # 常住人口（2023年）: a time is no unit
    note = next((n for n in _ANY_NOTE.finditer(head) if not _TIME.fullmatch(n[1])), None)
    printed = note[1] if note else options[0][1]
    for column, unit in options:
        if split_unit(printed)[0] == split_unit(unit)[0]:
            return Column(at, column, unit, printed, names, own=True)
    return None


def _counted(tokens: Sequence[Token], bare: str) -> bool:
    """Tell whether a head counts all projects: 开工个数, but not 产业项目数 or 开工小区数."""
    kinds = {token.kind for token in tokens}
    other = Kind.PROJECT not in kinds and any(
        token.kind is Kind.WORD and not _ONLY_NUMBER.fullmatch(token.text) for token in tokens
    )
    counts = bare.endswith(("数", "数量")) and not other
    return counts and not kinds & {Kind.CLASS, Kind.THRESHOLD, Kind.BATCH}


def _with_acts(columns: Sequence[Column]) -> Iterator[Column]:
    """Give columns without an act that of the column before them, or the only one there is."""
    acts = {column.act for column in columns if column.act} - {WISHED}
    only = acts.pop() if len(acts) == 1 else ""
    counts = [bool(column.act) for column in columns if column.column == "projects"]
    last = only if all(counts) or not any(counts) else ""  # 在库项目数, 新入库项目数
    for column in columns:
        if column.summed:  # 新开工, 竣工, 合计, 总投资: of all of them
            last = ""
        if column.act == WISHED:  # 计划项目数, 已开工数
            yield replace(column, act=f"{WISHED}{only}" if only else "")
            continue
        last = column.act or last
        yield column if column.act == last else replace(column, act=last)


def _side_by_side(columns: Sequence[Column]) -> bool:
    """Tell whether tables of one measure are side by side, each of its own time."""
    said = {(column.act, column.column) for column in columns}
    whens = {tuple(time.text for time in column.times) for column in columns}
    return len(said) == 1 and len(whens) == len(columns) > 1


def _once(columns: Iterator[Column]) -> list[Column]:
    """Leave out what two columns say of one act: which of them is meant is not certain."""
    listed = list(columns)
    told = [(column.names, column.act, column.column) for column in listed]
    if len(set(told)) == len(told) and not _side_by_side(listed):
        return [replace(column, times=()) if column.times else column for column in listed]
    # 2019年常住人口, 2020年常住人口
    dated = [
        (*said, tuple(time.text for time in column.times))
        for said, column in zip(told, listed, strict=True)
    ]
    return [column for column, said in zip(listed, dated, strict=True) if dated.count(said) == 1]

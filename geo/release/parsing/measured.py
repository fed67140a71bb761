"""Words around the figures of a user's measure: 4人死亡, 逼近2万亿元的云州, 云州8天共接待."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from geo.districts.names import stem
from geo.release.names.divisions import division
from geo.release.parsing.counting import STOCKS
from geo.release.phrases.tokens import Token
from geo.release.phrases.unit_counts import counts_units
from geo.release.words.kinds import FIGURES, SEPARATORS, Kind
from geo.release.words.lexicon import is_case
from geo.release.words.numbers import same_base
from geo.tables.printed import split_unit

#: Units in which a measure's word is never behind its figure: 300亿元GDP is a mark to pass.
_PRICED = frozenset({"元", "%"})
_BEHIND = SEPARATORS | FIGURES | {Kind.PART}
_OTHER = frozenset({Kind.QUANTITY, Kind.MONEY})
#: What happened to people and houses, where another measure is read.
_HARM = re.compile(
    "(?:不同程度|严重|一般|房屋|民房|农房|住房|群众|人员|因灾|紧急|集中|需|倒塌|倒损|损坏|受损|受灾|死亡|失踪|遇难"
    "|受伤|重伤|轻伤|受困|被困|转移|安置|救助|避险|生活|过渡性){1,6}"
)
_AFTER_HARM = SEPARATORS | {Kind.MEASURE}
_GROWN_TO = ("增至", "升至", "上升至", "增加至", "增加到", "上升到")
_DIVIDES = [Kind.COMMA, Kind.PART]
_ROUND = re.compile("[十百千万亿]+")
_OTHERS = re.compile("(?:其[他余它]|另外)$")
_WHO = frozenset({Kind.PLACE, Kind.WHOLE})
#: What a period of days is followed by where it says but how long: 8天共接待.
_DONE = frozenset({Kind.SUM, Kind.MEASURE, Kind.DO, Kind.ADVERB, Kind.LINK})
_DAYS = ("天", "日")
_SHORT_YEAR = re.compile("[012][0-9]$")
_LONGEST = 12  # tokens of what describes a unit before its name


def around_figures(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens of a line without what only describes a unit or how long it took.

    Parameters
    ----------
    tokens : sequence of Token
        With the amounts of measures as MONEY and COUNT.
    """
    told = _without_harm(_without_days(_undescribed(_others_listed(tokens))))
    return _named_behind(_divided(_dated(told)))


def names_joined(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens, a word with letters and digits in it as one: 人感染H7N9禽流感."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        before = found[-1] if found else None
        code = token.kind is Kind.CODE and not token.text[0].isdigit()
        joined = before is not None and before.kind is Kind.WORD and before.end == token.start
        goes_on = joined and before is not None and before.text[-1].isascii()
        if joined and before and (code or (goes_on and token.kind is Kind.WORD)):
            found[-1] = before._replace(text=before.text + token.text, end=token.end)
        elif code and at + 1 < len(tokens) and tokens[at + 1].start == token.end:
            found.append(token._replace(kind=Kind.WORD))
        else:
            found.append(token)
    return found


def units_counted(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with numbers of units that add up as such: 20个地级市累计报告."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if found and after and after.text in STOCKS and counts_units(found[-1], token):
            number = found.pop()
            text = number.text + token.text
            found.append(Token(Kind.UNITS, text, number.start, token.end))
        else:
            found.append(token)
    return found


def _undescribed(tokens: Sequence[Token]) -> list[Token]:
    """Leave out what describes a unit by another figure: 去年总量逼近2万亿元的云州，."""
    found: list[Token] = []
    begins = 0  # where in `found` the clause begins
    for at, token in enumerate(tokens):
        if token.kind is Kind.PLACE and len(found) > begins:
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            before = found[begins:]
            if _of_parent(before, token) or (after and _describes(before, after)):
                del found[begins:]
        found.append(token)
        if token.kind in SEPARATORS:
            begins = len(found)
    return found


def _of_parent(before: Sequence[Token], unit: Token) -> bool:
    """Tell whether a clause so far names what a unit is in: 潍坊的临朐县."""
    if len(before) != 2 or before[-1].kind is not Kind.DE:
        return False
    above, place = before[0].place, unit.place
    known = division(place.name) if place else None
    if above is None or known is None:
        return False
    return stem(above.name) in {stem(name) for name in known.above}


def _describes(before: Sequence[Token], after: Token) -> bool:
    """Tell whether a clause so far describes what is named next: by a figure, or in words alone."""
    if not 2 <= len(before) <= _LONGEST or before[-1].kind is not Kind.DE:
        return False
    if any(token.kind in _WHO for token in before):
        return False
    told = any(t.kind in FIGURES and (t.hedge or t.kind is not Kind.COUNT) for t in before)
    words = all(token.kind is Kind.WORD for token in before[:-1])
    own = _own(after)
    return (told and after.text in ",，") or (words and own)


def _without_days(tokens: Sequence[Token]) -> list[Token]:
    """Leave out how long it took: 云州8天共接待213.5万人次."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        period = token.kind is Kind.QUANTITY and token.unit in _DAYS
        done = at + 1 < len(tokens) and tokens[at + 1].kind in _DONE
        if not (period and done and found and found[-1].kind in _WHO):
            found.append(token)
    return found


def _dated(tokens: Sequence[Token]) -> list[Token]:
    """Return a year by its last two digits right before a measure or unit as a time: 17年总人口."""
    found = list(tokens)
    for at, (token, following) in enumerate(pairwise(tokens)):
        year = token.kind is Kind.QUANTITY and token.unit == "年" and _SHORT_YEAR.match(token.value)
        if year and (following.kind in _WHO or _own(following)):
            found[at] = token._replace(kind=Kind.MARK, value=f"20{token.value}", unit="")
    return found


def _others_listed(tokens: Sequence[Token]) -> list[Token]:
    """Leave out that others are listed: 其他分别是云州3例、青州2例."""
    found: list[Token] = []
    for token in tokens:
        listed = token.kind is Kind.PLACE and bool(found) and found[-1].kind is Kind.EACH
        if listed and _OTHERS.search("".join([before.text for before in found[-3:-1]])):
            found = found[:-3] if found[-2].text in ("他", "余", "它") else found[:-2]
        found.append(token)
    return found


def _own(token: Token) -> bool:
    return token.kind is Kind.MEASURE and ":" in token.value


def _without_harm(tokens: Sequence[Token]) -> list[Token]:
    """Return who and what else was harmed as units that are counted: 8.6万人受灾."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        before = found[-1] if found else None
        ends = at + 1 == len(tokens) or tokens[at + 1].kind in _AFTER_HARM
        each = before is not None and before.kind is Kind.EACH
        if each and token.kind is Kind.MONEY and _ROUND.fullmatch(token.value):
            token = token._replace(kind=Kind.UNITS)  # noqa: PLW2901 - 均超千亿元
        divided = [each.kind for each in tokens[at + 1 : at + 3]] == _DIVIDES
        harmed = (
            token.kind is Kind.WORD
            and ends
            and not divided
            and _HARM.fullmatch(token.text) is not None
        )
        number = before and before.kind in _OTHER and before.end == token.start
        ahead = found[-2].kind if len(found) > 1 else None
        if not (harmed and before and number) or ahead is Kind.MEASURE:
            found.append(token)
            continue
        found[-1] = before._replace(kind=Kind.UNITS)
        if ahead is Kind.HEDGE:
            del found[-2]
    return found


def _divided(tokens: Sequence[Token]) -> list[Token]:
    """Part the cases that are divided from those who have them: 新增本地病例分布在云州16例."""
    found = list(tokens)
    for at, (token, following) in enumerate(pairwise(tokens)):
        among = following.kind in (Kind.IN, Kind.AMID)
        divides = token.kind is Kind.WORD and is_case(token.text) and among
        if divides and at + 2 < len(tokens) and tokens[at + 2].kind is Kind.PLACE:
            found[at + 1] = following._replace(kind=Kind.COMMA)
    return found


def _named_behind(tokens: Sequence[Token]) -> list[Token]:
    """Put a measure's word before its figure: 4人死亡、3人失踪; 以300亿元的GDP领先."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.text in _GROWN_TO and found and _own(found[-1]):
            at += 1  # 遇难人数增至17人
            continue
        described = at + 2 < len(tokens) and tokens[at + 1].kind is Kind.DE
        word = tokens[at + 1 + described] if at + 1 + described < len(tokens) else None
        called = bool(found) and found[-1].kind is Kind.MEASURE
        if word is None or called or not _measured(token, word, described=described):
            found.append(token)
            at += 1
            continue
        after = tokens[at + 2 + described] if at + 2 + described < len(tokens) else None
        if not described and after is not None and after.kind not in _BEHIND:
            found.append(token)
            at += 1
            continue
        if found and found[-1].text == "以":
            found.pop()
        if token.kind is Kind.NUMBER:  # 31.6万的户籍人口
            unit = split_unit(word.value.partition(":")[2])[0]
            token = token._replace(kind=Kind.MONEY, unit=unit)
        found += [word._replace(start=token.start, end=token.start), token]
        if described and after is not None and after.kind not in SEPARATORS:
            found.append(Token(Kind.COMMA, "", token.end, token.end))
        at += 2 + described
    return found


def _measured(amount: Token, word: Token, *, described: bool) -> bool:
    """Tell whether an amount is that of the measure's word behind it."""
    if (
        amount.kind not in (Kind.MONEY, Kind.NUMBER)
        or word.kind is not Kind.MEASURE
        or ":" not in word.value
    ):
        return False
    units = [option.partition(":")[2] for option in word.value.split("|")]
    priced = not described and any(split_unit(unit)[0] in _PRICED for unit in units)
    near = described or amount.end == word.start
    if amount.kind is Kind.NUMBER:
        return described and amount.value.endswith(("万", "亿")) and not word.unit
    return near and not priced and any(same_base(unit, amount.unit) for unit in units)

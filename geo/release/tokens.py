"""The words and numbers of a line, as tokens. The vocabulary is in release_words.txt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from geo.release.lexicon import vocabulary
from geo.release.numbers import MULTIPLE, NUMERALS, WESTERN
from geo.release.places import Place

_HAN = r"[\u4e00-\u9fff]"
#: What a number may count: the first that fits makes the token's kind.
UNITS = (
    ("PERCENT", r"[%％‰]|个?百分点"),
    ("FOREIGN", r"[美欧港日韩]元|港币|英镑|卢布|美金"),
    ("PRICE", rf"元(?:/|每|一){_HAN}{{1,3}}|元/[a-z²³㎡]{{1,3}}"),
    ("QUANTITY", r"个?(?:多?月|工作日|小时|星期|世纪|季度|方面)|平方米|平方公里|公顷|公里|公斤"
                 r"|千瓦时?|兆瓦|人次|立方米|㎡"
                 r"|[亩人名米吨克斤分秒岁次天周年户栋座条套台辆所例场届轮位时件种只株倍期里排号路楼层室班级折]"),
    ("MONEY", r"元(?:人民币)?"
              r"|(?<=亿)(?!\s?[美欧港日英卢韩澳加新吨人个千立平株斤公只头件次度瓦条块册家户亩粒尾])"),
    ("COUNT", r"[个项宗家]"),
)  # fmt: skip
_UNIT = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in UNITS)
_CN = "[零〇一二三四五六七八九十]"
#: What begins with a digit. Every repetition is bounded: no text can make it slow.
_NUMERIC = re.compile(
    r"(?P<DATE>(?=\d{1,4}[-/.年月日号:：时点])(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)"
    r"|(?:(?:19|20)\d\d年)?\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|份|底|初)?"
    r"|\d{1,2}[日号]|\d{1,2}[:：]\d{2}(?!\d)|\d{1,2}[时点](?:\d{1,2}分)?))"
    r"|(?P<MARK>(?:19|20)\d\d(?:[—-](?:19|20)?\d\d)?年度?(?:以来)?)"
    r"|(?P<CODE>\d{1,12}(?:[-–/.]\d{1,12}){2,9}"
    r"|0\d{2,3}[- ]\d{7,8}(?!\d)|1[3-9]\d{9}(?!\d)|\d{13,40}"
    r"|\d{1,12}(?:\.\d{1,6})?[A-Za-z²³][0-9A-Za-z.]{0,20})"
    rf"|(?P<RANGE>{WESTERN}[个项宗家元]?\s?(?:[-–—~～至到]{{1,2}}|比|[:：])\s?{WESTERN}(?:%|美元|元|[个项宗家])?)"
)
#: 2.潍城区 in the middle of a line.
_BULLET = re.compile(r"\d{1,2}[.)、](?=[\u4e00-\u9fff\ue000])")
_AMOUNT = re.compile(rf"({WESTERN})\s?([余多]?){MULTIPLE}?(?:\s?(?:{_UNIT}))?")
_NUMERALS = re.compile(
    rf"(?P<DATE>[二〇零一九]{{4}}年(?:{_CN}{{1,3}}月)?(?:{_CN}{{1,3}}日)?|{_CN}{{1,3}}月{_CN}{{1,3}}[日号])"
    rf"|(?P<PERCENT>百分之{NUMERALS})"
)
_AMOUNT_IN_WORDS = re.compile(rf"({NUMERALS})([余多]?){MULTIPLE}?\s?(?:{_UNIT})")
_NUMERALS_RUN = re.compile(NUMERALS.replace("{1,20}", "+"))
_ORDINAL = re.compile(
    rf"第\s?(?:\d{{1,6}}|{_CN}{{1,4}})(?:(?P<batch>批次?|次|届|场|期)|(?P<half>季度))?"
)
_LATIN = re.compile(
    r"https?://[!-~]{1,200}|(?P<CODE>[A-Za-z][A-Za-z_.-]{0,20}\d[0-9A-Za-z_.-]{0,30})|[A-Za-z]{1,40}"
)
_NUMERAL_STARTS = "零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖"
_NO_DIGITS = re.compile(r"[余多\s]")
_SIGNS = {
    **dict.fromkeys("。！？!?", "END"), **dict.fromkeys("；;", "BREAK"),
    **dict.fromkeys("、/", "AND"),
    **dict.fromkeys("，,：:（）()[]【】|\t—", "COMMA"),
}  # fmt: skip
#: Kinds of token that may become a figure, and why the other kinds of number never do.
FIGURES = frozenset({"COUNT", "MONEY", "NUMBER", "QUANTITY"})
NOT_FIGURES = {
    "BULLET": "mark",
    "CODE": "code", "DATE": "date", "MARK": "date", "ORDINAL": "ordinal", "PERCENT": "percent",
    "RANGE": "range",
    "THRESHOLD": "threshold", "FOREIGN": "currency", "PRICE": "price",
}  # fmt: skip
NUMBERS = FIGURES | NOT_FIGURES.keys()


@dataclass(slots=True)
class Token:
    """A word of a line.

    Attributes
    ----------
    kind : str
        A terminal of the grammar.
    text : str
    start, end : int
        Its span in the line.
    value : str
        What tells it from others of its kind: the column of a MEASURE, the act of an ACT, the
        number of an amount (without unit).
    hedge : str
        约, 超, 余 … where an amount is approximate.
    unit : str
        A unit named beside it: 亿元 of 总投资（亿元）.
    place : Place or None
    """

    kind: str
    text: str
    start: int
    end: int
    value: str = ""
    hedge: str = ""
    unit: str = ""
    place: Place | None = None


@cache
def _unknown() -> re.Pattern[str]:
    """Return what matches a run of characters none of which begins a known word or a number."""
    firsts = "".join(sorted(vocabulary())) + _NUMERAL_STARTS + "第"
    return re.compile(rf"[^{firsts}\x00-\u4dff\ua000-\uffff]+")


def scan(text: str, places: Sequence[Place]) -> list[Token]:
    """Return the tokens of a folded line, each read by itself; linear in the text.

    The places are masked, so that no word is found inside a name (三 of 三门峡市, 新 of 新城区).
    """
    masked = _mask(text, places)
    named = {place.start: place for place in places}
    words, unknown = vocabulary(), _unknown().match
    tokens: list[Token] = []
    at, size = 0, len(masked)
    while at < size:
        first = masked[at]
        token = None
        if match := unknown(masked, at):
            end = match.end()
        elif first in words and (word := _word_at(masked, at, words[first])):
            end = at + len(word[0])
            token = Token(word[1], word[0], at, end, word[2])
        elif first == "\ue000":
            end = named[at].end
            token = Token("PLACE", text[at:end], at, end, place=named[at])
        elif token := _sign_or_number(masked, at, first):
            end = token.end
        else:
            end = at + 1
            if not "\u4e00" <= first <= "\u9fff":
                at = end
                continue
        if token is None:  # characters of words that the vocabulary does not know
            if tokens and tokens[-1].kind == "WORD" and tokens[-1].end == at:
                tokens[-1].end = at = end
                continue
            token = Token("WORD", "", at, end)
        tokens.append(token)
        at = end
    for token in tokens:
        if token.kind == "WORD":
            token.text = text[token.start : token.end]
    return tokens


def _word_at(
    text: str, at: int, words: tuple[tuple[str, str, str], ...]
) -> tuple[str, str, str] | None:
    for word in words:
        if text.startswith(word[0], at):
            return word
    return None


def _mask(text: str, places: Sequence[Place]) -> str:
    pieces, at = [], 0
    for place in places:
        pieces += [text[at : place.start], "\ue000", "\ue001" * (place.end - place.start - 1)]
        at = place.end
    return "".join([*pieces, text[at:]])


def _sign_or_number(text: str, at: int, first: str) -> Token | None:
    """Read what is no word of the vocabulary; None for a character that says nothing."""
    if sign := _SIGNS.get(first):
        return Token(sign, first, at, at + 1)
    if first.isdigit() and first.isascii():
        return _number(text, at)
    if first in _NUMERAL_STARTS:
        return _numerals(text, at)
    if first == "第" and (match := _ORDINAL.match(text, at)):
        value = match.lastgroup or ""
        return Token("MARK" if value else "ORDINAL", match[0], at, match.end(), value)
    if match := _LATIN.match(text, at):
        return Token("CODE" if match.lastgroup else "WORD", match[0], at, match.end())
    return None


def _number(text: str, at: int) -> Token:
    """Read what begins with a digit: a date, a telephone number, a range, or an amount."""
    if (at == 0 or text[at - 1] in "。；;：: ") and (match := _BULLET.match(text, at)):
        return Token("BULLET", match[0], at, match.end())
    if match := _NUMERIC.match(text, at):
        kind = match.lastgroup or ""
        return Token(kind, match[0], at, match.end(), match[0][:4] if kind == "MARK" else "")
    match = _AMOUNT.match(text, at)
    if match is None:  # more digits than any amount has
        digits = re.compile(r"\d+").match(text, at)
        return (
            Token("CODE", digits[0], at, digits.end())
            if digits
            else Token("SPACE", text[at], at, at + 1)
        )
    minus = at > 0 and text[at - 1] == "-" and not text[max(at - 2, 0)].isalnum()
    return _amount(match, "CODE" if minus else match.lastgroup or "NUMBER")


def _numerals(text: str, at: int) -> Token | None:
    """Read Chinese numerals, which are a number only with a unit: 十六个, but not 统一."""
    if match := _NUMERALS.match(text, at):
        return Token(match.lastgroup or "", match[0], at, match.end())
    run = _NUMERALS_RUN.match(text, at)
    if run and run.end() - at > 20:  # longer than any number
        return Token("WORD", "", at, run.end())
    match = _AMOUNT_IN_WORDS.match(text, at)
    return _amount(match, match.lastgroup or "") if match else None


def _amount(match: re.Match[str], kind: str) -> Token:
    written = match[0]
    unit = match[match.lastgroup] if match.lastgroup else ""
    value = written.removesuffix(unit)
    if match[2] or not value.isalnum():
        value = _NO_DIGITS.sub("", value)
    return Token(kind, written, match.start(), match.end(), value, match[2], unit)

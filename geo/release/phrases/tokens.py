"""The words and numbers of a line, as tokens. The vocabulary is in words.txt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from geo.release.names.places import Place
from geo.release.words.footnotes import NO_MARK
from geo.release.words.kinds import FIGURES, Kind, WordList
from geo.release.words.lexicon import NUMERAL_STARTS, Lexicon, any_of, listed, vocabulary
from geo.release.words.numbers import DIGITS, MULTIPLE, NUMERALS, WESTERN
from geo.release.words.reasons import Reason

_HAN = r"[\u4e00-\u9fff]"
_NO_DIGIT, _WIDE = r"[\u4e00-\u9fff\ue000\ue001]", r"[\u4e00-\u9fff\ue000\ue001\d]"
_THINGS = any_of(*listed(WordList.UNIT_OF, "QUANTITY"))
#: What a number may count: the first that fits makes the token's kind.
_UNITS = (
    (Kind.PERCENT, any_of(*listed(WordList.UNIT_OF, "PERCENT"))),
    (Kind.FOREIGN, any_of(*listed(WordList.UNIT_OF, "FOREIGN"))),
    (Kind.PRICE, rf"元(?:/|每|一){_HAN}{{1,3}}|元/[a-z²³㎡]{{1,3}}"),
    # 臺中市2845909人次之 comes second
    (Kind.QUANTITY, rf"(?!人次之|排[名在第列]|位[居列于]){_THINGS}|人(?=次之)"),
    (Kind.MONEY, rf"元(?:人民币)?|(?<=亿)(?!\s?(?:{any_of(*listed(WordList.NOT_MONEY))}))"),
    (Kind.UNITS, "[县区市州盟旗]{2,3}"),  # 大理州12县市
    (Kind.COUNT, any_of(*listed(WordList.UNIT_OF, "COUNT"))),
)
_UNIT = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _UNITS)
_CN = "[零〇一二三四五六七八九十]"
#: What begins with a digit. Every repetition is bounded: no text can make it slow.
_NUMERIC = re.compile(
    r"(?P<DATE>(?=\d{1,4}[-/.年月日号:：时点])(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)"
    r"|(?:(?:19|20)\d\d年)?\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|份|底|初)?"
    r"|\d{1,2}[日号]|\d{1,2}[:：]\d{2}(?!\d)|\d{1,2}[时点](?:\d{1,2}分)?))"
    r"|(?P<MARK>(?:19|20)\d\d(?:[—-](?:19|20)?\d\d)?[ ]?年度?(?:以来)?)"
    r"|(?P<CODE>\d{1,12}(?:[-–/.]\d{1,12}){2,9}"
    r"|0\d{2,3}[- ]\d{7,8}(?!\d)|1[3-9]\d{9}(?!\d)|\d{13,40}"
    rf"|(?<!\d,)\d{{1,12}},\d{{1,2}}(?=\s?{MULTIPLE})"  # a decimal comma; 81,84,78亿元 is a list
    r"|\d{1,12}(?:\.\d{1,6})?[A-Za-z²³⁰-ₜ][0-9A-Za-z.]{0,20})"
    # a cheap look first: most numbers are in no range (and none has 110 characters)
    rf"|(?P<RANGE>(?=[\d,.百千万亿\s]{{1,110}}+[个项宗家元]?\s?[-–—~～至到比:：]){WESTERN}[个项宗家元]?\s?(?:[-–—~～至到]{{1,2}}|比|[:：])\s?{WESTERN}(?:%|美元|元|[个项宗家])?)"
)
#: Months that a figure covers (1-6月份, 2024年7月), and no day: 3月底 and 2月26日 are dates.
_MONTHS = re.compile(
    r"(?:(?:19|20)\d\d年)?\d{1,2}(?:月份?)?\s?[-—–~～至到]{1,2}\s?\d{1,2}月份?(?!\d)"
    r"|(?:(?:19|20)\d\d年)?\d{1,2}月份?(?![\d上中下底初末])"
)
#: 一月份, 一至三月份, 截至六月，; 三月 alone may be a word.
_MONTHS_IN_WORDS = re.compile(
    rf"{_CN}{{1,2}}(?:[至到]{_CN}{{1,2}}月份?|月份)(?![上中下底初末])"
    rf"|(?:(?<=截至)|(?<=截止)){_CN}{{1,2}}月(?=[，,])"
)
_FIRST_MONTHS = re.compile(rf"(?<!目)前(?:\d{{1,2}}|两|{_CN}{{1,2}})(?:个?月份?|(?P<batch>批))")
#: How many units of several levels: 6省20市（自治州）49个县（市、区）.
_LEVEL = r"\d{1,4}个?(?:省份?|市|州|盟|县|区|旗)(?:[（(][省市州盟县区旗自治直辖管林、]{1,16}[）)])?"
_SORT, _BRACKET = "[市州盟县区旗]{1,2}", "[（(][市州盟县区旗、]{1,8}[）)]"
#: One number of units of several sorts: 13个县（市）区, 9县、市（区）.
_MIXED = rf"\d{{1,4}}个?{_SORT}(?:{_BRACKET}、?{_SORT}|、{_SORT}{_BRACKET})"
_LEVELS = re.compile(rf"(?:{_LEVEL}){{2,4}}|{_MIXED}")
#: 2.潍城区 in the middle of a line, also in a list: 1.奎文区（12个）、2.潍城区（9个）.
_BULLET = re.compile(
    r"(?<![^。；;：: ])\d{1,2}[.)、](?=[\u4e00-\u9fff\ue000])|(?<=[、，,])\d{1,2}[.)](?=\ue000)"
)
_GAP = f"[ \u2009\u202f]?{NO_MARK}{{0,2}}"
_OF_THOUSAND = "千[瓦克米]"
#: 68.4亿千瓦时 is 亿 times 千瓦时, not 亿千.
_AMOUNT = re.compile(
    rf"({DIGITS}(?:亿|万)?(?={_OF_THOUSAND})|{WESTERN}){_GAP}([余多]?)"
    rf"(?!{_OF_THOUSAND}){MULTIPLE}?(?:{_GAP}(?:{_UNIT}))?"
)
_NUMERALS = re.compile(
    rf"(?P<DATE>[二〇零一九]{{4}}年(?:{_CN}{{1,3}}月)?(?:{_CN}{{1,3}}日)?|{_CN}{{1,3}}月{_CN}{{1,3}}[日号])"
    rf"|(?P<PERCENT>百分之{NUMERALS})"
)
_AMOUNT_IN_WORDS = re.compile(rf"({NUMERALS})([余多]?){MULTIPLE}?\s?(?:{_UNIT})")
_NUMERALS_RUN = re.compile(NUMERALS.replace("{1,20}", "+"))
#: 17项目 are 17 projects: 项 is not the unit there, as it is in 17项目标.
_PROJECTS = re.compile("项目(?![标录的前])")
_ORDINAL = re.compile(
    rf"第\s?(?:\d{{1,6}}|{_CN}{{1,4}})(?:(?P<batch>批次?|次|届|场|期)|(?P<half>季度))?"
)
_LATIN = re.compile(
    r"https?://[!-~]{1,200}|(?P<CODE>[A-Za-z][A-Za-z_.-]{0,20}\d[0-9A-Za-z_.-]{0,30})|[A-Za-z]{1,40}"
)
_MULTIPLE = re.compile("[百千万亿]")
_KINDS = dict(Kind.__members__)  # of the groups' names
#: What a unit is called in quotation marks before its name: “龙头”奎文区.
_EPITHET = re.compile(
    r"(?:^|(?<=[，,；;。：:、])|(?<=其中))[“\"「『][^“”\"「」『』\d]{1,6}[”\"」』](?=\ue000)"
)
#: A name with numbers of its own: “3个100”重点项目, “5个50工程”, “三年攻坚行动”.
_NUMBERED = re.compile(
    r"[“\"「『](?:(?=[^“”\"「」『』]{0,9}\d)[^“”\"「」『』，。；、元%亿万]{2,10}[”\"」』]"
    r"(?=重[点大]|项目|工程|(?<=工程.)|(?<=项目.))|(?=[^“”\"「」『』]{0,9}[\d一二三四五六七八九十百])"
    r"[^“”\"「」『』，。；、]{2,12}(?:计划|行动|战略|方案)[”\"」』])"
)
_NAMES_IN_QUOTES = frozenset({Kind.NUMBER, Kind.MONEY})
_OPENING = frozenset('“"「『')
_BEHIND_EPITHET = frozenset('”"」』')
_NO_DIGITS = re.compile(r"[余多\s]")
_SIGNS = {
    **dict.fromkeys("。！？!?", Kind.END), **dict.fromkeys("；;…", Kind.BREAK),
    **dict.fromkeys("、/", Kind.AND),
    **dict.fromkeys("，,：:（）()[]【】|\t—", Kind.COMMA),
}  # fmt: skip
#: A space between two phrases of a headline: …集中开工动员大会 此次全市…; 渝 北 区 is a name.
_PARTING = re.compile(
    rf"(?<={_WIDE}{{6}}{_NO_DIGIT})(?<![目资额共达为有计]) "
    rf"(?=(?:{_NO_DIGIT}|\d{{1,4}}[年月日个项]){_WIDE}{{5}})"
)
#: Chinese characters that begin what is no word of the vocabulary: 十六个, 第二批, 前三个月.
_NUMBERS_BEGIN = frozenset(NUMERAL_STARTS + "第前")
_SORTS_OF_UNIT = frozenset("省市州盟地县区旗")
#: Why numbers of these kinds are no figures.
NOT_FIGURES: dict[Kind, Reason] = {
    Kind.BULLET: "mark", Kind.CODE: "code", Kind.DATE: "date", Kind.MARK: "date",
    Kind.ORDINAL: "ordinal", Kind.PERCENT: "percent", Kind.RANGE: "range", Kind.PRICE: "price",
    Kind.THRESHOLD: "threshold", Kind.FOREIGN: "currency", Kind.UNITS: "quantity",
    Kind.FORMER: "change",
}  # fmt: skip
NUMBERS = FIGURES | NOT_FIGURES.keys()


class Token(NamedTuple):
    """A word of a line.

    Attributes
    ----------
    kind : Kind
    text : str
    start, end : int
        Its span in the line, the end not included.
    value : str
        What tells it from others of its kind: the column of a MEASURE, the act of an ACT, the
        number of an amount (without unit).
    hedge : str
        约, 超, 余 … where an amount is approximate.
    unit : str
        A unit named beside it: 亿元 of 总投资（亿元）.
    place : Place or None
    """

    kind: Kind
    text: str
    start: int
    end: int
    value: str = ""
    hedge: str = ""
    unit: str = ""
    place: Place | None = None


def scan(text: str, places: Sequence[Place], lexicon: Lexicon | None = None) -> list[Token]:
    """Return the tokens of a folded line, each read by itself; linear in the text.

    The places are masked, so that no word is found inside a name (三 of 三门峡市, 新 of 新城区).
    """
    masked = _mask(text, places)
    named = {place.start: place for place in places}
    lexicon = lexicon or vocabulary()
    unknown, word_at = lexicon.unknown.match, lexicon.word_at
    tokens: list[Token] = []
    token: Token | None
    at, size = 0, len(masked)
    unread = 0  # where a run of characters begins that the vocabulary does not know
    while at < size:
        if match := unknown(masked, at):
            at = match.end()
            continue
        first = masked[at]
        # 前十一个月: 前十 is a rank
        months = first == "前" and _FIRST_MONTHS.match(masked, at)
        word = None if months else word_at(masked, at)
        if word and word.kind is Kind.BATCH and _ends_sorts(tokens, text[unread:at]):
            at += 1  # the 市 of 6个州市重点项目
            continue
        if word:
            token = Token(word.kind, word.text, at, at + len(word.text), word.value)
        elif place := named.get(at):  # a text may have the mask's own character in it
            token = Token(Kind.PLACE, text[at : place.end], at, place.end, place=place)
        elif "\u4e00" <= first <= "\u9fff" and first not in _NUMBERS_BEGIN:
            at += 1
            continue
        elif sign := _SIGNS.get(first):
            token = Token(sign, first, at, at + 1)
        else:
            token = _unquoted(masked, _blank_or_number(masked, at, first))
            if token is None and "\u4e00" <= first <= "\u9fff":
                at += 1
                continue
        if unread < at:
            tokens.append(Token(Kind.WORD, text[unread:at], unread, at))
        if token:
            tokens.append(token)
        at = unread = token.end if token else at + 1
    if unread < size:
        tokens.append(Token(Kind.WORD, text[unread:], unread, size))
    return tokens


def _ends_sorts(tokens: Sequence[Token], unread: str) -> bool:
    """Tell whether a word begins within the sorts of units that are counted: 6个州."""
    counted = bool(tokens) and tokens[-1].kind is Kind.COUNT
    return counted and bool(unread) and _SORTS_OF_UNIT.issuperset(unread)


def _mask(text: str, places: Sequence[Place]) -> str:
    pieces, at = [], 0
    for place in places:
        pieces += [text[at : place.start], "\ue000", "\ue001" * (place.end - place.start - 1)]
        at = place.end
    masked = "".join([*pieces, text[at:]])
    if _BEHIND_EPITHET.isdisjoint(masked):
        return masked
    for named in (_EPITHET, _NUMBERED):
        masked = named.sub(lambda match: "\ue001" * len(match[0]), masked)
    return masked


def _blank_or_number(  # noqa: PLR0911 - one return a kind
    text: str, at: int, first: str
) -> Token | None:
    """Read what is neither word nor sign; None for a character that says nothing."""
    if first == " " and _PARTING.match(text, at):
        return Token(Kind.BREAK, first, at, at + 1)
    if first.isdigit() and first.isascii():
        return _number(text, at)
    if first in NUMERAL_STARTS:
        return _numerals(text, at)
    if first == "第" and (match := _ORDINAL.match(text, at)):
        value = match.lastgroup or ""
        return Token(Kind.MARK if value else Kind.ORDINAL, match[0], at, match.end(), value)
    if first == "前" and (match := _FIRST_MONTHS.match(text, at)):
        return Token(Kind.MARK, match[0], at, match.end(), match.lastgroup or "half")
    if match := _LATIN.match(text, at):
        return Token(Kind.CODE if match.lastgroup else Kind.WORD, match[0], at, match.end())
    return None


def _number(text: str, at: int) -> Token | None:
    """Read what begins with a digit: a date, a telephone number, a range, or an amount."""
    if match := _BULLET.match(text, at):
        return Token(Kind.BULLET, match[0], at, match.end())
    if match := _MONTHS.match(text, at) or _LEVELS.match(text, at):
        months = match.re is _MONTHS
        kind, value = (Kind.MARK, "half") if months else (Kind.UNITS, "")
        return Token(kind, match[0], at, match.end(), value)
    if match := _NUMERIC.match(text, at):
        kind = _KINDS[match.lastgroup or ""]
        return Token(kind, match[0], at, match.end(), match[0][:4] if kind is Kind.MARK else "")
    match = _AMOUNT.match(text, at)
    if match is None:
        return None
    minus = at > 0 and text[at - 1] == "-" and not text[max(at - 2, 0)].isalnum()
    # ⒏5亿元 and ½5: what is before it looks like a digit and is none.
    spoilt = at > 0 and text[at - 1].isnumeric() and unicodedata.category(text[at - 1]) == "No"
    kind = Kind.CODE if minus or spoilt else _KINDS[match.lastgroup or "NUMBER"]
    if kind is Kind.COUNT and "." in match[0] and not _MULTIPLE.search(match[0]):
        kind = Kind.QUANTITY  # 12.6个 is a mean
    token = _amount(match, kind)
    if kind is Kind.COUNT and _PROJECTS.match(text, token.end - 1):
        return token._replace(text=token.text[:-1], end=token.end - 1)
    return token


def _numerals(text: str, at: int) -> Token | None:
    """Read Chinese numerals, which are a number only with a unit: 十六个, but not 统一."""
    if match := _NUMERALS.match(text, at):
        return Token(_KINDS[match.lastgroup or ""], match[0], at, match.end())
    if match := _MONTHS_IN_WORDS.match(text, at):
        return Token(Kind.MARK, match[0], at, match.end(), "half")
    run = _NUMERALS_RUN.match(text, at)
    if run and run.end() - at > 20:  # longer than any number
        return Token(Kind.WORD, run[0], at, run.end())
    match = _AMOUNT_IN_WORDS.match(text, at)
    if match and match[0].endswith("期") and text.startswith("间", match.end()):
        return None  # “五一”期间
    return _amount(match, _KINDS[match.lastgroup or ""]) if match else None


def _unquoted(text: str, token: Token | None) -> Token | None:
    """Return a token; a number alone in quotation marks is a name: “1558”, “五百亿”."""
    if token is None or token.start == 0 or token.kind not in _NAMES_IN_QUOTES:
        return token
    closed = text[token.end : token.end + 1] in _BEHIND_EPITHET
    named = closed and text[token.start - 1] in _OPENING
    return token._replace(kind=Kind.WORD) if named else token


def _amount(match: re.Match[str], kind: Kind) -> Token:
    written = match[0]
    unit = match[match.lastgroup] if match.lastgroup else ""
    value = written.removesuffix(unit)
    if match[2] or not value.isalnum():
        value = _NO_DIGITS.sub("", value)
    text = written.replace(NO_MARK, "")
    return Token(kind, text, match.start(), match.end(), value, match[2], unit)

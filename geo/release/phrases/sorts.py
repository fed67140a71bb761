"""The kinds of projects by name: 产业类, 全市A类, 交通水利, and what 从行业看 makes one."""

from __future__ import annotations

from geo.release.phrases.listings import LONGEST_LIST
from geo.release.phrases.rewriting import Here
from geo.release.phrases.tokens import Token
from geo.release.words.kinds import SEPARATORS, Kind, WordList
from geo.release.words.lexicon import listed, words_of

PIECES_OF_CLASS = frozenset({Kind.WORD, Kind.CLASS, Kind.DO, Kind.MOD, Kind.MEASURE, Kind.ACT})
#: What a phrase, and so the name of a class, begins after.
_BEFORE_PHRASE = SEPARATORS | {Kind.PART, Kind.LINK, Kind.IN, Kind.SUM, Kind.PLACE, Kind.MARK}
#: Behind what else the name of a kind that is known may begin.
_BEFORE_KIND = frozenset({Kind.ACT, Kind.DO, Kind.MOD, Kind.DE})
_CLASSES = frozenset(words_of(Kind.CLASS))
_LONGEST_CLASS = 9  # characters; 战略性新兴产业类 has 8
_MOST_PIECES = 4
_NOT_CLASSES = frozenset(listed(WordList.NOT_CLASS))
_NOT_CLASS_STARTS = listed(WordList.NOT_CLASS_START)
#: How a sentence says that it divides the projects by kind: 从行业看.
_VIEWS = ("看", "划分", "分")
#: How names of units end, which are no kinds.
_UNITS = ("区", "县", "市", "旗", "镇", "乡", "州", "园", "城", "街道")
_LEVELS = frozenset({"国家", "省", "市", "州", "县", "区", "省市", "市县", "市区"})
_KINDS = ("领域", "行业", "类型", "类别", "产业", "性质", "种类", "结构", "投向", "板块")


def of_kinds(here: Here) -> bool:
    """Tell whether a word before 项目 names a kind, as it does after 从行业看."""
    if not begins_phrase(here):
        return False
    for token in here.kept[: -LONGEST_LIST - 1 : -1]:
        if token.kind is Kind.END:
            return False
        if token.kind is Kind.WORD and token.text.endswith(_VIEWS):
            return any(word in token.text for word in _KINDS)
    return False


def to_kind_end(here: Here) -> int:
    """Return how many pieces name a kind before 项目: 新型, 工业, 化 after 从领域看."""
    for distance in range(_MOST_PIECES):
        token, after = here.ahead(distance), here.ahead(distance + 1)
        if token is None or after is None or token.kind not in PIECES_OF_CLASS:
            return 0
        if after.kind is Kind.PROJECT:
            return distance + 1 if distance else 0
        if after.start != token.end:
            return 0
    return 0


def begins_phrase(here: Here) -> bool:
    """Tell whether a phrase, and so perhaps the name of a class, begins here."""
    return here.begins_after(_BEFORE_PHRASE)


def to_class(here: Here) -> int:
    """Return how many tokens make the name of a class: 产业类, 基础设施类."""
    start = here.tokens[here.at].start
    text = ""
    for distance in range(_LONGEST_CLASS):
        token = here.ahead(distance)
        if token is None or token.kind not in PIECES_OF_CLASS or token.end - start > _LONGEST_CLASS:
            return 0
        text += token.text
        ends = token.kind is Kind.WORD and token.text.endswith("类")
        if ends and text not in _NOT_CLASSES and not text.startswith(_NOT_CLASS_STARTS):
            return distance + 1
    return 0


def after_whole(here: Here) -> bool:
    """Tell whether a class may be named here, 全市 before it or not: 全市A类项目83个."""
    last = here.kept[-1] if here.kept else None
    whole = last is not None and last.kind is Kind.WHOLE and not last.value
    return whole or begins_phrase(here)


def begins_kind(here: Here) -> bool:
    """Tell whether the first of two kinds begins here: 共开工产业发展及科技创新项目."""
    known = here.tokens[here.at].text in _CLASSES and bool(here.kept)
    return begins_phrase(here) or (known and here.kept[-1].kind in _BEFORE_KIND)


def beside_kind(here: Here) -> bool:
    """Tell whether two names of kinds have nothing between them: 交通水利."""
    first, second = here.tokens[here.at : here.at + 2]
    return first.end == second.start


def of_industry(here: Here) -> bool:
    """Tell whether a word says which industry the projects are of: 芯片产业项目."""
    return here.tokens[here.at + 1].text == "产业" and begins_phrase(here) and beside_kind(here)


def of_two_levels(here: Here) -> bool:
    """Tell whether the level before 、 is of the list: 省、市重点项目; each alone after 分别."""
    after = here.ahead(4)
    return here.tokens[here.at].text in _LEVELS and (after is None or after.kind is not Kind.EACH)


def to_joint_kinds(here: Here) -> int:
    """Return how many tokens name three kinds or more: 科技创新、文化旅游及公共服务项目."""
    before = here.kept[-1].kind if here.kept else Kind.END
    if before is Kind.AND or (before is not Kind.COUNT and not after_whole(here)):
        return 0
    named, distance = 0, 0
    while (token := here.ahead(distance)) is not None and _names_kind(token):
        named += 1
        sign = here.ahead(distance + 1)
        if sign is None or sign.kind is not Kind.AND:
            ends = token.kind is Kind.CLASS and sign is not None and sign.kind is Kind.PROJECT
            return distance + 1 if ends and named > 2 else 0
        distance += 2
        if distance > LONGEST_LIST:
            return 0
    return 0


def _names_kind(token: Token) -> bool:
    word = token.kind is Kind.WORD and len(token.text) <= _LONGEST_CLASS
    return token.kind is Kind.CLASS or (word and not token.text.endswith(_UNITS))

"""The kinds of token, and the lists of words.txt that make no token of their own."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a token is: a terminal of the grammar, or what the grammar never sees."""

    # Numbers
    COUNT = "COUNT"  # 16个
    MONEY = "MONEY"  # 81.8亿元
    NUMBER = "NUMBER"  # 16
    QUANTITY = "QUANTITY"  # 910亩
    BULLET = "BULLET"  # 2. in the middle of a line
    CODE = "CODE"  # a telephone number, 5G
    DATE = "DATE"
    FOREIGN = "FOREIGN"  # 1.3亿美元
    FORMER = "FORMER"  # 由12个增加到: what a figure was before
    ORDINAL = "ORDINAL"  # 第16
    PERCENT = "PERCENT"
    PRICE = "PRICE"  # 5元/人
    RANGE = "RANGE"  # 16至20个
    THRESHOLD = "THRESHOLD"  # 亿元以上: says which projects
    UNITS = "UNITS"  # 21个市（州）: how many places there are
    # Who and what
    ACT = "ACT"
    BATCH = "BATCH"
    CLASS = "CLASS"  # 产业类
    DO = "DO"
    FIRM = "FIRM"
    MARK = "MARK"  # of time: 今年, 上半年
    MEASURE = "MEASURE"
    MOD = "MOD"
    PART = "PART"
    PLACE = "PLACE"
    PROJECT = "PROJECT"
    WHOLE = "WHOLE"
    WORD = "WORD"  # unknown to the vocabulary
    # Around them
    ADVERB = "ADVERB"
    AMID = "AMID"
    BOUND = "BOUND"  # 含, 下同: in brackets
    CHANGE = "CHANGE"
    DE = "DE"
    EACH = "EACH"
    ETC = "ETC"
    HEDGE = "HEDGE"
    IN = "IN"
    LINK = "LINK"
    RANK = "RANK"
    SUM = "SUM"
    UNIT = "UNIT"
    # Signs
    AND = "AND"
    BREAK = "BREAK"
    COMMA = "COMMA"
    END = "END"
    JOIN = "JOIN"  # 、 between places
    SEP = "SEP"  # 、 between amounts


class WordList(StrEnum):
    """A list of words.txt that is looked up by name; its words are no tokens."""

    UNIT_OF = "UNIT_OF"
    NOT_MONEY = "NOT_MONEY"
    BEFORE_NAME = "BEFORE_NAME"
    AFTER_NAME = "AFTER_NAME"
    NOT_AFTER_CITY = "NOT_AFTER_CITY"
    ZONE_SORT = "ZONE_SORT"
    ZONE_KIND = "ZONE_KIND"
    ZONE_ALONE = "ZONE_ALONE"
    ZONE = "ZONE"
    UNITS_OF = "UNITS_OF"
    SUBURB = "SUBURB"
    AT_LEAST = "AT_LEAST"
    AT_MOST = "AT_MOST"
    PUBLISH = "PUBLISH"
    DOCUMENT = "DOCUMENT"
    REGION = "REGION"
    GROUP = "GROUP"
    METROPOLIS = "METROPOLIS"
    NOT_IN_NAME = "NOT_IN_NAME"
    NOT_NAME = "NOT_NAME"
    NOT_NAME_END = "NOT_NAME_END"
    NOT_CLASS = "NOT_CLASS"
    NOT_CLASS_START = "NOT_CLASS_START"
    ACTOR = "ACTOR"
    OVERVIEW_END = "OVERVIEW_END"
    SLOGAN = "SLOGAN"
    SHOULD = "SHOULD"
    LINE_END = "LINE_END"
    GETTING_ON = "GETTING_ON"
    CASES = "CASES"
    NOW = "NOW"
    TABLE_NAMES = "TABLE_NAMES"
    TABLE_SERIAL = "TABLE_SERIAL"
    TABLE_COUNT = "TABLE_COUNT"
    TABLE_TOTAL = "TABLE_TOTAL"
    TABLE_SINGLE = "TABLE_SINGLE"


#: Kinds that may become a figure, and why the other kinds of number never do.
FIGURES = frozenset({Kind.COUNT, Kind.MONEY, Kind.NUMBER, Kind.QUANTITY})
#: Kinds that say when.
TIMES = frozenset({Kind.MARK, Kind.DATE})
#: Kinds that part clauses, and lists.
SEPARATORS = frozenset({Kind.COMMA, Kind.BREAK, Kind.END, Kind.AND})
#: Kinds that are gone, or have become another, before a clause is parsed.
UNPARSED = frozenset(
    {Kind.BULLET, Kind.ADVERB, Kind.LINK, Kind.UNIT, Kind.BOUND, Kind.BREAK, Kind.COMMA, Kind.END}
)

"""Projects that are named before they are counted: 南宁市有锂电池、治理工程等31个项目开竣工."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.release.names.divisions import division
from geo.release.names.places import Place
from geo.release.parsing.clauses import Clause
from geo.release.parsing.statements import WHOLES, Subject
from geo.release.phrases.run import Run
from geo.release.phrases.tokens import Token
from geo.release.scoping.scopes import Scope
from geo.release.scoping.subjects import topic
from geo.release.words.kinds import Kind

#: What a count is told with: 31个重大项目集中开工.
_COUNTED = frozenset(
    {Kind.COUNT, Kind.MOD, Kind.PROJECT, Kind.ACT, Kind.CLASS, Kind.MARK}
    | {Kind.THRESHOLD, Kind.DE}
)
_TOLD = frozenset({Kind.COUNT, Kind.PROJECT, Kind.ETC})
#: Who else may have the projects, or where the list is none.
_OTHERS = re.compile("公司|集团|企业|[，。；：,;:]")

_LISTING = ("、", "和", "及", "与")
_MAINLY = ("主要", "涵盖", "涉及", "覆盖", "聚焦", "集中在", "集中于")
_NAMELY = ("包括", "包含", "涵盖", "涉及")
#: What is done of projects on an occasion.
_ACTS = ("开工", "签约", "竣工", "投产")
#: What may be said of what the examples are before the count.
_FIELDS = ("方面", "领域", "类型", "多个领域")
#: How a sentence begins that names the projects of an occasion.
_OCCASION = re.compile(
    "(?:今年|20[0-9]{2}年)?(?:参加|参与|列入|纳入)?(?:(此次|本次|这次|当天|当日)[^，。；：,;:、]{0,10}?(?:涉及|包括|包含|涵盖|的|开工|签约|竣工)"
    "|(集中)(?:开工|签约|竣工|投产|开竣工)"
    "|(共|共计)(?:集中|谋划)*(?:开工|签约|竣工|实施|推进)"
    "|(我市|我县|我区|全市|全县)[^，。；：,;:、]{0,4}?(?:包括|涉及))"
)
#: One of several lists in a sentence: 甲、乙等4个工业项目，丙、丁等7个交通项目.
_LISTED = re.compile("等[^，。；等]{0,8}?[0-9]+[个项]")
_LONGEST_BEFORE = 60  # characters
#: What may be before a unit that begins its sentence: 其中：, 具体情况为：12月6日，.
_BEFORE_UNIT = re.compile(
    r"(?:^|[。；;]|情况(?:为|是|如下)?[：:]|(?:^|[。；;])[从按分][^，。；：,;:]{1,8}[看分][，,：:])(?:其中[，,：:]?)?(?:\d{1,2}月(?:\d{1,2}日)?(?:[上下]午)?[，,]?)?$"
)


def counted_behind(scope: Scope, clause: Clause) -> tuple[Scope, Clause] | None:
    """Return the count behind examples as a clause about the unit that its sentence begins with.

    None if it has no such count, or if the examples may be somebody else's.
    """
    tokens = clause.tokens
    rest = _behind(tokens) if tokens.kinds >= _TOLD else ()
    kinds = [token.kind for token in rest]
    if kinds.count(Kind.COUNT) != 1 or Kind.PROJECT not in kinds or not _COUNTED.issuperset(kinds):
        return None
    anew = topic(tokens, scope.levels) if _begins(clause) else None
    subject = anew or scope.sentence.subject
    if scope.sentence.statement and not anew:
        return None
    counted = clause._replace(tokens=Run(rest), gap=1, joined=False)
    if Kind.CLASS not in kinds and (found := _of_occasion(scope, clause, rest[0].start)):
        act = _act_before(clause, rest[0].start) if found.role == "event" else ""
        scope = scope.of_act(act) if act and not scope.clause.times.act else scope
        return scope.about(found, clause.line), counted
    text = clause.line.text
    # 甲基地、奎文区乙产业园等16个项目: it is where one of the examples is
    if not (subject and subject.one_unit) or text.endswith(_LISTING, 0, subject.places[0].start):
        return None
    begins = subject.places[0].end
    between = clause.line.text[begins : rest[0].start]
    if begins > rest[0].start or _OTHERS.search(between) or _one_of_list(scope, clause, subject):
        return None
    return scope.about(subject, clause.line), counted


def _one_of_list(scope: Scope, clause: Clause, subject: Subject) -> bool:
    """Tell whether a unit is but where one of the examples is: 甲区电站、乙区风电场等项目80个."""
    unit, text = subject.places[0], clause.line.text
    others = [t.place for t in clause.tokens if t.place and t.place.start > unit.start]
    if any(not _within(place, unit) and place.name not in scope.levels.parts for place in others):
        return True
    return text[unit.start - 1 : unit.start] == "、" and text[unit.start - 2] not in "个项"


def _within(place: Place, unit: Place) -> bool:
    """Tell whether a place is the unit, or in it."""
    found = division(place.name, place.parents)
    return place.name == unit.name or (found is not None and unit.name in found.above)


def _behind(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return what is behind the examples: 等31个项目, 等项目31个, 等方面的重点项目31个."""
    at = next((i for i, token in enumerate(tokens) if token.kind is Kind.ETC), len(tokens)) + 1
    while at < len(tokens) and (tokens[at].kind is Kind.DE or tokens[at].text in _FIELDS):
        at += 1
    return tokens[at:]


def _of_occasion(scope: Scope, clause: Clause, end: int) -> Subject | None:
    """Return whose projects are named as those of the occasion: 此次涉及路网、管网等10个项目."""
    match = _opening(clause, end)
    text = clause.line.text
    begin = _begin(text, end)
    if match is None and text.startswith(_NAMELY, begin) and text[begin - 1 : begin] in ("", "。"):
        # 奎文区举行开工仪式。包括甲、乙等16个项目开工
        return None if _OTHERS.search(text, begin, end) else _one(scope.sentence.actor)
    if (
        match is None
        or _OTHERS.search(text, max(match.end(), _begin(text, end)), end)
        or scope.sentence.parts
    ):
        return None
    stop = text.find("。", end)
    if _LISTED.search(text, end, stop if stop > 0 else len(text)):
        return None
    whose = scope.sentence.subject or scope.sentence.actor
    if whose is not None:
        return _one(whose)
    before = scope.sentence.before
    if before is not None and scope.sentence.alone and before.one_unit:
        return before
    return (
        Subject("event", match[match.lastindex or 1])
        if before is None or before.role in WHOLES
        else None
    )


def _one(subject: Subject | None) -> Subject | None:
    """Return a subject that is one unit, or the whole."""
    one = subject is not None and (subject.one_unit or subject.role == "event")
    return subject if one else None


def in_list(clause: Clause) -> bool:
    """Tell whether a clause goes on with the projects of an occasion: 本次包括甲县的…、乙县的…."""
    begins = clause.tokens[0].start
    listed = clause.joined or clause.line.text.endswith(_NAMELY, 0, begins)
    return listed and _opening(clause, begins) is not None


def _opening(clause: Clause, end: int) -> re.Match[str] | None:
    """Return how what is said before a position, behind the last sign, names an occasion."""
    text = clause.line.text
    start = _begin(text, end)
    if text.startswith(_NAMELY, start) and text[start - 1] in "，,":
        start = _begin(text, start - 1)  # 参加本次活动的项目，包括甲、乙等10个项目
        if text.startswith(_MAINLY, start) and text[start - 1] in "，,":
            start = _begin(text, start - 1)  # 当天开工的项目，主要集中于…等领域，包括
    return _OCCASION.match(text, start, end)


def _act_before(clause: Clause, end: int) -> str:
    """Return the one act of the projects that an occasion is of: 参加本次开工活动的项目，包括…."""
    text, match = clause.line.text, _opening(clause, end)
    said = text[match.start() : _begin(text, end)] if match else ""
    told = [act for act in _ACTS if act in said]
    return told[0] if len(told) == 1 else ""


def _begin(text: str, end: int) -> int:
    return max(text.rfind(sign, 0, end) for sign in "。；;，,") + 1


def _begins(clause: Clause) -> bool:
    """Tell whether a clause is the first of its unit's: behind a date, or behind 其中."""
    end = clause.tokens[0].start
    near = max(end - _LONGEST_BEFORE, 0)  # of a long line: each of its clauses asks
    return clause.first or _BEFORE_UNIT.search(clause.line.text, near, end) is not None

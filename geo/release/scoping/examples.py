"""Projects that are named before they are counted: 南宁市有锂电池、治理工程等31个项目开竣工."""

from __future__ import annotations

import re

from geo.release.parsing.clauses import Clause
from geo.release.parsing.statements import WHOLES, Subject
from geo.release.phrases.run import Run
from geo.release.scoping.scopes import Scope
from geo.release.scoping.subjects import topic
from geo.release.words.kinds import Kind

#: What a count is told with: 31个重大项目集中开工.
_COUNTED = frozenset({Kind.COUNT, Kind.MOD, Kind.PROJECT, Kind.ACT, Kind.CLASS, Kind.MARK})
#: Who else may have the projects, or where the list is none.
_OTHERS = re.compile("公司|集团|企业|[，。；：,;:]")

#: How a sentence begins that names the projects of an occasion.
_OCCASION = re.compile("(此次|本次|这次)(?:集中)?[^，。；：,;:、]{0,8}(?:涉及|包括|包含|涵盖|的)")
#: What may be before a unit that begins its sentence: 其中：, 具体情况为：12月6日，.
_BEFORE_UNIT = re.compile(
    r"(?:^|[。；;]|情况(?:为|是|如下)?[：:])(?:其中[，,：:]?)?(?:\d{1,2}月(?:\d{1,2}日)?(?:[上下]午)?[，,]?)?$"
)


def counted_behind(scope: Scope, clause: Clause) -> tuple[Scope, Clause] | None:
    """Return the count behind examples as a clause about the unit that its sentence begins with.

    None if it has no such count, or if the examples may be somebody else's.
    """
    tokens = clause.tokens
    counts = {Kind.COUNT, Kind.PROJECT} <= tokens.kinds
    etc = (i for i, token in enumerate(tokens) if token.kind is Kind.ETC)
    rest = tokens[next(etc, len(tokens)) + 1 :] if counts else []
    kinds = [token.kind for token in rest]
    if not rest or kinds[0] is not Kind.COUNT or Kind.PROJECT not in kinds:
        return None
    anew = topic(tokens, scope.levels) if _begins(clause) else None
    subject = anew or scope.sentence.subject
    if (scope.sentence.statement and not anew) or not _COUNTED.issuperset(kinds):
        return None
    counted = clause._replace(tokens=Run(rest), gap=1, joined=False)
    if subject is None and Kind.CLASS not in kinds:
        found = _of_occasion(scope, clause, rest[0].start)
        return (scope.about(found, clause.line), counted) if found else None
    if subject is None or not _one_unit(subject):
        return None
    begins = subject.places[0].end
    between = clause.line.text[begins : rest[0].start]
    if begins > rest[0].start or _OTHERS.search(between):
        return None
    return scope.about(subject, clause.line), counted


def _of_occasion(scope: Scope, clause: Clause, end: int) -> Subject | None:
    """Return whose projects are named as those of the occasion: 此次涉及路网、管网等10个项目."""
    text = clause.line.text
    begins = max(text.rfind(sign, 0, end) for sign in "。；;") + 1
    match = _OCCASION.match(text, begins, end)
    if match is None or _OTHERS.search(text, match.end(), end) or scope.sentence.parts:
        return None
    actor, before = scope.sentence.actor, scope.sentence.before
    if actor is not None:
        return actor if _one_unit(actor) or actor.role == "event" else None
    return Subject("event", match[1]) if before is None or before.role in WHOLES else None


def _begins(clause: Clause) -> bool:
    """Tell whether a clause is the first of its unit's: behind a date, or behind 其中."""
    return clause.first or bool(_BEFORE_UNIT.search(clause.line.text[: clause.tokens[0].start]))


def _one_unit(subject: Subject) -> bool:
    return subject.role == "place" and len(subject.places) == 1

"""Projects that are named before they are counted: 南宁市有锂电池、治理工程等31个项目开竣工."""

from __future__ import annotations

import re

from geo.release.parsing.clauses import Clause
from geo.release.parsing.statements import Subject
from geo.release.scoping.scopes import Scope
from geo.release.scoping.subjects import topic
from geo.release.words.kinds import Kind

#: What a count is told with: 31个重大项目集中开工.
_COUNTED = frozenset({Kind.COUNT, Kind.MOD, Kind.PROJECT, Kind.ACT, Kind.CLASS, Kind.MARK})
#: Who else may have the projects, or where the list is none.
_OTHERS = re.compile("公司|集团|企业|[，。；：,;:]")

#: What may be before a unit that begins its sentence: 其中：, 具体情况为：12月6日，.
_BEFORE_UNIT = re.compile(
    r"(?:^|[。；;]|情况(?:为|是|如下)?[：:])(?:其中[，,：:]?)?(?:\d{1,2}月(?:\d{1,2}日)?(?:[上下]午)?[，,]?)?$"
)


def counted_behind(scope: Scope, clause: Clause) -> tuple[Scope, Clause] | None:
    """Return the count behind examples as a clause about the unit that its sentence begins with.

    None if it has no such count, or if the examples may be somebody else's.
    """
    tokens = clause.tokens
    at = next((i for i, token in enumerate(tokens) if token.kind is Kind.ETC), len(tokens)) + 1
    rest = tokens[at:]
    kinds = [token.kind for token in rest]
    if not rest or kinds[0] is not Kind.COUNT or Kind.PROJECT not in kinds:
        return None
    anew = topic(tokens, scope.levels) if _begins(clause) else None
    subject = anew or scope.sentence.subject
    if subject is None or not _one_unit(subject):
        return None
    if (scope.sentence.statement and not anew) or not _COUNTED.issuperset(kinds):
        return None
    begins = subject.places[0].end
    between = clause.line.text[begins : rest[0].start]
    if begins > rest[0].start or _OTHERS.search(between):
        return None
    return scope.about(subject, clause.line), clause._replace(tokens=rest, gap=1, joined=False)


def _begins(clause: Clause) -> bool:
    """Tell whether a clause is the first of its unit's: behind a date, or behind 其中."""
    return clause.first or bool(_BEFORE_UNIT.search(clause.line.text[: clause.tokens[0].start]))


def _one_unit(subject: Subject) -> bool:
    return subject.role == "place" and len(subject.places) == 1

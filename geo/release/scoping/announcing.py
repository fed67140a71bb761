"""What an understood clause says of the figures behind it: whose they are, or of which column."""

from __future__ import annotations

from geo.release.parsing.clauses import Clause, Phrase
from geo.release.parsing.leads import leads, only_act
from geo.release.parsing.statements import Subject
from geo.release.scoping.scopes import Scope
from geo.release.words.kinds import Kind


def heads(clause: Clause) -> bool:
    """Tell whether a clause is a unit's name alone, or with a measure: 奎文区常住人口."""
    first, *rest = clause.tokens
    behind = clause.line.text[clause.tokens[-1].end :][:1]
    told = all(token.kind is Kind.MEASURE and ":" in token.value for token in rest)
    return first.place is not None and told and (not rest or behind in ("。", ""))


def no_unit(subject: Subject | None) -> bool:
    """Tell whether nobody is spoken of but a kind of projects: 新开工工业项目：甲县31个."""
    return subject is None or subject.role == "type"


def led(scope: Scope, clause: Clause, phrase: Phrase, *, opens: bool) -> Scope:
    """Return the scope after a clause that may say what the figures behind it are."""
    whole = scope.sentence.subject
    column = leads(clause, phrase, opens=opens and no_unit(whole))
    if not column:
        return scope
    scope = scope.led(column)
    if clause.first and phrase.form.names_projects and (whole is None or whole.role == "event"):
        scope = scope.of_projects()  # 本次集中开工项目数量增加19个。甲区22个、118亿元
    act = "" if phrase.places else only_act(clause)
    return scope.of_act(act) if act else scope  # 开工项目：14个

"""Whose the numbers are: reads clauses in order and remembers who was spoken of.

A clause with a name starts a statement; the clauses after it add to it until another name, or
the end of the sentence. Whatever comes between and is not understood weakens the bond or cuts it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from geo.release.clauses import BRACKET, Amounts, Phrase, read_phrase, split_clauses
from geo.release.forms import Form
from geo.release.kinds import FIGURES, Kind, WordList
from geo.release.lexicon import listed
from geo.release.lines import Line
from geo.release.model import UNITS, Reading, Reason
from geo.release.statements import Statement, Subject, Times, times_of, topic, whole_of
from geo.release.tables import TableRow, row_subject
from geo.release.tokens import NOT_FIGURES, NUMBERS, Token

_BY_DISTRICT = listed(WordList.OVERVIEW_END)
_UNIT_LIKE = re.compile(
    r"(?<![全城都本])[区县旗镇乡](?![域位里])|(?<![全城都本])市(?![场民委])|街道"
)
_NO_TIMES = Times()
_NO_LINE = Line("", ((0, 0),), 3)


@dataclass(slots=True)
class Owners:
    """The state of the reading: subject, what weakens it, times, and the statement that is open."""

    wholes: Collection[str]
    statements: list[Statement] = field(default_factory=list)
    numbers: dict[int, tuple[str, int, tuple[int, int], Reason]] = field(default_factory=dict)
    _line: Line = _NO_LINE
    _number: int = -1
    _sentence: tuple[int, int] = (0, 0)
    _first: bool = True
    _subject: Subject | None = None
    _names: tuple[tuple[int, int], ...] = ()
    _before: Subject | None = None
    _parent: Subject | None = None
    _open: Statement | None = None
    _part: bool = False
    _each: bool = False
    _weak: bool = False
    _astray: bool = False
    _cut: Reason | None = None
    _times: Times = _NO_TIMES
    _sentence_times: Times = _NO_TIMES
    _heading: Times = _NO_TIMES

    def read_line(self, line: Line, tokens: Sequence[Token], number: int) -> None:
        """Read the tokens of a line of prose."""
        self._line, self._number = line, number
        self._sentence_times = self._times = self._heading
        said = len(self.statements)
        for token in tokens:
            if token.start < line.mark or token.kind == Kind.BULLET:
                self._note(token, "mark")
        for gap, clause, self._sentence in split_clauses(line, tokens):
            self._clause(clause, gap)
        if len(self.statements) > said and not line.text.endswith(("：", ":")):
            self._heading = Times() if line.gap == 3 else self._heading
        elif (found := times_of([t for t in tokens if t.start >= line.mark])) != Times():
            self._heading = found
        elif line.gap == 3:
            self._heading = Times()

    def read_row(self, line: Line, row: TableRow) -> None:
        """Read a row of a table."""
        self._line, self._number = line, row.line
        self._times = self._sentence_times = self._heading
        self._sentence = line.span(0, len(line.text))
        self._subject = self._parent = None
        self._part = False
        self._begin(row_subject(row, self.wholes))
        for amounts in row.amounts:
            self._take(amounts, Phrase((), Form()))

    def note_line(self, line: Line, tokens: Sequence[Token]) -> None:
        """Remember the numbers of a table's line: what is read of them is told apart later."""
        self._line, self._sentence = line, line.span(0, len(line.text))
        for token in tokens:
            self._note(token, "mark" if token.start < line.mark else None)

    def _clause(self, tokens: Sequence[Token], gap: int) -> None:
        if gap == 3:
            self._before, self._subject, self._open = self._subject, None, None
            self._part = self._each = self._astray = False
            self._sentence_times = self._times = self._heading
        if gap >= 2:
            self._weak, self._cut, self._times = False, None, self._sentence_times
        self._first = gap >= 2
        for token in tokens:
            if token.kind in NUMBERS:
                self._note(token)
        if tokens[0].kind in (Kind.CHANGE, Kind.RANK):
            return self._refuse(tokens, "change")
        phrase = read_phrase(tokens)
        if gap == BRACKET and phrase.places and self._subject and self._subject.role == "place":
            return self._aside(phrase)
        marks = phrase.marks or tuple(t for t in tokens[:3] if t.kind in (Kind.MARK, Kind.DATE))
        if marks and (self._first or not phrase.refused):
            self._times = self._times.with_marks(marks)
            self._sentence_times = self._times if self._first else self._sentence_times
        if not phrase.refused:
            return self._understood(phrase)
        self._refuse(tokens, phrase.refused)
        return self._loosen(tokens)

    def _aside(self, phrase: Phrase) -> None:
        """Leave out what a bracket says of another place: 奎文区（含经开区）16个."""
        if phrase.amounts:
            self._begin(Subject("part"))
        for amounts in phrase.amounts:
            self._refuse(amounts.tokens, "part")

    def _understood(self, phrase: Phrase) -> None:
        if phrase.form.part:
            self._part, self._parent = True, self._subject or self._before
        subject = self._subject_of(phrase, self._parent if self._part else None)
        if subject:
            self._begin(subject)
        for amounts in phrase.amounts:
            reason = self._take(amounts, phrase)
            if reason:
                self._refuse(amounts.tokens, reason)
        if phrase.form.amid:
            self._part, self._parent = True, self._subject
            self._begin(Subject("part"))

    def _begin(self, subject: Subject) -> None:
        self._subject, self._open, self._each = subject, None, False
        self._weak, self._cut = False, "project" if subject.role == "project" else None
        self._names = tuple(self._line.span(p.start, p.end) for p in subject.places)

    def _subject_of(self, phrase: Phrase, parent: Subject | None) -> Subject | None:
        """Return the subject a clause brings; None if it goes on about the last one."""
        last = self._subject.role if self._subject else ""
        of_place = last == "place" or (last == "part" and not (parent and parent.role == "event"))
        if phrase.places:
            return self._placed(phrase, parent)
        if phrase.form.kind or (phrase.form.batch and phrase.amounts):
            if of_place or (parent and parent.role == "place"):
                return Subject("part")
            return whole_of(phrase.form, self._times, phrase.form.whole)
        if phrase.form.whole:
            return whole_of(phrase.form, self._times, phrase.form.whole)
        if phrase.form.part and phrase.amounts:
            goes_on = all(a.plan.column != "projects" and not a.plan.weak for a in phrase.amounts)
            return parent if goes_on and parent else Subject("part")
        return self._unsaid(phrase)

    def _placed(self, phrase: Phrase, parent: Subject | None) -> Subject:
        if phrase.form.within and (self._cut or self._weak):
            return Subject("project")
        first = phrase.places[0]
        if len(phrase.places) == 1 and first.name in self.wholes:
            return whole_of(phrase.form, self._times, first.name)
        if parent and parent.role in ("place", "part") and parent.places != phrase.places:
            return Subject("part")
        return Subject("place", places=phrase.places)

    def _unsaid(self, phrase: Phrase) -> Subject | None:
        """Find the subject of a clause that names none: 264个项目集中开工 is the whole event."""
        if all(token.kind == Kind.SUM for token in phrase.tokens):
            return Subject("event")  # 合计：
        if not phrase.amounts or self._subject or self._cut:
            return None
        first = phrase.amounts[0]
        before = self._before
        if first.plan.each and before and len(before.places) == len(first.tokens) > 1:
            return before
        if first.plan.column != "projects" or not phrase.form.names_projects or first.plan.subset:
            return None
        if self._times.yearly and phrase.form.plans:
            return Subject("portfolio", self._times.label)
        summed = any(token.kind == Kind.SUM for token in phrase.tokens)
        return (
            Subject("event")
            if first.plan.act or summed or phrase.form.plans or self._first
            else None
        )

    def _take(  # noqa: PLR0911 - one return a reason
        self, amounts: Amounts, phrase: Phrase
    ) -> Reason | None:
        """Add numbers to the open statement, or say why not."""
        subject = self._subject
        if subject is None or self._cut:
            return self._cut or "unclear"
        if subject.role in ("part", "project"):
            return "part" if subject.role == "part" else "project"
        counted = amounts.plan.column == "projects"
        if self._weak and (self._open or not (counted and amounts.plan.named)):
            return "unclear"
        self._each = self._each or amounts.plan.each
        many = max(len(subject.places), 1)
        if many > 1 and not self._each:
            return "joint"
        if len(amounts.tokens) not in (1, many):
            return "mismatch"
        if amounts.plan.needs_count and not (self._open and "projects" in self._open.readings):
            self._cut = "project"
            return "project"
        if amounts.plan.column not in ("", *UNITS) and (self._first or not self._open):
            self._cut = "unclear"  # what begins with an unknown word is perhaps another unit's
            return "unclear"
        statement = self._statement(subject, amounts)
        if amounts.plan.column in statement.readings:
            self._cut = "unclear"
            return "unclear"
        self._add(statement, amounts, phrase, many)
        return None

    def _statement(self, subject: Subject, amounts: Amounts) -> Statement:
        """Return the open statement, or a new one: also for a second act (签约16个，开工10个)."""
        second = (
            self._open and amounts.plan.act and "projects" in self._open.readings
            and amounts.plan.column == "projects" and amounts.plan.act != self._open.act
        )  # fmt: skip
        if self._open is None or second:
            self._open = Statement(
                subject, self._number, self._times, self._times.act, distant=self._weak,
                astray=self._astray, names=self._names,
            )  # fmt: skip
            self.statements.append(self._open)
            self._weak = False
        return self._open

    def _add(self, statement: Statement, amounts: Amounts, phrase: Phrase, many: int) -> None:
        plan, span = amounts.plan, self._line.span
        readings = [
            Reading(plan.column, plan.unit, figure, token.text, *span(token.start, token.end),
                    self._sentence, token.hedge)
            for token, figure in zip(amounts.tokens, amounts.figures, strict=True)
        ]  # fmt: skip
        if amounts.plan.column:
            statement.readings[amounts.plan.column] = tuple(
                readings * (many if len(readings) == 1 else 1)
            )
        else:
            statement.bare += readings
        statement.named = statement.named or amounts.plan.named
        statement.measured = statement.measured or bool(
            amounts.plan.column in ("investment", "planned") and not amounts.plan.weak
        )
        year_plan = phrase.form.plans and self._times.yearly and statement.subject.role == "place"
        statement.act = amounts.plan.act or statement.act or ("年度计划" if year_plan else "")
        said = phrase.form.kind or phrase.form.batch if statement.subject.role == "place" else ""
        statement.subset = statement.subset or amounts.plan.subset or said

    def _loosen(self, tokens: Sequence[Token]) -> None:
        """Let a clause that was not understood weaken, or cut, the bond to the subject."""
        kinds = {token.kind for token in tokens}
        self._astray |= Kind.WORD in kinds and not tokens[-1].text.endswith(_BY_DISTRICT)
        first = next((t for t in tokens if t.kind not in (Kind.MARK, Kind.DATE)), tokens[0])
        subject = None if kinds & ({Kind.FIRM} | FIGURES) else topic(first, self.wholes)
        if subject:  # 奎文区聚焦主业: it is the subject of what follows, at a distance
            self._begin(subject)
            self._weak = True
        elif kinds & {Kind.PROJECT, Kind.FIRM, Kind.PLACE} or kinds & FIGURES:
            self._cut = "unclear"
        elif Kind.WORD in kinds:
            unknown = any(
                token.kind == Kind.WORD and _UNIT_LIKE.search(token.text) for token in tokens
            )
            if unknown or (self._first and self._subject):
                self._cut = "unclear"  # perhaps another unit, by a name that nobody knows
            self._weak = True

    def _refuse(self, tokens: Sequence[Token], reason: Reason) -> None:
        for token in tokens:
            if token.kind in FIGURES:
                self._note(token, reason)

    def _note(self, token: Token, reason: Reason | None = None) -> None:
        """Remember a number and why it may end up unused."""
        if token.kind not in NUMBERS:
            return
        if token.kind == Kind.MARK and not any(c.isdigit() for c in token.text):
            return
        start, end = self._line.span(token.start, token.end)
        why = reason or NOT_FIGURES.get(token.kind, "unclear")
        self.numbers[start] = (token.text, end, self._sentence, why)

"""What is remembered while a text is read: heading, sentence and clause, each within the other.

Nothing here is changed in place: every transition returns a new scope.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from geo.release.lines import Line
from geo.release.model import Reason
from geo.release.statements import Statement, Subject, Times
from geo.release.tokens import Token

_NO_TIMES = Times()


class Bond(NamedTuple):
    """How surely the numbers of a clause belong to the subject.

    Attributes
    ----------
    state : {"firm", "loose", "broken"}
        Loose after words that were not understood: only a count of named projects is taken.
        Broken after another project, firm or place: nothing is taken.
    reason : str
        Why it is broken.
    """

    state: Literal["firm", "loose", "broken"]
    reason: Reason = "unclear"


FIRM = Bond("firm")
LOOSE = Bond("loose")


def broken(reason: Reason) -> Bond:
    """Return a bond that is broken for a reason."""
    return Bond("broken", reason)


class ClauseScope(NamedTuple):
    """From one semicolon to the next."""

    times: Times = _NO_TIMES
    bond: Bond = FIRM


class SentenceScope(NamedTuple):
    """From one full stop to the next.

    Attributes
    ----------
    times : Times
    subject : Subject or None
        Who is spoken of.
    before : Subject or None
        Who the sentence before ended with.
    parts : bool
        其中 was said, or 264个项目中: what follows is part of `parent`.
    parent : Subject or None
    each : bool
        分别 was said of the subject.
    off_topic : bool
        There were words that were not understood: 金牌榜：奎文区16个.
    statement : Statement or None
        What was said of the subject so far; further figures are added to it.
    """

    times: Times = _NO_TIMES
    subject: Subject | None = None
    before: Subject | None = None
    parts: bool = False
    parent: Subject | None = None
    each: bool = False
    off_topic: bool = False
    statement: Statement | None = None


class Scope(NamedTuple):
    """The whole of it.

    Attributes
    ----------
    wholes : collection of str
        Cities and provinces whose figures are totals in this text.
    heading : Times
        What the last heading says of time and act.
    sentence : SentenceScope
    clause : ClauseScope
    statements : int
        How many statements there are so far.
    """

    wholes: Collection[str] = ()
    heading: Times = _NO_TIMES
    sentence: SentenceScope = SentenceScope()
    clause: ClauseScope = ClauseScope()
    statements: int = 0

    def in_line(self) -> Scope:
        """Return the scope at the start of a line: the times are the heading's."""
        sentence, clause = self.sentence, self.clause
        if sentence.times is self.heading is clause.times:
            return self
        return self._with(
            sentence._replace(times=self.heading), ClauseScope(self.heading, clause.bond)
        )

    def _with(self, sentence: SentenceScope, clause: ClauseScope) -> Scope:
        # A scope is made for every clause: `_replace` would take three times as long.
        return Scope(self.wholes, self.heading, sentence, clause, self.statements)

    def across(self, gap: int) -> Scope:
        """Return the scope behind a gap: 3 ends the sentence, 2 the clause, less ends nothing."""
        if gap < 2:
            return self
        if gap == 2:
            return self._with(self.sentence, ClauseScope(self.sentence.times))
        sentence = SentenceScope(self.heading, before=self.sentence.subject)
        return self._with(sentence, ClauseScope(self.heading))

    def dated(self, marks: Sequence[Token], *, whole_sentence: bool) -> Scope:
        """Return the scope with other times, of this clause or of what is left of the sentence."""
        times = self.clause.times.with_marks(marks)
        sentence = self.sentence._replace(times=times) if whole_sentence else self.sentence
        return self._with(sentence, ClauseScope(times, self.clause.bond))

    def about(self, subject: Subject, line: Line, bond: Bond = FIRM) -> Scope:
        """Return the scope with another subject, of whom nothing was said yet."""
        if subject.role == "project":
            bond = broken("project")
        if subject.places and not subject.names:
            names = tuple(line.span(place.start, place.end) for place in subject.places)
            subject = Subject(subject.role, subject.label, subject.places, names)
        last = self.sentence
        sentence = SentenceScope(
            last.times, subject, last.before, last.parts, last.parent, off_topic=last.off_topic
        )
        return self._with(sentence, ClauseScope(self.clause.times, bond))

    def of_parts(self, parent: Subject | None) -> Scope:
        """Return the scope in which what follows is part of what was said of `parent`."""
        return self._replace(sentence=self.sentence._replace(parts=True, parent=parent))

    def of_whole(self) -> Scope:
        """Return the scope in which what follows is part of nothing."""
        if not self.sentence.parts and self.sentence.parent is None:
            return self
        return self._replace(sentence=self.sentence._replace(parts=False, parent=None))

    def off_topic(self) -> Scope:
        """Return the scope of a sentence that may be about something else."""
        return self._replace(sentence=self.sentence._replace(off_topic=True))

    def distributed(self) -> Scope:
        """Return the scope after 分别: amounts are of each of the subject's places."""
        if self.sentence.each:
            return self
        return self._replace(sentence=self.sentence._replace(each=True))

    def bound(self, bond: Bond) -> Scope:
        """Return the scope with another bond; what is broken is not loosened."""
        if bond == LOOSE and self.clause.bond.state == "broken":
            return self
        if bond == self.clause.bond:
            return self
        return self._with(self.sentence, ClauseScope(self.clause.times, bond))

    def stated(self, statement: Statement, *, opened: bool) -> Scope:
        """Return the scope after a statement was opened, or added to."""
        last = self.sentence
        sentence = SentenceScope(
            last.times,
            last.subject,
            last.before,
            last.parts,
            last.parent,
            last.each,
            last.off_topic,
            statement,
        )
        clause = ClauseScope(self.clause.times) if opened else self.clause
        return Scope(self.wholes, self.heading, sentence, clause, self.statements + opened)

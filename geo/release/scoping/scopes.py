"""What is remembered while a text is read: heading, sentence and clause, each within the other.

Nothing here is changed in place: every transition returns a new scope.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from geo.release.names.hierarchy import Levels
from geo.release.names.places import Place
from geo.release.parsing.counting import STOCKS
from geo.release.parsing.statements import LISTED, TALK, Statement, Subject, Times
from geo.release.phrases.tokens import Token
from geo.release.scoping.sentence_scope import (
    FIRM,
    LOOSE,
    NO_TIMES,
    Bond,
    ClauseScope,
    SentenceScope,
    acts_by,
    broken,
    counted_in,
    divided_by,
    goes_on,
    headed_by,
)
from geo.release.text.lines import Line
from geo.release.words.lexicon import is_case

_NO_LEVELS = Levels()
_MOST_NAMED = 40  # units of a sentence that are remembered


class Scope(NamedTuple):
    """The whole of it.

    Attributes
    ----------
    levels : Levels
        Which places have totals in this text, and which no rows.
    heading : Times
        What the last heading says of time and act.
    sentence : SentenceScope
    clause : ClauseScope
    statements : int
        How many statements there are so far.
    around : (SentenceScope, ClauseScope) or None
        What is said around the brackets that are being read.
    batches : Subject or None
        Who had the last batch of an act: “签约一批”项目65个.
    """

    levels: Levels = _NO_LEVELS
    heading: Times = NO_TIMES
    sentence: SentenceScope = SentenceScope()
    clause: ClauseScope = ClauseScope()
    statements: int = 0
    around: tuple[SentenceScope, ClauseScope] | None = None
    batches: Subject | None = None

    def bracketed(self, *, inside: bool) -> Scope:
        """Return the scope inside brackets, or behind them, where what was before goes on."""
        if inside == (self.around is not None):
            return self
        if inside:
            return self._replace(around=(self.sentence, self.clause))
        sentence, clause = self.around or (self.sentence, self.clause)
        last = self.sentence
        if last.subject is sentence.subject and goes_on(sentence.statement, last.statement):
            sentence = sentence._replace(statement=last.statement, number=last.number)
        return self._replace(sentence=sentence, clause=clause, around=None)

    def in_line(self) -> Scope:
        """Return the scope at the start of a line: the times are the heading's."""
        scope = self.bracketed(inside=False)
        sentence, clause = scope.sentence, scope.clause
        if sentence.times is scope.heading is clause.times:
            return scope
        return scope._with(
            sentence._replace(times=scope.heading), ClauseScope(scope.heading, clause.bond)
        )

    def _with(self, sentence: SentenceScope, clause: ClauseScope) -> Scope:
        # A scope is made for every clause: `_replace` would take three times as long.
        return Scope(self.levels, self.heading, sentence, clause, *self[4:])

    def across(self, gap: int) -> Scope:
        """Return the scope behind a gap: 3 ends the sentence, 2 the clause, less ends nothing."""
        if gap < 2:
            return self
        if gap == 2:
            return self._with(self.sentence, ClauseScope(self.sentence.times))
        last = self.sentence
        bond = self.clause.bond
        lost = Subject("part", TALK if bond.vague else "") if bond.state == "broken" else None
        before = last.divided_whole or last.subject or lost
        sentence = SentenceScope(
            self.heading,
            None,
            before,
            headed=last.headed and last.statement is None,
            actor=last.still_acting,
            mentioned=last.unsaid_unit or last.mentioned,
            first=self.statements,
            counted=counted_in(last, self.statements, firm=self.clause.bond == FIRM),
            alone=last.units == 1 and not last.parts,
            earlier=last.named if last.units == len(last.named) else (),
            divided=last.divided,
            joint=last.together,
            lead=last.lead if last.together else "",
            told=last.statement.act if last.statement else "",
        )
        return self._with(sentence, ClauseScope(self.heading))

    def resumed(self, said: Statement, number: int) -> Scope:
        """Return the scope that goes on with what the sentence before said."""
        subject = said.subject
        sentence = self.sentence._replace(subject=subject, statement=said, number=number)
        return self._with(sentence, self.clause)

    def dated(self, marks: Sequence[Token], *, whole_sentence: bool) -> Scope:
        """Return the scope with other times, of this clause or of what is left of the sentence."""
        times = self.clause.times.with_marks(marks)
        sentence = self.sentence._replace(times=times) if whole_sentence else self.sentence
        return self._with(sentence, ClauseScope(times, self.clause.bond))

    def about(
        self, subject: Subject, line: Line, bond: Bond = FIRM, *, joined: bool = False
    ) -> Scope:
        """Return the scope with another subject, of whom nothing was said yet."""
        if subject.role == "project":
            bond = broken("project")
        if subject.places and not subject.names:
            names = tuple(line.span(place.start, place.end) for place in subject.places)
            subject = Subject(subject.role, subject.label, subject.places, names)
        last = self.sentence
        sentence = SentenceScope(
            last.times,
            subject,
            last.before,
            last.parts,
            last.parent,
            off_topic=last.off_topic,
            lead=last.lead,
            actor=last.actor,
            measured=last.measured,
            act=last.acts[0] if last.acts[1:] and subject.role == "place" else last.act,
            mentioned=last.mentioned,
            first=last.first,
            units=last.units + (subject.role == "place"),
            uncosted=(uncosted := subject.role == "place" and last.only_counted),
            enumerated=uncosted and joined,
            alone=last.alone,
            named=_named(last.named, subject),
            earlier=last.earlier,
            divided=last.divided,
            head=last.head,
            joint=last.joint,
            acts=last.acts,
        )
        return self._with(sentence, ClauseScope(self.clause.times, bond))

    def of_parts(self, parent: Subject | None) -> Scope:
        """Return the scope in which what follows is part of what was said of `parent`."""
        said = self.sentence.statement
        # 其中 at the start of a sentence: what was said of the whole was said before
        measured = said is None or "investment" in said.readings
        sentence = self.sentence._replace(parts=True, parent=parent, measured=measured)
        return self._replace(sentence=sentence)

    def of_whole(self) -> Scope:
        """Return the scope in which what follows is part of nothing."""
        if not self.sentence.parts and self.sentence.parent is None:
            return self
        return self._replace(sentence=self.sentence._replace(parts=False, parent=None))

    def hanging(self) -> Scope:
        """Return the scope after a clause of mere words."""
        return self if self.clause.dangling else self._dangling(dangling=True)

    def _dangling(self, *, dangling: bool) -> Scope:
        clause = self.clause
        return self._with(self.sentence, ClauseScope(clause.times, clause.bond, dangling))

    def settled(self) -> Scope:
        """Return the scope after a clause that was understood."""
        if not self.clause.dangling:
            return self
        return self._dangling(dangling=False)

    def off_topic(self) -> Scope:
        """Return the scope of a sentence that may be about something else."""
        if self.sentence.off_topic:
            return self
        return self._replace(sentence=self.sentence._replace(off_topic=True))

    def led(self, column: str) -> Scope:
        """Return the scope of a sentence that says what its bare figures are."""
        return self._replace(sentence=self.sentence._replace(lead=column))

    def of_projects(self) -> Scope:
        """Return the scope of a line that spoke of projects, so that the counts in it need not."""
        return self._replace(heading=self.heading._replace(projects=True))

    def acting(self, *, headed: bool = False) -> Scope:
        """Return the scope of a sentence that says what its subject does, and no figure yet."""
        return self._replace(sentence=self.sentence._replace(acted=True, headed=headed))

    def of_act(self, act: str) -> Scope:
        """Return the scope of a sentence about the projects of an act: 开工项目中."""
        times = self.clause.times._replace(act=act)
        return self._with(self.sentence._replace(times=times), ClauseScope(times, self.clause.bond))

    def naming(self, place: Place) -> Scope:
        """Return the scope after a place was named that nothing was said of."""
        return self._replace(sentence=self.sentence._replace(mentioned=place))

    def headed(self, act: str) -> Scope:
        """Return the scope of a section about the projects of an act, or of none."""
        return self.of_act(act)._replace(heading=self.heading._replace(act=act))

    def told(self, act: str) -> Scope:
        """Return the scope after an act was named; that of a unit's part is not the next unit's."""
        parent = self.sentence.parent if self.sentence.parts else None
        of_unit = parent is not None and parent.role == "place"
        # 新增确诊病例31例，隔离管控发现18例，其中奎文区12例: of the 31
        part = is_case(self.sentence.act) and not is_case(act)
        # 奎文区新增4例，累计46例；潍城区新增5例: not those of 潍城区
        part = part or (self.sentence.statement is not None and act.startswith(STOCKS))
        if not act or act == self.sentence.act or of_unit or part:
            return self
        return self._replace(sentence=self.sentence._replace(act=act))

    def of_all_acts(self) -> Scope:
        """Return the scope in which the figures of several acts are divided anew: 按区域分，."""
        said = self.sentence.statement
        several = said is not None and said.beside and said.subject.role == "event"
        return self._replace(sentence=self.sentence._replace(act="")) if several else self

    def distributed(self) -> Scope:
        """Return the scope after 分别: amounts are of each of the subject's places."""
        if self.sentence.each:
            return self
        return self._replace(sentence=self.sentence._replace(each=True))

    def bound(self, bond: Bond) -> Scope:
        """Return the scope with another bond; what is broken is not loosened."""
        weaker = bond == LOOSE or bond.vague
        if bond == self.clause.bond or (weaker and self.clause.bond.state == "broken"):
            return self
        clause = self.clause
        return self._with(self.sentence, ClauseScope(clause.times, bond, clause.dangling))

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
            self.statements if opened else last.number,
            last.lead,
            last.acted,
            last.actor,
            last.measured,
            last.act,
            last.mentioned,
            last.first,
            last.units,
            last.listed or statement.act == LISTED,
            uncosted=last.uncosted,
            enumerated=last.enumerated,
            alone=last.alone,
            named=last.named,
            earlier=last.earlier,
            divided=divided_by(statement, last.divided),
            joint=last.joint,
            acts=acts_by(last, statement, opened=opened),
            head=headed_by(last, statement, self.statements if opened else last.number),
        )
        clause = ClauseScope(self.clause.times) if opened else self.clause
        so_far = self.statements + opened
        return Scope(self.levels, self.heading, sentence, clause, so_far, *self[5:])


def _named(
    before: tuple[tuple[Place, tuple[int, int]], ...], subject: Subject
) -> tuple[tuple[Place, tuple[int, int]], ...]:
    """Return the units that were named alone, with the one that is spoken of next."""
    if subject.role != "place" or len(subject.places) != 1 or len(before) >= _MOST_NAMED:
        return before
    return (*before, (subject.places[0], subject.names[0]))

"""What is remembered of a clause and of a sentence: their times, and whose the figures are."""

from __future__ import annotations

from typing import Literal, NamedTuple

from geo.release.names.places import Place
from geo.release.parsing.statements import Statement, Subject, Times
from geo.release.words.reasons import Reason

NO_TIMES = Times()
_DIVIDED = ("event", "portfolio")  # wholes, of which sorts are told
_COUNTED = {"projects"}


class Bond(NamedTuple):
    """How surely the numbers of a clause belong to the subject.

    Attributes
    ----------
    state : {"firm", "loose", "broken"}
        Loose after words that were not understood: only a count of named projects is taken.
        Broken after another project, firm or place: nothing is taken.
    reason : str
        Why it is broken.
    vague : bool
        By words of no other unit, firm or place: of projects in general, or of another measure.
    """

    state: Literal["firm", "loose", "broken"]
    reason: Reason = "unclear"
    vague: bool = False


FIRM = Bond("firm")
LOOSE = Bond("loose")


def broken(reason: Reason, *, vague: bool = False) -> Bond:
    """Return a broken bond."""
    return Bond("broken", reason, vague)


def divided_by(said: Statement, before: str) -> str:
    """Return the act of what 其中 divides; empty after one of several, or of a part."""
    if said.subject.role not in ("event", "batch"):
        return before
    return "" if said.beside or said.part else said.act


def headed_by(
    last: SentenceScope, statement: Statement, number: int
) -> tuple[Statement, int] | None:
    """Return the first statement of a sentence, and its place, if it is about the whole."""
    if number != last.first or statement.subject.role not in ("event", "portfolio"):
        return last.head
    return statement, number


def counted_in(last: SentenceScope, statements: int, *, firm: bool) -> tuple[Statement, int] | None:
    """Return the statement of a sentence that counts somebody's projects, and no more.

    The sorts of the whole's projects may follow: 共28项，其中省级5项、市级9项.
    """
    if last.divided_whole and last.head and last.head[0].readings.keys() == _COUNTED:
        return last.head
    said = last.statement
    alone = said is not None and statements == last.first + 1 and not last.parts
    alone = alone and last.units <= 1  # 县直部门21个，晋宁区17个。总投资224亿元
    if said is None or not alone or not firm or "projects" not in said.readings:
        return None
    return (said, last.number) if len(said.subject.places) <= 1 else None


def acts_by(last: SentenceScope, said: Statement, *, opened: bool) -> tuple[str, ...]:
    """Return the acts of the first unit's figures: 甲区开工13个，竣工7个；乙区开工20个."""
    if last.units != 1 or said.subject.role != "place":
        return last.acts
    return (*(last.acts if opened else last.acts[:-1]), said.act)


def goes_on(before: Statement | None, after: Statement | None) -> bool:
    """Tell whether what was said in brackets adds to what was said before them."""
    if after is None or before is None:
        return after is not None
    return before.act == after.act and before.readings.keys() <= after.readings.keys()


class ClauseScope(NamedTuple):
    """From one semicolon to the next.

    Attributes
    ----------
    times : Times
    bond : Bond
    dangling : bool
        The last clause was only words: a name that 和 joins to it is one of several.
    """

    times: Times = NO_TIMES
    bond: Bond = FIRM
    dangling: bool = False


class SentenceScope(NamedTuple):
    """From one full stop to the next.

    Attributes
    ----------
    times : Times
    subject : Subject or None
        Who is spoken of.
    before : Subject or None
        Who the sentence before ended with; a part, if its figures were nobody's for certain.
    parts : bool
        其中 was said, or 264个项目中: what follows is part of `parent`.
    parent : Subject or None
    each : bool
        分别 was said of the subject.
    off_topic : bool
        There were words that were not understood: 金牌榜：奎文区16个.
    statement : Statement or None
        What was said of the subject so far; further figures are added to it.
    number : int
        Its place among the statements.
    lead : str
        The column that was announced: projects of 各区开工项目如下.
    acted : bool
        The subject does something without figures: 奎文区举行开工仪式.
    headed : bool
        The subject, or the actor, is a heading: 奎文区 alone in its line.
    actor : Subject or None
        Who did so in the sentence before.
    measured : bool
        The parent's money was said before its parts.
    act : str
        The last act that was named.
    mentioned : Place or None
        The place that was named last without being spoken of: 主会场设在鹤壁市.
    first : int
        How many statements there were before it.
    units : int
        How many times units were named in it that something was said of.
    listed : bool
        It counted projects of the subject of which some were begun: 45个已开工41个.
    counted : (Statement, int) or None
        What the sentence before counted, and its place, if it said nothing else: 共205个。总投资….
    uncosted : bool
        The unit before the subject was counted without its money.
    enumerated : bool
        So it was, and 、 joins the two: 奎文区5个、潍城区4个.
    alone : bool
        The sentence before spoke of one unit and of no other.
    named : tuple of (Place, (int, int))
        The units that had figures of their own so far, each alone, with the spans of their names.
    earlier : tuple of (Place, (int, int))
        Those of the sentence before.
    divided : str
        The act of what 其中 divides: of the whole's last figures.
    head : (Statement, int) or None
        What it said first, and its place, if that is of the whole.
    joint : bool
        Units had a figure together: 甲市、乙市共143个.
    acts : tuple of str
        The acts of the first unit's figures, in order: what follows is of the others in turn.
    told : str
        The act of the figures that the sentence before ended with.
    """

    times: Times = NO_TIMES
    subject: Subject | None = None
    before: Subject | None = None
    parts: bool = False
    parent: Subject | None = None
    each: bool = False
    off_topic: bool = False
    statement: Statement | None = None
    number: int = 0
    lead: str = ""
    acted: bool = False
    actor: Subject | None = None
    measured: bool = False
    act: str = ""
    mentioned: Place | None = None
    first: int = 0
    units: int = 0
    listed: bool = False
    counted: tuple[Statement, int] | None = None
    uncosted: bool = False
    enumerated: bool = False
    alone: bool = False
    headed: bool = False
    named: tuple[tuple[Place, tuple[int, int]], ...] = ()
    earlier: tuple[tuple[Place, tuple[int, int]], ...] = ()
    divided: str = ""
    head: tuple[Statement, int] | None = None
    joint: bool = False
    acts: tuple[str, ...] = ()
    told: str = ""

    @property
    def unsaid_unit(self) -> Place | None:
        """The unit that was spoken of without a figure."""
        subject = self.subject
        if self.statement is not None or subject is None or subject.role != "place":
            return None
        return subject.places[0] if len(subject.places) == 1 else None

    @property
    def still_acting(self) -> Subject | None:
        """Who did something, if there was no figure yet: what comes next may be of them."""
        if self.statement is not None:
            return None
        if self.subject is None:
            return self.actor  # 县委书记宣布开工: nobody else was named
        return self.subject if self.acted else None

    @property
    def together(self) -> bool:
        """Whether several units had a figure together, and nobody else was spoken of since."""
        return self.joint and self.subject is not None and len(self.subject.places) > 1

    @property
    def divided_whole(self) -> Subject | None:
        """The whole, if it was spoken of, or divided, and then but sorts of its projects."""
        if self.units:
            return None
        divided = self.parts and self.parent is not None and self.parent.role in _DIVIDED
        whole = self.head[0].subject if self.head else self.parent if divided else None
        last = self.subject
        sort = last is not None and last.role in ("part", "type", "batch") and not last.places
        return whole if sort else None

    @property
    def only_counted(self) -> bool:
        """Whether the subject is a unit whose projects were counted, and nothing else."""
        said = self.statement
        return (
            said is not None
            and said.subject.role == "place"
            and not said.bare
            and said.readings.keys() == _COUNTED
        )

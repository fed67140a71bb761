"""From what was said of one event to rows and totals: what is kept, contradicts, is dropped."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple, cast

from geo.release.names.places import Place
from geo.release.parsing.statements import SUMMED, Role, Statement, Times
from geo.release.result.part_counts import without_parts
from geo.release.result.versions import of_one
from geo.release.scoping.retraction import without_bounds, without_rounded
from geo.release.scoping.subjects import COUNTED_FROM
from geo.release.words.footnotes import leaves_out
from geo.release.words.readings import Conflict, Reading, Row, Total
from geo.release.words.reasons import Reason
from geo.tables.printed import Scope

#: What names the row of totals of a table.
_ROW_OF_TOTALS = ("合计", "总计", "共计", "小计")


#: 5亿元以上, 超10亿元.
_SIZE = re.compile(r"超?(?:过)?[\d.]+亿元(?:及?以上)?")
#: Of which unit ("" the whole), column, value.
Figure = tuple[str, str, Decimal]


@dataclass(slots=True)
class Event:
    """What belongs together: times, the rows' figures by unit, the totals.

    `sums` of the rows by column; `part` if it is what 其中 or a bracket said of some of another
    event's projects; `turn` is the place in the text of what was said of it last.
    """

    times: Times
    part: bool = False
    rows: dict[str, list[Claim]] = field(default_factory=dict)
    totals: list[tuple[Statement, Reading]] = field(default_factory=list)
    said: dict[tuple[str, str], set[Decimal]] = field(default_factory=dict)
    latest: dict[tuple[str, str], tuple[int, dict[str, Decimal]]] = field(default_factory=dict)
    sums: dict[str, Decimal] = field(default_factory=dict)
    turn: int = 0

    def clashes(self, figure: Figure, statement: Statement, *, told: bool) -> bool:
        """Tell whether another figure was said of the same unit and column.

        Parameters
        ----------
        figure : Figure
        statement : Statement
            That it is of; one of another act is another figure in a sentence: 45个，已开工40个.
        told : bool
            Something else tells the two apart, too.
        """
        name, column, value = figure
        values = self.said.get((name, column), set())
        if told:
            return len(values) > 1 or not values <= {value}
        at, acts = self.latest.get((name, column), (-1, {}))
        same = at == statement.sentence[0]
        return same and any(acts[act] != value for act in acts if act != statement.act)

    def say(self, figure: Figure, statement: Statement) -> None:
        """Remember a figure of a statement, and those of its sentence by their acts."""
        name, column, value = figure
        self.said.setdefault((name, column), set()).add(value)
        at, acts = self.latest.get((name, column), (-1, {}))
        here = statement.sentence[0]
        self.turn = max(self.turn, here)
        acts = acts if at == here else {}
        self.latest[name, column] = here, acts | {statement.act: value}


class Claim(NamedTuple):
    """What one statement says of one unit."""

    place: Place
    span: tuple[int, int]
    statement: Statement
    readings: dict[str, Reading]
    order: int

    def of_all(self, subsets: Set[str]) -> Claim:
        """Return the claim as one of all projects, if those it is of are all there are."""
        if not self.statement.subset or self.statement.subset not in subsets:
            return self
        return self._replace(statement=self.statement._replace(subset=""))


@dataclass(slots=True)
class Found:
    """Rows, totals, contradictions; the starts of numbers that were dropped, with the reason."""

    events: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    reasons: dict[int, Reason] = field(default_factory=dict)


def rows_of(
    event: Event, number: int, text: str, line_starts: Sequence[int], found: Found
) -> Iterator[Row]:
    """Yield an event's rows; different figures for one cell are a contradiction."""
    for name, claims in event.rows.items():
        cells: list[Reading] = []
        columns = dict.fromkeys(column for claim in claims for column in claim.readings)
        for column in columns:
            stated = [claim for claim in claims if column in claim.readings]
            read = {c.readings[column].start: c.statement.part for c in stated}
            of_whole = without_parts([c.readings[column] for c in stated], read, found.reasons)
            kept = {reading.start for reading in of_whole}
            stated = [claim for claim in stated if claim.readings[column].start in kept]
            # A figure right beside the name, with a count, goes before one at a distance.
            best = min(_distance(claim) for claim in stated)
            beside = [c.readings[column] for c in stated if _distance(c) == best]
            near = without_rounded(without_bounds(beside))
            chosen = {reading.start for reading in near}
            rest = [r for c in stated if (r := c.readings[column]).start not in chosen]
            values = {reading.figure.value for reading in near}
            if len(values) > 1 and not of_one(values):
                found.reasons |= {r.start: "unclear" for r in near}
            elif len(values) > 1:
                found.conflicts.append(Conflict(f"{name}, {column}", number, tuple(near)))
                found.reasons |= {r.start: "conflict" for r in near}
            else:
                cells.append(near[0])
                found.reasons |= {r.start: "repeat" for r in near[1:]}
            said = near[0].figure.value
            found.reasons |= {
                r.start: "repeat" if r.figure.value == said else "other" for r in rest
            }
        start, end = claims[0].span
        line = bisect_right(line_starts, start)
        known = claims[0].place.known
        yield Row(name, text[start:end], number, line, tuple(cells), known, start, end)


def _distance(claim: Claim) -> int:
    return 2 * claim.statement.distant + ("projects" not in claim.readings)


def totals_of(event: Event, number: int, found: Found, text: str = "") -> Iterator[Total]:
    """Make totals of what was said of the whole; different figures for one are a contradiction.

    Parameters
    ----------
    event : Event
    number : int
        Of the event.
    found : Found
        Contradictions and reasons are added to it.
    text : str, optional
        The plain text: a note under a table may say that it leaves units out.
    """
    by_key: dict[tuple[Role, str, str], list[Reading]] = {}
    labelled = {s.subject.label for s, _ in event.totals if s.subject.role == "event"}
    if len(labelled) > 1 and SUMMED in labelled:  # nobody says that those are all units
        found.reasons |= {r.start: "repeat" for s, r in event.totals if s.subject.label == SUMMED}
        event.totals = [said for said in event.totals if said[0].subject.label != SUMMED]
    spans = {reading.start: said.times.label for said, reading in event.totals}
    summed = {r.start for s, r in event.totals if s.subject.label in _ROW_OF_TOTALS}
    summed = {start for start in summed if not spans[start]}
    parts = {reading.start: said.part for said, reading in event.totals}
    subsets = {reading.start: said.subset for said, reading in event.totals}
    labels = Counter(
        s.subject.label for s, _ in event.totals if s.subject.role == "event" and s.subject.label
    )
    whole = labels.most_common(1)[0][0] if labels else "合计"
    # What says most comes first: a headline's figure is there to be repeated.
    for statement, reading in sorted(event.totals, key=lambda said: -len(said[0].readings)):
        role, label = statement.subject.role, statement.subject.label
        by_key.setdefault((role, whole if role == "event" else label, reading.column), []).append(
            reading
        )
    for key, stated in by_key.items():
        by_key[key] = _of_all(key[0], without_parts(stated, parts, found.reasons), subsets, found)
    kept = [(key, stated) for key, stated in by_key.items() if stated]
    in_text_order = sorted(kept, key=lambda item: item[1][0].start)
    for (role, label, column), stated in in_text_order:
        sorts = {subsets[reading.start] for reading in stated}
        if len(sorts) > 1 and "" not in sorts and len(sorts) == len(stated):
            # 引进电子信息项目4个，纺织服装项目5个: of several kinds none is the whole's
            found.reasons |= {reading.start: "subset" for reading in stated}
            continue
        if len({reading.figure.value for reading in stated}) > 1:
            # 今年以来已开工182个，此次开工288个: other figures of other months contradict nothing
            times = {spans[reading.start] for reading in stated}
            # 合计 of a table without a time is of the time that the text names
            untimed = {r.start for r in stated} & summed
            if untimed and not leaves_out(text):
                times -= {""}
            if len(times) <= 1 and of_one({reading.figure.value for reading in stated}):
                found.conflicts.append(Conflict(f"{label}, {column}", number, tuple(stated)))
                found.reasons |= {reading.start: "conflict" for reading in stated}
            else:
                found.reasons |= {reading.start: "unclear" for reading in stated}
            continue
        found.reasons |= {reading.start: "repeat" for reading in stated[1:]}
        yield Total(cast("Scope", role), label, number, stated[0], parts[stated[0].start])


def _exact(stated: Sequence[Reading], found: Found) -> list[Reading]:
    """Drop what rounds another one."""
    exact = without_rounded(stated)
    if len(exact) < len(stated):
        kept = {reading.start for reading in exact}
        found.reasons |= {r.start: "repeat" for r in stated if r.start not in kept}
    return exact


def _of_all(
    role: Role, stated: Sequence[Reading], subsets: Mapping[int, str], found: Found
) -> list[Reading]:
    """Drop what is said of some projects of a kind (亿元以上工业项目), beside what is of all.

    亿元以上工业项目 are all, where the others are 外来亿元以上工业项目; of two other sorts
    (传统, 新型) neither is.
    """
    stated = _exact(stated, found)
    said = [subsets[reading.start] for reading in stated]
    if role == "event" and (larger := _larger(said)):
        # 亿元以上项目217个，5亿元以上58个: these are some of the former
        found.reasons |= {r.start: "subset" for r in stated if subsets[r.start] in larger}
        return [r for r in stated if subsets[r.start] not in larger]
    widest = min(said, key=len)
    if role == "event" or len(set(said)) == 1:
        return list(stated)
    nested = all(widest in subset for subset in said)
    kept = [r for r in stated if nested and subsets[r.start] == widest]
    found.reasons |= {r.start: "subset" for r in stated if r not in kept}
    return kept


def _larger(sorts: Sequence[str]) -> set[str]:
    """Return the sizes above the one that projects are counted from; empty if not all are sizes."""
    larger = {sort for sort in sorts if _SIZE.fullmatch(sort)} - set(COUNTED_FROM)
    counted = set(sorts) - larger
    return larger if len(counted) == 1 and counted <= set(COUNTED_FROM) else set()

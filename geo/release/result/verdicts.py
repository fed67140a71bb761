"""Stated totals against rows: they contradict if all was read, or a bound is broken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from geo.districts.names import stem
from geo.release.names.divisions import division, is_province
from geo.release.parsing.statements import SUMMED
from geo.release.result.versions import of_one
from geo.tables.reconcile import Check, Relation, reconcile

if TYPE_CHECKING:
    from geo.release.words.readings import Reading, Row, Total, Unused
    from geo.tables.printed import Printed

#: Why a number that could be a part's was not read.
_UNREAD = frozenset({"unclear", "joint", "bare", "mismatch", "conflict", "subset", "partial"})
_AMOUNTS = ("个", "项", "宗", "家", "元", "亿")
#: Words of a total of all that is above it.
_CLOSING = re.compile(r"[\W\d]*(?:全[市省县区州]|以上)?(?:合计|总计|小计)")
_MEAN = re.compile("[人户亩地]均|平均|均价|单价|密度|单产|亩产")
_NEAR = 14  # characters between such a word and the figure
_MOST_NAMED = 4  # types in a label; of more the first and the last are named


class Said(NamedTuple):
    """What a release says, as far as it bears on its totals; fields as in `Release`."""

    text: str
    rows: Sequence[Row]
    stated: Sequence[Total]
    unused: Sequence[Unused]
    names: Sequence[str]


class Verdict(NamedTuple):
    """A comparison, the totals that it is of, and whether a failure is a contradiction."""

    check: Check
    totals: tuple[Total, ...]
    certain: bool = True

    @property
    def doubtful(self) -> bool:
        """Tell whether it fails, and may do so because the text does not say all."""
        return not self.check.ok and not self.certain


def verdicts(said: Said, event: int) -> list[Verdict]:
    """Compare the totals of an event with its rows and with one another.

    Parameters
    ----------
    said : Said
    event : int
        Index into the release's events.

    Returns
    -------
    list of Verdict
        By column: the rows against the whole, equal if all units were read and at most the whole
        otherwise; types against the whole where they add up to it; batches at most, portfolios at
        least the whole.
    """
    totals = [total for total in said.stated if total.event == event]
    found: list[Verdict] = []
    for column in dict.fromkeys(total.reading.column for total in totals):
        mine = [total for total in totals if total.reading.column == column]
        whole = next((total for total in mine if total.scope == "event"), None)
        if whole and not is_mean(said.text, whole.reading):
            found += _of_rows(said, event, whole)
            found += _of_types(whole, [total for total in mine if total.scope == "type"])
            found += _of_bounds(whole, mine)
    return found


def is_mean(text: str, reading: Reading) -> bool:
    """Tell whether a figure of the whole is a mean, which its parts do not add up to: 人均收入."""
    rate = "%" in reading.unit or "/" in reading.unit  # 24微克/立方米
    return rate or _MEAN.search(text, max(reading.start - _NEAR, 0), reading.start) is not None


def _of_rows(said: Said, event: int, whole: Total) -> Iterator[Verdict]:
    column, unit = whole.reading.column, whole.reading.unit
    rows = [row for row in said.rows if row.event == event]
    parts = [cell.figure for row in rows if (cell := row.cell(column)) and cell.unit == unit]
    if not parts:
        return
    equal = reconcile(parts, whole.reading.figure, whole.label, column, unit)
    if equal.ok or (len(parts) == len(rows) and _all_read(said, event, whole)):
        yield Verdict(equal, (whole,))
        return
    yield Verdict(equal, (whole,), certain=False)
    if whole.label == SUMMED:  # of those in its sentence
        return
    bound = reconcile(parts, whole.reading.figure, whole.label, column, unit, "<=")
    partly = whole.part and _unread_beside(said, whole)
    yield Verdict(bound, (whole,), certain=_near(bound) and not partly and _in_one(rows, whole))


def _in_one(rows: Sequence[Row], whole: Total) -> bool:
    """Tell whether all units may be parts of the whole: not 越城区 of 温州市, nor beside 鹿城区."""
    above = [found.above for row in rows if (found := division(row.name)) and found.above]
    if not above:
        return True
    shared = frozenset.intersection(*above)
    if division(whole.label):
        return stem(whole.label) in map(stem, shared)
    city = whole.label.endswith(("市", "州", "盟", "县"))  # 全市 is no province
    return any(not (city and is_province(name)) for name in shared)


def _unread_beside(said: Said, whole: Total) -> bool:
    """Tell whether a sentence of parts has counts that were not read: 52个续建项目45个复工，."""
    begins, ends = whole.reading.sentence
    return any(
        begins <= unused.start < ends and unused.reason in _UNREAD and unused.printed[-1] in "个项"
        for unused in said.unused
    )


def _all_read(said: Said, event: int, whole: Total) -> bool:
    """Tell whether the rows are all units of the whole, with no number left unread among them."""
    rows = [row for row in said.rows if row.event == event]
    starts = [cell.start for row in rows for cell in row.cells]
    end = max(cell.sentence[1] for row in rows for cell in row.cells)
    between = (
        unused
        for unused in said.unused
        if min(starts) < unused.start < end and unused.reason in _UNREAD
    )
    if any(unused.printed.endswith(_AMOUNTS) for unused in between):
        return False
    if said.names:
        return set(said.names) <= {row.name for row in rows}
    sentence = said.text[slice(*whole.reading.sentence)]
    # All districts of a city are not all there is: zones and the city's own projects are beside
    return bool(_CLOSING.match(sentence))


def _of_types(whole: Total, types: Sequence[Total]) -> Iterator[Verdict]:
    """Types need not be all there are, and a text may divide its projects twice."""
    if not types:
        return
    labels = [total.label for total in types]
    listed = labels if len(labels) <= _MOST_NAMED else [labels[0], "…", labels[-1]]
    check = _compared([total.reading.figure for total in types], whole, " + ".join(listed), "=")
    yield Verdict(check, tuple(types), certain=False)
    for total in types if not check.ok else ():
        if total.part and not (bound := _bound(total, whole, "<=")).ok:
            yield Verdict(bound, (total,), certain=_near(bound))


def _of_bounds(whole: Total, totals: Sequence[Total]) -> Iterator[Verdict]:
    for total in totals:
        if total.scope in ("batch", "portfolio"):
            check = _bound(total, whole, "<=" if total.scope == "batch" else ">=")
            # What is not said to be part of the whole may be of another kind of project.
            certain = total.part and total.scope == "batch" and _near(check)
            yield Verdict(check, (total,), certain=certain)


def _near(bound: Check) -> bool:
    """Tell whether a broken bound is a slip: of what is many times more the whole is another."""
    return bound.ok or of_one((bound.parts_sum, bound.stated))


def _bound(total: Total, whole: Total, relation: Relation) -> Check:
    return _compared([total.reading.figure], whole, total.label, relation)


def _compared(figures: Sequence[Printed], whole: Total, label: str, relation: Relation) -> Check:
    sign = {"=": "=", "<=": "≤", ">=": "≥"}[relation]
    reading = whole.reading
    named = f"{label} {sign} {whole.label}"
    return reconcile(figures, reading.figure, named, reading.column, reading.unit, relation)

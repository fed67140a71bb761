"""Figures of the same act of which one is a part: 储备项目302个，其中新谋划127个."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geo.release.words.readings import Reading
from geo.release.words.reasons import Reason


def without_parts(
    stated: Sequence[Reading], parts: Mapping[int, bool], reasons: dict[int, Reason]
) -> list[Reading]:
    """Return what was said of a column without what 其中 was said of a larger figure before it.

    Parameters
    ----------
    stated : sequence of Reading
        Of one column, at least one.
    parts : mapping of int to bool
        Whether 其中 was said, by the starts of the readings.
    reasons : dict of int to str
        The parts are added, unless something else was said that is no part.
    """
    whole = max(stated, key=lambda reading: reading.figure.value)
    rest = [r for r in stated if r.figure.value != whole.figure.value]
    if not all(parts[r.start] and r.start > whole.start for r in rest):
        return list(stated)
    reasons |= {reading.start: "part" for reading in rest}
    return [reading for reading in stated if reading.figure.value == whole.figure.value]

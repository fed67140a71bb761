"""What is told of a unit's occasion once more: 甲县14个项目开工。此次开工的14个项目，总投资….

A page may have the news of several units, each with an occasion of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geo.release.parsing.statements import Statement

_THIS = ("此次", "本次", "这次", "今次", "该次", "此批", "这批", "该批", "本批")


def told_again(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements, those of 此次 with a unit's own count right before as that unit's.

    Parameters
    ----------
    statements : sequence of Statement
        In the order of the text.

    Yields
    ------
    Statement
        As it was, if the text tells of one unit only: its occasion is the whole then.
    """
    units = {said.subject.places for said in statements if said.subject.role == "place"}
    last: Statement | None = None
    for said in statements:
        if last is not None and len(units) > 1 and _again(last, said):
            yield said._replace(subject=last.subject)
            continue
        last = said
        yield said


def _again(last: Statement, said: Statement) -> bool:
    """Tell whether an occasion has as many projects as the one unit that was spoken of last."""
    unit, whole = last.subject, said.subject
    if unit.role != "place" or len(unit.places) != 1 or last.subset or last.act != said.act:
        return False
    if whole.role != "event" or not whole.label.startswith(_THIS):
        return False
    counts = [
        reading["projects"] for reading in (last.readings, said.readings) if "projects" in reading
    ]
    return len(counts) == 2 and counts[0][0].figure.value == counts[1][0].figure.value

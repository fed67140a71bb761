"""The one error a map-maker sees: what is wrong, where, the value, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with an input.

    Attributes
    ----------
    where : str
        File, and row or key: ``data/projects.csv, row 7``.
    what : str
        The finding with the value in it, without a full stop:
        ``investment '12O.5' is not a number``.
    remedy : str
        What to do, as a sentence or two with full stops; may be empty.
    """

    where: str
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        stop = "" if self.what.endswith(("?", ".", "!")) else "."
        return f"{place}{self.what}{stop} {self.remedy}".rstrip()


class MapError(ValueError):
    """One or more problems of the inputs, reported together.

    Parameters
    ----------
    problems : Problem or sequence of Problem
        At least one.
    """

    def __init__(self, problems: Problem | Sequence[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def nearest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Return the known words that `word` may have been meant for, nearest first.

    Parameters
    ----------
    word : str
        What was written.
    known : iterable of str
        What is allowed.
    most : int, default 3
        At most so many.

    Returns
    -------
    list of str
        Words whose normalised indel similarity is at least 0.6; may be empty.
    """
    from rapidfuzz import fuzz, process

    found = process.extract(
        word, sorted(set(known)), scorer=fuzz.ratio, limit=most, score_cutoff=60
    )
    return [name for name, _, _ in found]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a sentence that offers the nearest known words, or lists them if none is near."""
    known = sorted(set(known))
    near = nearest(word, known)
    if near:
        return f"Did you mean {' or '.join(near)}?"
    shown = ", ".join(known[:12]) + (", …" if len(known) > 12 else "")
    return f"Allowed: {shown}." if shown else ""

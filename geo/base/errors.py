"""The one error a map-maker sees: what is wrong, where, the value, what to do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

#: Ratio of `difflib.SequenceMatcher` from which a word is taken for a slip of another one.
_SIMILAR = 0.6
#: Characters of a word; longer cells hold texts or outlines.
_LONGEST_WORD = 200
_LISTED = 12
#: Problems of a report in full; of more, the rest is counted by kind.
_SHOWN = 20
#: What differs between problems of one kind: values in quotation marks or brackets, numbers.
_VALUES = re.compile(r"'(?:[^'\\]|\\.)*'|\"[^\"]*\"|\([^()]*\)|[\d.,]*\d")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with an input.

    Attributes
    ----------
    where : str
        File or key: ``data/projects.csv``; may be empty.
    what : str
        What was found, with the value in it, without a full stop:
        ``investment '12O.5' is not a number``.
    remedy : str
        What to do, as a sentence or two with full stops; may be empty.
    row : int, optional
        Line of a table, counted from 1 with its header: problems of a file are sorted by it.
    """

    where: str
    what: str
    remedy: str = ""
    row: int | None = None

    def __str__(self) -> str:
        row = "" if self.row is None else f"row {self.row}"
        place = ", ".join(filter(None, (self.where, row)))
        stop = "" if self.what.endswith(("?", ".", "!")) else "."
        return f"{place}: {self.what}{stop} {self.remedy}".removeprefix(": ").rstrip()


class MapError(ValueError):
    """One or more problems of the inputs, reported together.

    Parameters
    ----------
    problems : Problem or sequence of Problem
        At least one.
    """

    def __init__(self, problems: Problem | Sequence[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__(summary(self.problems))


@contextmanager
def collecting(problems: list[Problem]) -> Iterator[None]:
    """Add the problems that a step raises to a list, so that the next step is checked too."""
    try:
        yield
    except MapError as error:
        problems += error.problems


@contextmanager
def of_map(name: str) -> Iterator[None]:
    """Put a map's name before the places of what is wrong: one command builds many maps."""
    try:
        yield
    except MapError as error:
        raise MapError(
            [replace(p, where=f"{name}, {p.where}") for p in error.problems]
        ) from error.__cause__


def summary(problems: Sequence[Problem]) -> str:
    """Return problems one a line: twenty in full, of every kind the first; the others counted.

    Problems are of one kind if their messages are equal but for the values in them.
    """
    kinds = [_VALUES.sub("…", problem.what) for problem in problems]
    first = dict(reversed([(kind, i) for i, kind in enumerate(kinds)]))
    # A single line of its kind is not lost among thousands of another that came before it.
    order = sorted(range(len(problems)), key=lambda i: (first[kinds[i]] != i, i))
    shown, rest = sorted(order[:_SHOWN]), order[_SHOWN:]
    lines = [str(problems[i]) for i in shown]
    others = Counter(kinds[i] for i in rest)
    if rest:
        lines.append(f"and {len(rest):,} more:")
    lines += [f"{n:,} × {kind}" for kind, n in others.most_common(_LISTED)]
    if unlisted := sum(n for _, n in others.most_common()[_LISTED:]):
        lines.append(f"{unlisted:,} × other problems")
    return "\n".join(lines)


def nearest(word: str, known: Iterable[str], most: int = 3, similar: float = _SIMILAR) -> list[str]:
    """Return the known words that `word` may have been meant for, nearest first.

    Parameters
    ----------
    word : str
        What was written.
    known : iterable of str
        What is allowed.
    most : int, default 3
        At most this many.
    similar : float, default 0.6
        The least ratio of matching characters (J. W. Ratcliff & D. Metzener, 1988, as in
        `difflib`).

    Returns
    -------
    list of str
        May be empty. Equally near ones in alphabetical order.
    """
    if len(word) > _LONGEST_WORD:
        return []
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(word)
    found = []
    for name in sorted(set(known)):
        matcher.set_seq1(name)
        # The first two are upper bounds of the ratio and much faster.
        bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
        if all(bound() >= similar for bound in bounds):
            found.append((matcher.ratio(), name))
    return [name for _, name in sorted(found, key=lambda pair: -pair[0])[:most]]


def offer(names: Sequence[str]) -> str:
    """Return ``Did you mean a or b?``, the one sentence that offers words; empty for none."""
    return f"Did you mean {' or '.join(names)}?" if names else ""


def first_few(words: Sequence[str], most: int = 5) -> str:
    """Return words with commas between them, cut after so many: ``a, b, …``."""
    return ", ".join(words[:most]) + (", …" if len(words) > most else "")


def allowed(known: Iterable[str]) -> str:
    """Return ``Allowed: a, b.``, cut after the first twelve; empty for none."""
    shown = first_few(sorted(set(known)), _LISTED)
    return f"Allowed: {shown}." if shown else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a sentence that offers the nearest known words, or lists them if none is near."""
    words = set(known)
    return offer(nearest(word, words)) or allowed(words)

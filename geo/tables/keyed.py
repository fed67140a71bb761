"""The district of each record of a batch by the name or code that it has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geo.base.errors import Problem
from geo.base.text import normalize
from geo.districts.lookup import Lookup
from geo.tables.cells import Findings, text_of
from geo.tables.diagnosis import Unmatched, row_problem
from geo.tables.streams import Batch

if TYPE_CHECKING:
    import pyarrow as pa

REMEDY = "Correct it, or allow records outside: they are then listed and not counted."

Placed = tuple[np.ndarray, Callable[[int], Problem]]
"""The position of each record's district, -1 for none, and what says why the i-th is in none."""
Placer = Callable[[Batch, Findings], Placed]


class _Known(NamedTuple):
    """Words, a blank at their end, the position of each's district, and what unclear ones mean."""

    dictionary: pa.Array
    words: list[str]
    at: np.ndarray
    unclear: dict[int, str]


@dataclass(frozen=True)
class Keyed:
    """What places records by name.

    Attributes
    ----------
    lookup : Lookup
    key : str
        The column with the names or codes.
    """

    lookup: Lookup
    key: str
    _found: dict[str, list[int]] = field(default_factory=dict)
    _last: list[_Known] = field(default_factory=list)

    def __call__(self, batch: Batch, wrong: Findings) -> Placed:
        """Place a batch's records."""
        whole = _coded(batch.table[self.key])
        known = self._known(whole.dictionary)
        words, index = known.words, whole.indices.fill_null(len(known.words) - 1).to_numpy()
        for i, which in known.unclear.items():
            if (at := np.flatnonzero(index == i)).size:
                what = f"{self.key} {normalize(words[i])!r} could be {which}"
                remedy = "Write the code instead of the name."
                wrong.add(Problem(batch.source, what, remedy, row=int(batch.rows[at[0]])))

        def why(i: int) -> Problem:
            word, row = normalize(words[index[i]]), int(batch.rows[i])
            if not word:
                return Problem(batch.source, f"{self.key} is blank", REMEDY, row=row)
            return row_problem(batch.source, Unmatched(row, word), self.lookup, REMEDY)

        return known.at[index], why

    def _known(self, dictionary: pa.Array) -> _Known:
        """Look the words of a batch up; those of a row group's batches are often the same."""
        last = self._last[-1] if self._last else None
        if last is not None and last.dictionary.equals(dictionary):
            return last
        words = [*(word or "" for word in text_of(dictionary).to_pylist()), ""]
        means = [self._find(word) for word in words]
        unclear = {
            i: " or ".join(self.lookup.title(d) for d in found)
            for i, found in enumerate(means)
            if len(found) > 1
        }
        at = np.array([found[0] if found else -1 for found in means], dtype=np.int32)
        self._last[:] = [_Known(dictionary, words, at, unclear)]
        return self._last[-1]

    def _find(self, word: str) -> list[int]:
        if word not in self._found:
            name = normalize(word)
            self._found[word] = self.lookup.find(name)[0] if name else []
        return self._found[word]


def _coded(cells: pa.ChunkedArray) -> pa.DictionaryArray:
    import pyarrow as pa
    import pyarrow.compute as pc

    if not pa.types.is_dictionary(cells.type):
        cells = pc.dictionary_encode(text_of(cells))
    return cells.unify_dictionaries().combine_chunks()

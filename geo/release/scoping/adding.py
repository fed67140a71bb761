"""Sentences that divide what the one before counted: 46个。续建28个；新开工18个 are of one unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geo.release.parsing.clauses import Clause
from geo.release.phrases.tokens import Token
from geo.release.words.kinds import Kind

_FEWEST = 2  # counts of a division


def with_divisions(clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses of a line; those that begin such a sentence are marked `resumes`.

    Whose 续建28个 are is not said. It is certain where the counts of a sentence that names nobody,
    each with an act of its own, add up to the one count of the sentence before, of one unit.
    """
    found = list(clauses)
    starts = [at for at, clause in enumerate(found) if at == 0 or clause.gap == 3]
    if len(starts) < _FEWEST:
        return found
    sentences = [found[a:b] for a, b in zip(starts, [*starts[1:], len(found)], strict=True)]
    for start, before, after in zip(starts[1:], sentences, sentences[1:], strict=False):
        if after[0].tokens[0].kind is Kind.ACT and _adds_up(before, after):
            found[start] = found[start]._replace(resumes=True)
    return found


def _adds_up(before: Sequence[Clause], after: Sequence[Clause]) -> bool:
    told = [token for clause in before for token in clause.tokens]
    places = sum(token.kind is Kind.PLACE for token in told)
    counts = [token for token in told if token.kind is Kind.COUNT]
    parts = list(_by_act(after))
    one = places == len(counts) == 1 and told[0].kind is Kind.PLACE
    values = [token.value for token in (*counts, *parts)]
    if not one or len(parts) < _FEWEST or not all(value.isdecimal() for value in values):
        return False
    return int(values[0]) == sum(map(int, values[1:]))


def _by_act(clauses: Sequence[Clause]) -> Iterator[Token]:
    """Yield the counts of a sentence that names nobody, if each has an act of its own."""
    acts = set()
    for clause in clauses:
        kinds = {token.kind: token for token in clause.tokens}
        if not kinds.keys().isdisjoint((Kind.PLACE, Kind.WHOLE, Kind.PART)):
            return
        if count := kinds.get(Kind.COUNT):
            act = kinds.get(Kind.ACT)
            if act is None or act.value in acts:
                return
            acts.add(act.value)
            yield count

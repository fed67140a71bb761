"""A line's tokens in clauses, each with how much parts it from the one before."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from geo.release.lines import Line
from geo.release.tokens import Token

_GAPS = {"COMMA": 1, "AND": 1, "BREAK": 2, "END": 3}
BRACKET = 0  # the gap of what follows an opening bracket


def split_clauses(
    line: Line, tokens: Sequence[Token]
) -> Iterator[tuple[int, list[Token], tuple[int, int]]]:
    """Yield the clauses of a line.

    Parameters
    ----------
    line : Line
    tokens : sequence of Token
        Those of its bullet or number are left out.

    Yields
    ------
    (int, list of Token, (int, int))
        The gap before it (0 a bracket, 1 a comma, 2 a semicolon or line end, 3 a sentence's end),
        its tokens, and the span of its sentence in the plain text.
    """
    gap, clause, start = line.gap, list[Token](), 0
    ends = deque(token.end for token in tokens if token.kind == "END")
    ends.append(max(len(line.text), 1))
    for token in [*tokens, Token("END", "", len(line.text), len(line.text))]:
        if token.start < line.mark or token.kind == "BULLET":
            continue
        if token.kind not in _GAPS:
            clause.append(token)
            continue
        if clause:
            yield gap, clause, line.span(start, ends[0])
            gap, clause = 0, []
        gap = max(gap, BRACKET if token.text in ("(", "（") else _GAPS[token.kind])
        if token.kind == "END" and len(ends) > 1:
            start = ends.popleft()

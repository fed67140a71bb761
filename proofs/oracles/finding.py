"""What an oracle returns: a line of the table, and the first case of every disagreement."""

from __future__ import annotations

from collections.abc import Iterable

from proofs.outcome import Count, Find

Judged = Iterable[tuple[bool, str]]
"""For each case: whether the project agrees, and the case in words."""


def compared(what: str, oracle: str, cases: Judged) -> tuple[Count, list[Find]]:
    """Count the cases and keep those that disagree."""
    tried, wrong = 0, []
    for agrees, words in cases:
        tried += 1
        if not agrees:
            wrong.append(Find(f"{what}: not as {oracle}", words))
    return Count(what, tried, len(wrong), f"against {oracle}"), wrong

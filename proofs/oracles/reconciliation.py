"""Contradictions against brute force over the intervals that printed figures stand for."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from proofs.oracles.finding import Judged, compared
from proofs.oracles.maps import Asked, built
from proofs.oracles.rounding import half_up
from proofs.outcome import Count, Find

_COLUMNS, _PARTS = 100, 6


def interval(text: str) -> tuple[Fraction, Fraction]:
    """Return the true values that are printed so: half a last digit to both sides."""
    exponent = int(Decimal(text).as_tuple().exponent)
    slack = Fraction(1, 2) * Fraction(10) ** exponent
    return Fraction(text) - slack, Fraction(text) + slack


def possible(parts: Sequence[str], total: str) -> bool:
    """Tell whether some true values of the parts add up to some true value of the total."""
    low = sum((interval(p)[0] for p in parts), Fraction(0))
    high = sum((interval(p)[1] for p in parts), Fraction(0))
    least, most = interval(total)
    return low <= most and least <= high


def drawn(chance: random.Random, *, mixed: bool, false: bool) -> tuple[list[str], str]:
    """Draw true values, print them rounded, and print their true total, or one that is false."""
    truth = [Fraction(chance.randrange(1, 200_000), 1000) for _ in range(_PARTS)]
    digits = (
        [chance.choice((0, 1, 2)) for _ in truth] if mixed else [chance.choice((0, 1, 2))] * _PARTS
    )
    parts = [as_printed(value, d) for value, d in zip(truth, digits, strict=True)]
    total_digits = chance.choice((0, 1))
    whole = sum(truth, Fraction(0))
    if false:
        slack = sum((Fraction(1, 2 * 10**d) for d in digits), Fraction(1, 2 * 10**total_digits))
        whole += 4 * slack * chance.choice((-1, 1))
    return parts, as_printed(whole, total_digits)


def as_printed(value: Fraction, digits: int) -> str:
    """Round half up and print every digit."""
    scaled = half_up(value, digits) * 10**digits
    return str(Decimal(int(scaled)).scaleb(-digits))


def verdicts(seed: int, maps: int, *, mixed: bool, false: bool) -> Judged:
    """Compare the verdicts of many columns with brute force.

    Where the parts are printed alike, the verdict has to be that of the intervals. Where they are
    not, 78 among 81.8 and 84.5 may be a dropped zero: then a true total must not be called false.
    """
    chance = random.Random(seed)
    for _ in range(maps):
        cases = [drawn(chance, mixed=mixed, false=false) for _ in range(_COLUMNS)]
        columns = {f"c{i}": parts for i, (parts, _) in enumerate(cases)}
        measures = [Asked(name, 2, column=name) for name in columns]
        made = built(columns, measures, [(f"c{i}", total) for i, (_, total) in enumerate(cases)])
        found = {check.column: check.ok for check in made.checks if check.relation == "="}
        for i, (parts, total) in enumerate(cases):
            want, have = possible(parts, total), found[f"c{i}"]
            yield have == want or (mixed and false and not want), f"{parts} = {total}: {have}"


def oracles(seed: int, scale: int) -> Iterator[tuple[Count, list[Find]]]:
    """Yield every comparison."""
    n = 10 * scale
    for turn, (mixed, false) in enumerate(
        ((False, False), (False, True), (True, False), (True, True))
    ):
        truth, digits = "false" if false else "true", "mixed" if mixed else "equal"
        what = f"{truth} totals of parts with {digits} digits"
        yield compared(
            what, "brute force over intervals", verdicts(seed + turn, n, mixed=mixed, false=false)
        )

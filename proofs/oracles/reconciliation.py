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

_COLUMNS = 100
_PARTS = (6, 16, 6, 30, 3)
_STYLES = {
    "equal": "with equal digits",
    "mixed": "with mixed digits",
    "dropped": "whose last zeros are dropped",
}


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


def digits_of(chance: random.Random, style: str, parts: int) -> list[int]:
    """Draw how many digits after the point each part is printed with."""
    if style == "mixed":
        kinds = chance.choice(((0, 1), (1, 2), (0, 1, 2)))
        return [chance.choice(kinds) for _ in range(parts)]
    return [chance.choice((0, 1, 2))] * parts


def drawn(
    chance: random.Random, style: str, parts: int, *, false: bool
) -> tuple[list[str], str]:  # fmt: skip
    """Draw true values, print them rounded, and print their true total, or one that is false.

    A false one is outside of what the printed digits allow, mostly by little.
    """
    truth = [Fraction(chance.randrange(1, 200_000), 1000) for _ in range(parts)]
    digits = digits_of(chance, style, parts)
    printed = [as_printed(value, d) for value, d in zip(truth, digits, strict=True)]
    if style == "dropped":
        printed = [p.rstrip("0").rstrip(".") if "." in p else p for p in printed]
    total_digits = chance.choice((0, 1))
    if not false:
        return printed, as_printed(sum(truth, Fraction(0)), total_digits)
    low, high = (sum((interval(p)[end] for p in printed), Fraction(0)) for end in (0, 1))
    step = Fraction(1, 10**total_digits)
    off = step * (chance.choice((1, 2, 5, 50)) + Fraction(1, 2))
    return printed, as_printed(low - off if chance.random() < 0.5 else high + off, total_digits)


def as_printed(value: Fraction, digits: int) -> str:
    """Round half up and print every digit."""
    scaled = half_up(value, digits) * 10**digits
    return str(Decimal(int(scaled)).scaleb(-digits))


def verdicts(seed: int, maps: int, style: str, *, false: bool) -> Judged:
    """Compare the verdicts of many columns with brute force over what their digits allow."""
    chance = random.Random(seed)
    for turn in range(maps):
        parts = _PARTS[turn % len(_PARTS)]
        cases = [drawn(chance, style, parts, false=false) for _ in range(_COLUMNS)]
        columns = {f"c{i}": printed for i, (printed, _) in enumerate(cases)}
        measures = [Asked(name, 2, column=name) for name in columns]
        made = built(columns, measures, [(f"c{i}", total) for i, (_, total) in enumerate(cases)])
        found = {check.column: check.ok for check in made.checks if check.relation == "="}
        for i, (printed, total) in enumerate(cases):
            want, have = possible(printed, total), found[f"c{i}"]
            yield have == want, f"{printed} = {total}: {have}"


def oracles(seed: int, scale: int) -> Iterator[tuple[Count, list[Find]]]:
    """Yield every comparison."""
    for turn, (style, words) in enumerate(_STYLES.items()):
        for false in (False, True):
            what = f"{'false' if false else 'true'} totals of parts {words}"
            cases = verdicts(seed + 2 * turn + false, 10 * scale, style, false=false)
            yield compared(what, "brute force over intervals", cases)

"""Every rounded figure against exact fractions: columns, ratios, totals, in text and in CSV."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from geo.export import render
from proofs.oracles.finding import Judged, compared
from proofs.oracles.maps import Asked, built
from proofs.outcome import Count, Find

_DISTRICTS = 300
_FACTORS = ("1", "100", "10000", "0.01", "1000000")


def half_up(value: Fraction, decimals: int) -> Fraction:
    """Round half away from zero, as statisticians do."""
    scaled = abs(value) * 10**decimals
    whole = int(scaled) + (scaled - int(scaled) >= Fraction(1, 2))
    return Fraction(whole, 10**decimals) * (-1 if value < 0 else 1)


def printed(chance: random.Random, *, signed: bool) -> str:
    """Return a figure as a yearbook prints it; every third is a half of the digit before."""
    digits = chance.choice((0, 1, 2, 3))
    number = chance.randrange(0, 10 ** chance.choice((2, 3, 5)))
    text = str(Decimal(number).scaleb(-digits))
    if digits and chance.random() < 0.34:
        text = text[:-1] + "5"
    return f"-{text}" if signed and chance.random() < 0.2 and float(text) else text


def figures(seed: int, maps: int) -> Iterator[tuple[str, bool, str]]:
    """Yield what is compared, whether the project has the exact figure, and the case."""
    chance = random.Random(seed)
    for _ in range(maps):
        columns = {
            "a": [printed(chance, signed=True) for _ in range(_DISTRICTS)],
            "b": [printed(chance, signed=False) for _ in range(_DISTRICTS)],
        }
        measures = [Asked(f"a{d}", d, column="a") for d in range(4)]
        measures += [
            Asked(f"r{i}d{d}", d, above="a", below="b", factor=f)
            for i, f in enumerate(_FACTORS)
            for d in (0, 1, 2)
        ]
        yield from _judged(columns, measures)


def _judged(
    columns: dict[str, list[str]], measures: list[Asked]
) -> Iterator[tuple[str, bool, str]]:
    made = built(columns, measures)
    texts = next(d for n, d in render(made, ["data"]).items() if n.endswith(".csv"))
    rows = list(csv.DictReader(io.StringIO(texts.decode("utf-8-sig"))))
    for asked, measure in zip(measures, made.measures, strict=True):
        for i, row in enumerate(rows):
            exact = _exact(asked, columns, i)
            text = measure.text(i).replace(",", "").replace("\u2212", "-")
            if exact is None:
                yield "ratio by zero", text == "" and row[asked.id] == "", f"{asked} {text}"
                continue
            want = half_up(exact, asked.decimals)
            kind = "column, as shown" if asked.column else "ratio, as shown"
            given = columns["a"][i], columns["b"][i]
            yield kind, bool(text) and Fraction(text) == want, f"{given} {asked}: {text}"
            cell = Fraction(row[asked.id])
            # The table's own digits may be there in full; a rounded figure has to be the one shown.
            full = asked.column and cell == exact
            yield "CSV, the figure shown", bool(full or cell == want), f"{given} {asked}: {cell}"


def sums(seed: int, maps: int) -> Judged:
    """Compare the totals of many short columns."""
    chance = random.Random(seed)
    for _ in range(maps):
        columns = {f"c{i}": [printed(chance, signed=True) for _ in range(6)] for i in range(100)}
        asked = [Asked(name, i % 3, column=name) for i, name in enumerate(columns)]
        made = built(columns, asked)
        for one, measure in zip(asked, made.measures, strict=True):
            whole = half_up(sum(map(Fraction, columns[one.id]), Fraction(0)), one.decimals)
            same = measure.total is not None and Fraction(str(measure.total)) == whole
            yield same, f"{columns[one.id]}, {one.decimals} decimals: {measure.total}"


def _exact(asked: Asked, columns: dict[str, list[str]], i: int) -> Fraction | None:
    if asked.column:
        return Fraction(columns[asked.column][i])
    below = Fraction(columns[asked.below][i])
    return Fraction(columns[asked.above][i]) * Fraction(asked.factor) / below if below else None


def oracles(seed: int, scale: int) -> Iterator[tuple[Count, list[Find]]]:
    """Yield every comparison."""
    found = list(figures(seed, scale))
    for kind in dict.fromkeys(kind for kind, _, _ in found):
        cases: Judged = ((ok, words) for k, ok, words in found if k == kind)
        yield compared(f"rounding: {kind}", "fractions.Fraction", cases)
    yield compared("rounding: totals", "fractions.Fraction", sums(seed + 1, 10 * scale))

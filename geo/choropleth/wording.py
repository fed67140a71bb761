"""How figures are worded for readers: number, unit, 万 and 亿, shares, differences.

Page, embed, plate and reports take their texts from here and compose none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from geo.base.catalogue import Catalogue
from geo.base.nice import circle_values, decimal_of
from geo.tables.arithmetic import rounded
from geo.tables.printed import Printed, split_unit

if TYPE_CHECKING:
    from geo.symbology.grid import Axis, Grid
    from geo.symbology.measures import Measure

_READABLE_FROM = 10  # of the larger unit: 12.5万, but 25,000 stays
_MOST_DIGITS = 2
_TRILLION = 10**12


@dataclass(frozen=True, slots=True)
class Scale:
    """Break values of a legend as they are printed: texts, some with 万 or 亿; their unit."""

    breaks: tuple[str, ...]
    unit: str

    def span(self, i: int) -> str:
        """Return what class `i` holds, with its unit: ``8–10 %``, ``> 10 %`` where it is open."""
        low, high = self.breaks[i], self.breaks[i + 1]
        if not low or not high:
            return with_unit(f"> {low}" if low else f"≤ {high}", self.unit)
        # An en dash, as ranges have; a hyphen before a negative number would be a second minus.
        return with_unit(low if low == high else f"{low}–{high}", self.unit)


@dataclass(frozen=True, slots=True)
class CircleStep:
    """One circle of a legend: its value in the measure's unit, and how it is written."""

    value: float
    text: str


def legend_scale(measure: Measure, words: Catalogue) -> Scale:
    """Return a measure's break values, with 万 or 亿 where the numbers are long and stay exact.

    Parameters
    ----------
    measure : Measure
    words : Catalogue
        Only Chinese and Japanese have these units, beside each number: the figures on the map are
        in the measure's own.

    Returns
    -------
    Scale
        The measure's own texts and unit where its unit already has a multiple (亿元), or a break
        would need more than two decimals.
    """
    symbology = measure.symbology
    return _scale_of(symbology.classes.edges, symbology.break_texts, measure.unit, words)


def _scale_of(edges: Sequence[float], texts: Sequence[str], unit: str, words: Catalogue) -> Scale:
    """Return break values as `legend_scale` does, from edges, their texts and their unit."""
    exact = [decimal_of(edge) for edge in edges]
    factor, word = _multiple(exact, unit, words)
    if factor == 1:
        return Scale(tuple(texts), unit)
    shorter = tuple(
        with_unit(words.numerals.number(e / factor, _MOST_DIGITS), word) if shown and e else shown
        for e, shown in zip(exact, texts, strict=True)
    )
    return Scale(shorter, unit)


def axis_scale(axis: Axis, words: Catalogue) -> Scale:
    """Return the break values of one of two crossed measures, as `legend_scale` does."""
    return _scale_of(axis.classes.edges, axis.break_texts, axis.unit, words)


def level_words(grid: Grid, number: int, words: Catalogue) -> str:
    """Return what a class of two measures is in words: ``investment high, projects low``.

    Parameters
    ----------
    grid : Grid
    number : int
        Of the class.
    words : Catalogue
        Of value by alpha the first measure has its range, since it may have many classes.
    """
    column, row = grid.place(number)
    high = words.say(grid.y.levels[row], measure=grid.y.label)
    if grid.alpha:
        return axis_scale(grid.x, words).span(column) + words["comma"] + high
    return words.say(grid.x.levels[column], measure=grid.x.label) + words["list_comma"] + high


def circle_steps(measure: Measure, words: Catalogue) -> tuple[CircleStep, ...]:
    """Return the values of a legend of proportional circles, the largest first.

    Parameters
    ----------
    measure : Measure
        A total.
    words : Catalogue
        Chinese numbers are in 万 or 亿 where that is shorter: ``900 万``.

    Returns
    -------
    tuple of CircleStep
        Three round values at most, with the measure's decimals at most: one near the maximum, two
        well below it. Empty if no value is positive.
    """
    shown = circle_values(measure.reach[1], measure.decimals)
    factor, word = _multiple(shown, measure.unit, words)
    digits = measure.decimals if factor == 1 else _MOST_DIGITS
    return tuple(
        CircleStep(float(v), with_unit(words.numerals.number(v / factor, digits), word))
        for v in shown
    )


def _multiple(numbers: Sequence[Decimal], unit: str, words: Catalogue) -> tuple[int, str]:
    """Return the multiple in which a language writes these numbers, and its word; 1 for none."""
    if unit and split_unit(unit)[1] == 1:
        for power in words.numerals.multiples:
            factor, word = 10**power, words[f"multiple_{power}"]
            if not word:
                continue
            scaled = [n / factor for n in numbers]
            # A rounded break would put districts on the wrong side of the printed number.
            exact = all(x == rounded(x, _MOST_DIGITS) for x in scaled)
            if exact and max(map(abs, scaled), default=0) >= _READABLE_FROM:
                return factor, word
    return 1, ""


def value_text(measure: Measure, i: int) -> str:
    """Return district `i`'s value with its unit: ``81.8 亿元``; empty if there is none."""
    text, grid = measure.text(i), measure.symbology.grid
    if text and grid and not grid.alpha:
        return " / ".join(with_unit(axis.texts[i], axis.unit) for axis in (grid.x, grid.y))
    return with_unit(text, measure.unit) if text else ""


def value_or_reason(measure: Measure, i: int, words: Catalogue) -> str:
    """Return district `i`'s value with its unit, or why it has none: ``no data``."""
    return value_text(measure, i) or words[measure.states[i]]


def share_text(measure: Measure, i: int, words: Catalogue) -> str:
    """Return district `i`'s share of the total: ``13.3%``; empty where a share has no meaning."""
    share = measure.shares[i]
    return "" if share is None else words.numerals.per_cent(share, 1)


def blanks(measure: Measure) -> tuple[str, ...]:
    """Return what to leave blank beside each value, so that decimal points stand in one line.

    After a value the zeros that the source did not print, ``.0`` after 78 among values like 84.5:
    as wide as they are, in the language's own digits and mark; empty where nothing is missing. In a
    language that runs from the right, where figures begin at the left of their column, before it
    the digits that longer ones have: ``14`` before 6.9 among values like 144.5.
    """
    if measure.written.rtl:
        return _blanks_before(measure)
    if measure.fixed or not measure.decimals:
        return ("",) * len(measure.figures)
    # The mark and its zeros, in the digits of the language.
    zeros = measure.written.number(0, measure.decimals, fixed=True)[1:]
    mark = measure.written.decimal
    texts = ["" if f is None else measure.format(f) for f in measure.figures]
    ends = [
        text and zeros[len(text) - at if (at := text.find(mark)) >= 0 else 0 :] for text in texts
    ]
    # What no value has needs no room.
    known = [len(e) for e, figure in zip(ends, measure.figures, strict=True) if figure is not None]
    spare = min(known, default=0)
    return tuple(e[: len(e) - spare] for e in ends)


def _blanks_before(measure: Measure) -> tuple[str, ...]:
    mark = measure.written.decimal
    wholes = ["" if f is None else measure.format(f).partition(mark)[0] for f in measure.figures]
    longest = max(wholes, key=len, default="")
    return tuple(whole and longest[: len(longest) - len(whole)] for whole in wholes)


def difference_text(measure: Measure, i: int, words: Catalogue) -> str:
    """Return how far district `i` is from the overall value, with its sign: ``+104.2``, ``−7.5``.

    Without unit; empty if the district has no value.
    """
    apart = measure.differences[i]
    if apart is None:
        return ""
    return words.numerals.signed(apart, measure.decimals, fixed=measure.fixed)


def figure_text(figure: Printed, unit: str, words: Catalogue) -> str:
    """Return a stated figure as precisely as it was printed: ``1.3 万亿元``, not 13,000 亿元."""
    # As many decimals as the rounding of the source has: 1480 ± 100 has none.
    digits = max(0, -int(figure.resolution.normalize().as_tuple().exponent))
    base, factor = split_unit(unit)
    # A figure rounded to 100 亿 or more was printed in 万亿; 13,000 亿元 would look exact to 1 亿.
    word = words.numerals.multiples and words["multiple_12"]
    if word and base != unit and figure.resolution * factor >= _TRILLION // 100:
        trillions = figure.value * factor / _TRILLION
        return with_unit(words.numerals.number(trillions, _MOST_DIGITS), word + base)
    return with_unit(words.numerals.number(figure.value, digits), unit)


def with_unit(text: str, unit: str) -> str:
    """Return a number with its unit, a space between: ``81.8 亿元``, in every language."""
    return f"{text} {unit}".rstrip()


def summary(measure: Measure) -> str:
    """Return the figure of the whole: the sum of a total, the overall value of a rate."""
    whole = measure.total if measure.kind == "total" else measure.overall
    return "" if whole is None else measure.format(whole)


def whole_word(measure: Measure, words: Catalogue) -> str:
    """Return what `summary` is called: a total, or a mean and of what kind."""
    if measure.total is not None:
        return words["total"]
    # Districts count alike in a mean of rates, however many people live there: that is said.
    return words["overall" if measure.mean == "ratio" else f"overall_{measure.mean}"]


def whole_label(measure: Measure, words: Catalogue) -> str:
    """Return what `summary` is: a sum or a mean, and of how many districts if not of all.

    Empty for a bivariate measure.
    """
    if measure.kind == "bivariate":
        return ""  # two measures have no figure in common
    label = whole_word(measure, words)
    # A sum over some of the districts is not the sum of the area: say of how many it is.
    known = measure.states.count("value")
    if known == len(measure.states):
        return label
    return words.say("of_known", n=known, whole=label)


def kind_label(kind: str, words: Catalogue) -> str:
    """Return the kind of a district in the reader's language; unknown kinds as they are."""
    return words.get(f"kind_{kind}", kind)

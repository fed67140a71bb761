"""Figures as readers are told them: headline facts, large numbers in 万 or 亿."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.base.catalogue import number, strings
from geo.tables.printed import Figure, split_unit

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.symbology.measures import Measure

#: A Chinese reader takes 938.7万人 in at a glance, 9,387,000人 not.
_STEPS = ((10**8, "亿"), (10**4, "万"))
_READABLE_FROM = 10  # of the larger unit: 12.5万, but 25,000 stays
_MOST_DIGITS = 2
_TRILLION = 10**12


@dataclass(frozen=True, slots=True)
class Scale:
    """Break values of a legend as they are printed: texts and their unit."""

    breaks: tuple[str, ...]
    unit: str


def legend_scale(measure: Measure, language: str) -> Scale:
    """Return a measure's break values, in 万 or 亿 where the numbers are long and stay exact.

    Parameters
    ----------
    measure : Measure
    language : {"zh", "en"}
        Only Chinese has these units.

    Returns
    -------
    Scale
        The measure's own texts and unit where its unit already has a multiple (亿元), or a break
        would need more than two decimals.
    """
    own = Scale(tuple(measure.symbology.break_texts), measure.unit)
    if language != "zh" or not measure.unit or split_unit(measure.unit)[1] != 1:
        return own
    edges = measure.symbology.classes.edges
    for factor, word in _STEPS:
        scaled = [edge / factor for edge in edges]
        exact = all(abs(x - round(x, _MOST_DIGITS)) < 1e-9 for x in scaled)
        if max(map(abs, scaled)) >= _READABLE_FROM and exact:
            return Scale(tuple(number(x, _MOST_DIGITS) for x in scaled), word + measure.unit)
    return own


def figure_text(figure: Figure, unit: str, language: str) -> str:
    """Return a stated figure as precisely as it was printed: ``1.3 万亿元``, not 13,000 亿元."""
    digits = max(0, -int(figure.resolution.normalize().as_tuple().exponent))
    base, factor = split_unit(unit)
    value = float(figure.value)
    if language == "zh" and base != unit and figure.resolution * factor >= _TRILLION // 100:
        return f"{number(value * factor / _TRILLION, _MOST_DIGITS)} 万亿{base}"
    return with_unit(number(value, digits), unit)


def with_unit(text: str, unit: str) -> str:
    """Return a number with its unit: ``81.8 亿元``."""
    return f"{text} {unit}".rstrip()


def summary(measure: Measure) -> str:
    """Return the figure of the whole: the sum of a total, the overall value of a rate."""
    whole = measure.total if measure.kind == "total" else measure.overall
    return "" if whole is None else measure.format(round(whole, measure.decimals))


def whole_label(measure: Measure, language: str) -> str:
    """Return what `summary` is: a sum or a mean, and of how many districts if not of all."""
    words = strings(language)
    label = words["total" if measure.total is not None else "overall"]
    known = measure.states.count("value")
    if known == len(measure.states):
        return label
    return words["of_known"].format(whole=label, n=known)


def shown_name(choropleth: Choropleth, i: int) -> str:
    """Return a district's name in the map's language, as far as the data know it."""
    districts = choropleth.districts  # one cell is read many times faster than a row
    english = districts["name_en"].iat[i] if choropleth.spec.language == "en" else ""
    return str(english or districts["name"].iat[i])


def kind_label(kind: str, language: str) -> str:
    """Return the kind of a district in the reader's language; unknown kinds as they are."""
    return strings(language).get(f"kind_{kind}", kind)


def facts(choropleth: Choropleth) -> str:
    """Return the headline facts of the first measure in one sentence: most, least, the whole."""
    measure, words = choropleth.measure(), strings(choropleth.spec.language)
    known = [i for i, state in enumerate(measure.states) if state == "value"]
    if not known:
        return words["missing"]
    most, least = (pick(known, key=lambda i: measure.values[i]) for pick in (max, min))
    return words["facts"].format(
        measure=measure.label,
        most=shown_name(choropleth, most),
        most_value=with_unit(measure.text(most), measure.unit),
        least=shown_name(choropleth, least),
        least_value=with_unit(measure.text(least), measure.unit),
        n=len(known),
        whole=words["total" if measure.total is not None else "overall"],
        value=with_unit(summary(measure), measure.unit),
    )

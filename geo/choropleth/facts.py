"""The headline facts of a measure: most, least, the whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.base.catalogue import Catalogue
from geo.choropleth.wording import level_words, summary, value_text, whole_word, with_unit

if TYPE_CHECKING:
    from geo.symbology.measures import Measure

#: Districts alike that are all named; of more, the first ones and how many they are.
_NAMED = 3


def facts(measure: Measure, names: Sequence[str], words: Catalogue, period: str = "") -> str:
    """Return the headline facts in one sentence.

    Parameters
    ----------
    measure : Measure
    names : sequence of str, length n
        Of the districts, in the map's language.
    words : Catalogue
    period : str, optional
        Of which the figures are.

    Returns
    -------
    str
        Districts that share the highest or the lowest figure are all named, or counted.
    """
    known = [i for i, state in enumerate(measure.states) if state == "value"]
    if not known:
        return words["missing"]
    if measure.kind == "bivariate":
        return _corners(measure, words)
    most, least = ends(measure)
    return words.say(
        "facts",
        measure=f"{measure.label} ({period})" if period else measure.label,
        most=_named(most, names, words),
        most_value=value_text(measure, most[0]),
        least=_named(least, names, words),
        least_value=value_text(measure, least[0]),
        n=len(known),
        whole=whole_word(measure, words),
        value=with_unit(summary(measure), measure.unit),
    )


def ends(measure: Measure) -> tuple[list[int], list[int]]:
    """Return the districts of the highest and those of the lowest figure, as it is printed.

    Parameters
    ----------
    measure : Measure
        With a district that has a value at least.
    """
    known = [i for i, state in enumerate(measure.states) if state == "value"]
    most, least = (pick(measure.values[i] for i in known) for pick in (max, min))
    return (
        [i for i in known if measure.values[i] == most],
        [i for i in known if measure.values[i] == least],
    )


def _named(tied: Sequence[int], names: Sequence[str], words: Catalogue) -> str:
    some = words["list_comma"].join(names[i] for i in tied[:_NAMED])
    return some if len(tied) <= _NAMED else words.say("tied", n=len(tied), names=some)


def _corners(measure: Measure, words: Catalogue) -> str:
    """Return how many districts are high in both of two measures, and how many low in both."""
    grid, counts = measure.symbology.grid, measure.symbology.classes.counts
    if grid is None:  # only a bivariate measure has no figures of its own
        return ""
    said = (
        words.say("class_count", n=counts[number], range=level_words(grid, number, words))
        for number in (len(counts) - 1, 0)
    )
    return words["plate_list_comma"].join(said)

"""What a map says, in sentences of its language, each with the figures it is taken from."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from geo.base.nice import decimal_of
from geo.choropleth.facts import ends, facts
from geo.choropleth.wording import value_text, with_unit
from geo.geometry.neighbours import neighbours
from geo.symbology.clustering import Moran, Outlier, moran, outliers
from geo.tables.arithmetic import product, quotient, rounded, total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.choropleth.model import Choropleth
    from geo.symbology.measures import Measure

#: A pattern that chance makes less often is said to be one.
_SIGNIFICANT = 0.05
_MOST_OUTLIERS = 3


class Saying(NamedTuple):
    """A sentence, and the figures it is taken from, as an editor checks them."""

    text: str
    figures: tuple[str, ...]


def sayings(choropleth: Choropleth, measure_id: str = "") -> tuple[Saying, ...]:
    """Return what a measure says: most and least, concentration, clustering, outliers.

    Parameters
    ----------
    choropleth : Choropleth
    measure_id : str, optional
        The first one by default.

    Returns
    -------
    tuple of Saying
        The first is that of the alternative text. Concentration only of totals, clustering only of
        eight districts or more.
    """
    measure = choropleth.measure(measure_id)
    if not measure.ranked:
        return ()
    touching = neighbours(choropleth.districts.geometry.to_numpy())
    return (
        _extremes(choropleth, measure),
        *_half(choropleth, measure),
        *_clustering(choropleth, moran(measure.values, touching)),
        *(
            _outlier(choropleth, measure, found, touching[found.district])
            for found in outliers(measure.values, touching)[:_MOST_OUTLIERS]
        ),
    )


def paragraph(choropleth: Choropleth) -> str:
    """Return what the first measure says, as one paragraph; empty if the spec does not take it."""
    if not choropleth.spec.page.says:
        return ""
    # Chinese and Japanese sentences end in a full-width stop, which has its blank within.
    blank = "" if choropleth.words["colon"] == "：" else " "
    return blank.join(saying.text for saying in sayings(choropleth))


def _figure(choropleth: Choropleth, measure: Measure, i: int) -> str:
    return f"{choropleth.names[i]} {value_text(measure, i)}"


def _extremes(choropleth: Choropleth, measure: Measure) -> Saying:
    most, least = ends(measure)
    text = facts(measure, choropleth.names, choropleth.words, choropleth.period)
    return Saying(text, tuple(_figure(choropleth, measure, i) for i in (*most, *least)))


def _half(choropleth: Choropleth, measure: Measure) -> tuple[Saying, ...]:
    """Return in how few districts half of a total lies; nothing for what does not add up."""
    known = [(i, x) for i in measure.order if (x := measure.exact[i]) is not None]
    whole = total(x for _, x in known)
    if measure.kind != "total" or len(known) < 2 or whole <= 0 or known[-1][1] < 0:
        return ()
    summed, first = Decimal(0), 0
    while summed * 2 < whole:
        summed += known[first][1]
        first += 1
    words = choropleth.words
    share = rounded(quotient(product(summed, Decimal(100)), whole), 1)
    text = words.say(
        "says_half",
        n=first,
        share=words.numerals.per_cent(share, 1),
        all=words.numerals.number(len(known), 0),
    )
    return (Saying(text, tuple(_figure(choropleth, measure, i) for i, _ in known[:first])),)


def _clustering(choropleth: Choropleth, found: Moran | None) -> tuple[Saying, ...]:
    if found is None:
        return ()
    alike = "clustered" if found.statistic > found.expected else "scattered"
    key = f"says_{alike if found.p <= _SIGNIFICANT else 'random'}"
    number = choropleth.words.numerals.number
    text = choropleth.words.say(
        key,
        index=number(rounded(decimal_of(found.statistic), 2), 2, fixed=True),
        p=number(rounded(decimal_of(found.p), 3), 3, fixed=True),
    )
    basis = f"Moran's I {found.statistic:.4f}, expected {found.expected:.4f}"
    return (Saying(text, (f"{basis}, p {found.p:.3f}, n {found.n}",)),)


def _outlier(
    choropleth: Choropleth, measure: Measure, found: Outlier, touching: Sequence[int]
) -> Saying:
    i = found.district
    above = float(measure.values[i]) > found.around
    mean = rounded(decimal_of(found.around), measure.decimals)
    text = choropleth.words.say(
        "says_above" if above else "says_below",
        name=choropleth.names[i],
        value=value_text(measure, i),
        mean=with_unit(measure.format(mean), measure.unit),
    )
    known = [j for j in touching if measure.exact[j] is not None]
    return Saying(text, tuple(_figure(choropleth, measure, j) for j in (i, *known)))

"""The ranked table and the card of a district, which shows the whole until one is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.choropleth.wording import blanks, summary, whole_label

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.web.form import Form


@dataclass(frozen=True, slots=True)
class Row:
    """A district: its code, rank (empty if it has none), name, and value or why there is none.

    `blank` is what is left blank after the value: see `blanks`.
    """

    code: str
    rank: str
    name: str
    value: str
    blank: str


@dataclass(frozen=True, slots=True)
class TableView:
    """Search box and table of the first measure.

    Attributes
    ----------
    column : str
        The measure with its unit.
    rows : tuple of Row
        Largest value first.
    whole, summary : str
        The last line: what it is, and its figure.
    search : bool
        Whether there is a search box.
    all_rows : str
        The button that shows all rows; empty if they are shown at once.
    """

    column: str
    rows: tuple[Row, ...]
    whole: str
    summary: str
    search: bool
    all_rows: str


@dataclass(frozen=True, slots=True)
class Whole:
    """A measure of the whole: its name, unit, what the figure is, and the figure."""

    label: str
    unit: str
    what: str
    summary: str


@dataclass(frozen=True, slots=True)
class CardView:
    """The card before a district is chosen: of how many districts, and every measure."""

    title: str
    wholes: tuple[Whole, ...]


def ranked(choropleth: Choropleth) -> list[int]:
    """Return the districts' numbers by the first measure, largest first, gaps last."""
    measure = choropleth.measure()
    unknown = [state != "value" for state in measure.states]
    # Districts of equal value stay in the order of the boundaries: `sorted` is stable.
    return sorted(
        range(len(unknown)), key=lambda i: (unknown[i], -measure.values[i] if not unknown[i] else 0)
    )


def table(choropleth: Choropleth, form: Form) -> TableView:
    """Return search box and table of the first measure.

    Parameters
    ----------
    choropleth : Choropleth
    form : Form
        Says how many rows it shows at first; without a table, none are written.
    """
    measure, words = choropleth.measure(), choropleth.words
    n = len(choropleth.districts)
    most = form.shown_rows(n, beside=False)
    ends = blanks(measure)
    written = ranked(choropleth) if "table" in form.parts else ()
    return TableView(
        column=f"{measure.label} ({measure.unit})" if measure.unit else measure.label,
        rows=tuple(_row(choropleth, i, ends[i]) for i in written),
        whole=whole_label(measure, words),
        summary=summary(measure),
        search="search" in form.parts,
        all_rows=words.say("all_rows", n=n) if n > most else "",
    )


def _row(choropleth: Choropleth, i: int, blank: str) -> Row:
    measure, words = choropleth.measure(), choropleth.words
    return Row(
        code=choropleth.districts["code"].iat[i],
        rank="" if (place := measure.ranks[i]) is None else words.numerals.number(place, 0),
        name=choropleth.names[i],
        value=measure.text(i) or words[measure.states[i]],
        blank=blank,
    )


def card(choropleth: Choropleth) -> CardView:
    """Return the card's first state: every measure for the whole, and how to see more."""
    words, chosen = choropleth.words, choropleth.spec.page.card
    measures = [choropleth.measure(i) for i in chosen] if chosen else choropleth.measures
    return CardView(
        title=words.say("whole", n=len(choropleth.districts)),
        wholes=tuple(Whole(m.label, m.unit, whole_label(m, words), summary(m)) for m in measures),
    )

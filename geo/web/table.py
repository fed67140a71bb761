"""The ranked table and the card of a district, which shows the whole until one is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from geo.choropleth.wording import blanks, summary, whole_label
from geo.web.assets import sizes
from geo.web.card_columns import figure_lines, name_lines, shown, stacked
from geo.web.lines import lines
from geo.web.periods import has_slider

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.symbology.measures import Measure
    from geo.web.form import Form

# Of the card, CSS pixels: the narrowest column, what a measure's name has of it, the padding of a
# row and between lines, the card's own padding and border with the head of its table.
_NARROWEST_PX, _LABEL_PX, _ROW_PX, _LINE_PX, _CARD_PX = 288, 120, 9, 4, 30


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


class Plain(NamedTuple):
    """A row without anything to press: name, and value or why there is none."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class TableView:
    """Search box and table of the first measure.

    Attributes
    ----------
    column : str
        The measure with its unit.
    rows : tuple of Row
        Largest value first; of very many, the first ones.
    rest : tuple of Plain
        The others, for readers of the page without scripts.
    count : int
        Lines of the whole table, head and foot included, if only the first are written; else 0.
    whole, summary : str
        The last line: what it is, and its figure.
    is_ranked : bool
        Whether its districts have ranks: not in two measures at once.
    search : bool
        Whether there is a search box.
    all_rows : str
        The button that shows all rows; empty if they are shown at once.
    """

    column: str
    rows: tuple[Row, ...]
    rest: tuple[Plain, ...]
    count: int
    whole: str
    summary: str
    is_ranked: bool
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


def ranked(choropleth: Choropleth, measure: Measure | None = None) -> list[int]:
    """Return the districts' numbers by a measure, largest first, gaps last.

    Parameters
    ----------
    choropleth : Choropleth
    measure : Measure, optional
        By default the first one.
    """
    measure = measure or choropleth.measure()
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
    order = ranked(choropleth) if "table" in form.parts else []
    first = form.written_rows(n)
    return TableView(
        column=f"{measure.label} ({measure.unit})" if measure.unit else measure.label,
        rows=tuple(_row(choropleth, i, ends[i]) for i in order[:first]),
        # An article is read in passing: its embed leads to the page.
        rest=() if form.article else tuple(_plain(choropleth, i) for i in order[first:]),
        count=n + 2 if len(order) > first else 0,
        whole=whole_label(measure, words),
        summary=summary(measure),
        is_ranked=measure.kind != "bivariate",
        search="search" in form.parts,
        all_rows=words.say("all_rows", n=n) if n > most else "",
    )


def _row(choropleth: Choropleth, i: int, blank: str) -> Row:
    measure, words = choropleth.measure(), choropleth.words
    return Row(
        code=choropleth.rows[i]["code"],
        rank="" if (place := measure.ranks[i]) is None else words.numerals.number(place, 0),
        name=choropleth.names[i],
        value=measure.text(i) or words[measure.states[i]],
        blank=blank,
    )


def _plain(choropleth: Choropleth, i: int) -> Plain:
    measure = choropleth.measure()
    return Plain(choropleth.names[i], measure.text(i) or choropleth.words[measure.states[i]])


@lru_cache(maxsize=1)  # asked at every width of an article
def card_height(choropleth: Choropleth) -> int:
    """Return the height that no district's card exceeds in the narrowest column, CSS pixels.

    The card has it from the start, so that what is below stays when a district is chosen.
    """
    small, text = sizes().small, sizes().text
    measures = shown(choropleth)
    rows = [
        small.line * lines(f"{m.label} {m.unit}", small.size, _LABEL_PX) + _ROW_PX for m in measures
    ]
    if stacked(choropleth):
        rows = [
            text.line * (name_lines(m) + figure_lines(choropleth, m)) + _ROW_PX for m in measures
        ]
    codes, rough = choropleth.districts["code"], choropleth.districts["approximate"]
    places = {place.code for place in choropleth.places}
    # Of the country's counties only few have notes; a look at every row would take a second.
    noted = [i for i, code in enumerate(codes) if rough.iat[i] or code in places]
    notes = max(
        (
            sum(small.line * lines(note, small.size, _NARROWEST_PX) + _LINE_PX for note in own)
            for own in (_card_notes(choropleth, i) for i in noted)
        ),
        default=0,
    )
    notes += sizes().line if has_slider(choropleth) else 0
    return max(sizes().card, _CARD_PX + text.line + small.line + sum(rows) + notes)


def _card_notes(choropleth: Choropleth, i: int) -> list[str]:
    """Return what a district's card says below its table, as card.js writes it."""
    row, words = choropleth.rows[i], choropleth.words
    texts = [f"{p.label} {p.text}" for p in choropleth.places if p.code == row["code"]]
    if not row["approximate"]:
        return texts
    host = choropleth.name_of(row["host"]) if row["host"] else ""
    own = words.say("approximate_in", host=host) if host else words["approximate"]
    return [own, *texts]


def card(choropleth: Choropleth) -> CardView:
    """Return the card's first state: every measure for the whole, and how to see more."""
    words = choropleth.words
    return CardView(
        title=words.say("whole", n=len(choropleth.districts)),
        wholes=tuple(
            Whole(m.label, m.unit, whole_label(m, words), summary(m))
            for m in shown(choropleth)
            if m.kind != "bivariate"
        ),
    )

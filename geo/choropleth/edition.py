"""What a map says, whatever file it is read from: the form in which two editions are compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from geo.base.nice import decimal_of
from geo.base.packaged import version
from geo.choropleth.periods import by_period, is_change

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.symbology.measures import Measure

#: What some files of a map do not say: a table has no title, and no break values.
Part = Literal["texts", "breaks", "palette"]
PARTS: tuple[Part, ...] = ("texts", "breaks", "palette")


class Place(NamedTuple):
    """A district: name and kind as in the polygons, and whether its outline is approximate."""

    name: str
    kind: str
    approximate: bool


class Figure(NamedTuple):
    """A district's value and its class, from 0; None for no data.

    `state` says why there is no value: ``missing`` or ``inapplicable``; empty where there is one,
    or where the file does not say.
    """

    value: Decimal | None
    class_id: int | None
    state: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """A measure of an edition.

    Attributes
    ----------
    id : str
    texts : mapping of str to str
        Label, unit, kind, and what of the heading is its own; empty if the file does not say.
    decimals : int or None
        To which `figures` are rounded; None if they have the table's own digits.
    edges : tuple of Decimal or None, length k + 1
        Class i is ``(edges[i], edges[i + 1]]``, the first closed on both sides; None at an end
        that is open. Empty if the file does not say.
    colors : tuple of str, length k
        ``#rrggbb``; empty if the file does not say.
    unclassed : bool or None
        A continuous scale; None if the file does not say.
    figures : mapping of str to Figure
        By code; of a map with periods those of the latest.
    periods : mapping of str to mapping of str to Figure
        Those of every period; empty for what is the same in all: a change between two, say.
    """

    id: str
    texts: Mapping[str, str]
    decimals: int | None
    edges: tuple[Decimal | None, ...]
    colors: tuple[str, ...]
    unclassed: bool | None
    figures: Mapping[str, Figure]
    periods: Mapping[str, Mapping[str, Figure]] = field(default_factory=dict)

    def at(self, period: str) -> Mapping[str, Figure]:
        """Return the figures of a period."""
        return self.periods.get(period, self.figures)


@dataclass(frozen=True, slots=True)
class Edition:
    """What a map says.

    Attributes
    ----------
    source : str
        The file, for messages.
    version : str
        Of the program that made it; empty if the file does not say.
    parts : frozenset of {"texts", "breaks", "palette"}
        What the file says besides districts, values and classes.
    texts : mapping of str to str
        Title, dek, byline, source, credit, approval; notes, annotations and points, one a line.
        White space is folded: a page and a spec break lines elsewhere.
    places : mapping of str to Place
        By code.
    layers : tuple of Layer
    periods : tuple of str
        In the order of time; empty for a map of one time.
    """

    source: str
    version: str
    parts: frozenset[Part]
    texts: Mapping[str, str]
    places: Mapping[str, Place]
    layers: tuple[Layer, ...]
    periods: tuple[str, ...] = ()


def edition_of(choropleth: Choropleth, source: str) -> Edition:
    """Return what a built map says.

    Parameters
    ----------
    choropleth : Choropleth
    source : str
        The spec, for messages.
    """
    spec = choropleth.spec
    texts = {
        "title": spec.title,
        "dek": spec.heading().dek,
        "byline": spec.byline,
        "source": spec.source,
        "credit": spec.credit,
        "approval": choropleth.approval,
        "notes": "\n".join(spec.notes),
        "annotations": "\n".join(sorted(note.text for note in choropleth.annotations)),
        "points": "\n".join(f"{place.label} {place.text}" for place in choropleth.places),
    }
    return Edition(
        source=source,
        version=version(),
        parts=frozenset(PARTS),
        texts=folded_texts(texts),
        places={
            row["code"]: Place(row["name"], row["kind"], bool(row["approximate"]))
            for row in choropleth.rows
        },
        layers=tuple(_layer(choropleth, measure) for measure in choropleth.measures),
        periods=tuple(period.label for period in choropleth.periods),
    )


def _layer(choropleth: Choropleth, measure: Measure) -> Layer:
    symbology = measure.symbology
    codes = [row["code"] for row in choropleth.rows]
    return Layer(
        id=measure.id,
        texts=folded_texts(_named(choropleth, measure)),
        decimals=measure.decimals,
        edges=limits(symbology.classes.edges, symbology.break_texts),
        colors=tuple(symbology.colors),
        unclassed=symbology.unclassed,
        figures=_figures(measure, codes),
        periods={}
        if is_change(choropleth, measure)
        else {
            label: _figures(one, codes) for label, one in by_period(choropleth, measure.id).items()
        },
    )


def _figures(measure: Measure, codes: Sequence[str]) -> dict[str, Figure]:
    states = ("" if state == "value" else state for state in measure.states)
    grid, ids = measure.symbology.grid, measure.symbology.classes.ids
    # What only fades a figure is no class of its own.
    ids = grid.x.classes.ids if grid and grid.alpha else ids
    figures = zip(measure.figures, ids, states, strict=True)
    return {code: Figure(*figure) for code, figure in zip(codes, figures, strict=True)}


def _named(choropleth: Choropleth, measure: Measure) -> dict[str, str]:
    spec, (title, dek, notes) = choropleth.spec, choropleth.spec.heading(measure.id)
    own = {
        "title": title if title != spec.title else None,
        "dek": dek if dek != spec.dek else None,
        "notes": "\n".join(notes) if notes != spec.notes else None,
    }
    texts = {"label": measure.label, "unit": measure.unit, "kind": measure.kind}
    return texts | {key: text for key, text in own.items() if text is not None}


def limits(
    edges: tuple[float | Decimal, ...], shown: tuple[str, ...]
) -> tuple[Decimal | None, ...]:
    """Return edges as decimals, None for an end that is open, as readers are shown no number there.

    Parameters
    ----------
    edges : tuple of float or Decimal, length k + 1
    shown : tuple of str, length k + 1
        Their texts.
    """
    return tuple(
        decimal_of(edge) if text else None for edge, text in zip(edges, shown, strict=True)
    )


def folded_texts(texts: Mapping[str, str]) -> dict[str, str]:
    """Return texts with white space folded, line by line."""
    return {
        key: "\n".join(" ".join(line.split()) for line in text.splitlines())
        for key, text in texts.items()
    }

"""Two measures in one: a bivariate measure, and a measure that fades where it is unsure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from geo.base.errors import MapError, Problem, did_you_mean
from geo.base.packaged import packaged_json
from geo.spec.measure import MeasureSpec
from geo.symbology.classify import Classes
from geo.symbology.grid import Axis, Grid
from geo.symbology.measures import Measure
from geo.symbology.palettes import ramp
from geo.symbology.symbolize import Symbology
from geo.tables.table import State

#: What unsure colours fade to.
_PAPER = "#ffffff"
#: How much of its own colour the least sure class keeps: less would be paper, and no hue.
_LEAST_ALPHA = 0.25
#: What says most of a pair of states.
_STATES: tuple[State, ...] = ("missing", "inapplicable", "value")


def bivariate_palettes() -> tuple[str, ...]:
    """Return the names that `bivariate_palette` knows, the default's first."""
    return ("default", *packaged_json("symbology", "bivariate.json"))


def bivariate_palette(name: str, columns: int, rows: int) -> tuple[str, ...]:
    """Return the colours of two crossed measures.

    Parameters
    ----------
    name : str
        ``default`` or one of ``bivariate.json``.
    columns, rows : int
        Classes of the x and of the y measure, 1 to 4.

    Returns
    -------
    tuple of str, length columns * rows
        ``#rrggbb``, row by row, the lowest first.

    Raises
    ------
    MapError
        If no palette has that name.
    """
    palettes = packaged_json("symbology", "bivariate.json")
    found = palettes.get(next(iter(palettes)) if name == "default" else name)
    if found is None:
        what = f"no palette of two measures is named {name!r}"
        raise MapError(Problem("palette", what, did_you_mean(name, bivariate_palettes())))
    size = max(3, columns, rows)
    colors = [f"#{color}" for color in found[str(size)].split()]
    # Fewer classes than the palette has keep its ends: low stays pale, high stays full.
    across, up = _spread(columns, size), _spread(rows, size)
    return tuple(colors[j * size + i] for j in up for i in across)


def _spread(count: int, size: int) -> list[int]:
    return [round(i * (size - 1) / max(count - 1, 1)) for i in range(count)]


def crossed(spec: MeasureSpec, x: Sequence[Measure], y: Sequence[Measure]) -> tuple[Measure, ...]:
    """Return the bivariate measure of two, in every period.

    Parameters
    ----------
    spec : MeasureSpec
        Its ``kind`` is bivariate.
    x, y : sequence of Measure
        By period, at its number of classes. Their classes stay what they are, whatever the other
        is.

    Returns
    -------
    tuple of Measure
        Figures are those of `x` where both are known: districts are in their order. There are no
        ranks, no sum and no mean.

    Raises
    ------
    MapError
        If a measure has more classes than the palette, or no district ever has both values.
    """
    for one in (x[0], y[0]):
        _check_size(spec.id, one, spec.size)
    found = tuple(_crossed(spec, *both) for both in zip(x, y, strict=True))
    if all(set(one.states) <= {"missing", "inapplicable"} for one in found):
        what = f"no district has a value of both {x[0].id!r} and {y[0].id!r}"
        raise MapError(Problem(f"measure {spec.id}", what, "Cross two others."))
    return found


def _crossed(spec: MeasureSpec, x: Measure, y: Measure) -> Measure:
    grid = Grid(_axis(x), _axis(y), alpha=False)
    both = [i is not None for i in grid.ids]
    none = (None,) * len(both)
    figures = tuple(f if known else None for f, known in zip(x.figures, both, strict=True))
    return replace(
        x,
        id=spec.id,
        label=spec.label,
        unit="",
        kind="bivariate",
        description=spec.description,
        values=np.where(both, x.values, np.nan),
        figures=figures,
        exact=figures,
        states=_states(x, y),
        ranks=none,
        ranked=0,
        total=None,
        overall=None,
        shares=none,
        differences=none,
        symbology=_symbology(
            grid, bivariate_palette(spec.palette, grid.x.size, grid.y.size), spec.palette
        ),
    )


def faded(spec: MeasureSpec, measure: Measure, sure: Measure) -> Measure:
    """Return a measure whose colours fade where another one is low: value by alpha.

    Parameters
    ----------
    spec : MeasureSpec
        Of `measure`; its ``alpha`` names `sure`.
    measure : Measure
        Its figures, ranks and sums stay.
    sure : Measure
        The sample's size, say, in three or four classes.

    Returns
    -------
    Measure
        A district that lacks the second value has the palest colour.

    Raises
    ------
    MapError
        If `sure` has more classes than the spec says.

    References
    ----------
    Roth, Woodruff & Johnson (2010), Value-by-alpha maps: an alternative technique to the cartogram.
    """
    _check_size(spec.id, sure, spec.alpha_classes)
    lowest = tuple(0 if i is None else i for i in sure.symbology.classes.ids)
    # Who does not say how sure a figure is, is taken at the least.
    classes = replace(sure.symbology.classes, ids=lowest)
    grid = Grid(_axis(measure), replace(_axis(sure), classes=classes), alpha=True)
    symbology = measure.symbology
    colors = _veiled(symbology.colors, grid.y.size)
    return replace(measure, symbology=_symbology(grid, colors, symbology.palette))


def _veiled(colors: tuple[str, ...], steps: int) -> tuple[str, ...]:
    """Return colours in steps from nearly paper to themselves, row by row, the palest first."""
    found: list[str] = []
    for row in range(steps):
        alpha = 1 - (1 - _LEAST_ALPHA) * (steps - 1 - row) / max(steps - 1, 1)
        found += (ramp((_PAPER, color), [alpha])[0] if alpha < 1 else color for color in colors)
    return tuple(found)


def _check_size(where: str, measure: Measure, most: int) -> None:
    # Own breaks and readable ones decide the number themselves.
    made = len(measure.symbology.classes.counts)
    if made > most:
        what = f"{measure.id!r} has {made} classes of its own, more than {most}"
        remedy = f"Give it {most} breaks, or a scheme that keeps to a number of classes."
        raise MapError(Problem(f"measure {where}", what, remedy))


def _axis(measure: Measure) -> Axis:
    symbology = measure.symbology
    texts = tuple(measure.text(i) for i in range(len(measure.figures)))
    return Axis(measure.label, measure.unit, symbology.classes, symbology.break_texts, texts)


def _states(x: Measure, y: Measure) -> tuple[State, ...]:
    """Return why districts lack one of the two: missing before inapplicable."""
    pairs = zip(x.states, y.states, strict=True)
    return tuple(min(pair, key=_STATES.index) for pair in pairs)


def _symbology(grid: Grid, colors: tuple[str, ...], palette: str) -> Symbology:
    ids = grid.ids
    counts = Counter(ids)
    classes = Classes(
        scheme=grid.x.classes.scheme,
        # A class that only fades keeps its limits; of two measures it has four.
        edges=grid.x.classes.edges if grid.alpha else (),
        ids=ids,
        counts=tuple(counts[i] for i in range(len(colors))),
        missing=counts[None],
        gvf=grid.x.classes.gvf,
        asked=len(colors),
    )
    return Symbology(
        classes=classes,
        colors=colors,
        fills=tuple(None if i is None else colors[i] for i in ids),
        break_texts=grid.x.break_texts if grid.alpha else (),
        palette=palette,
        unclassed=False,
        grid=grid,
    )

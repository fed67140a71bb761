"""The map as inline SVG: districts, outlines, hatches, and names where there is room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.choropleth.facts import facts
from geo.choropleth.model import circle_scale, circles_id
from geo.choropleth.periods import states_of
from geo.choropleth.wording import value_or_reason
from geo.symbology.contrast import ink_on
from geo.web.assets import sizes
from geo.web.cartogram import cartogram_kind
from geo.web.drawing import Drawing, Extent, boxes
from geo.web.notes import Note, notes_on

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth

#: Names drawn by the build, for readers without scripts, suit a map this tall.
_NOMINAL_PX = 560
_TEXT_PX = 13
NARROWEST_PX = 288  # of the map on a phone of 320 px, its narrowest


@dataclass(frozen=True, slots=True)
class Shape:
    """A district: its code, whether its outline is approximate, its text, fill and path.

    Of very many districts `said` is empty: the script says it, from the same figures.
    """

    code: str
    rough: bool
    said: str
    fill: str
    path: str


@dataclass(frozen=True, slots=True)
class ClassShape:
    """Districts of a look, as one path: whether outlines are approximate, the fill, the path.

    A line for each district: by the lines the script tells them apart, in their order.
    """

    rough: bool
    fill: str
    path: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name on the map: its middle, size, both in the drawing's units; its colour.

    An empty `ink` is the colour of the page's text.
    """

    x: int
    y: int
    size: int
    ink: str
    text: str


@dataclass(frozen=True, slots=True)
class MapView:
    """The map of the first measure.

    Attributes
    ----------
    extent : Extent
    said : str
        Title and headline facts.
    unit : float
        A pixel at the nominal size, in the drawing's units.
    hatches : tuple of str
        Those states without value that occur.
    shapes : tuple of Shape
        Approximate ones last, so that no neighbour covers their dashes. None of very many.
    classes : tuple of ClassShape
        In their place, then: a browser takes as long for thousands of elements as for all the rest.
    border : str
        Path of the outline of all.
    sea : str
        Path of the dashes in the South China Sea; may be empty.
    frames, below, above : str
        Paths of the boxes around insets, of the lines under the districts and of those over them;
        may be empty.
    names : tuple of Name
    stars : tuple of (int, int)
        Points of interest.
    notes : tuple of Note
        Annotations.
    """

    extent: Extent
    said: str
    unit: float
    hatches: tuple[str, ...]
    shapes: tuple[Shape, ...]
    classes: tuple[ClassShape, ...]
    border: str
    sea: str
    frames: str
    below: str
    above: str
    names: tuple[Name, ...]
    stars: tuple[tuple[int, int], ...]
    notes: tuple[Note, ...]


def is_by_class(choropleth: Choropleth, *, article: bool) -> bool:
    """Return whether a class is drawn as one path: of very many, if no cartogram moves each."""
    very_many = len(choropleth.districts) > sizes().very_many
    return very_many and cartogram_kind(choropleth, article=article) is None


def svg(choropleth: Choropleth, drawing: Drawing, *, by_class: bool = False) -> MapView:
    """Return the map of the first measure.

    Parameters
    ----------
    choropleth : Choropleth
    drawing : Drawing
        Of the same districts.
    by_class : bool, default False
        See `is_by_class`.
    """
    # Type in the drawing's units grows and shrinks with it: the size is right at one height.
    unit = drawing.height / _NOMINAL_PX
    states = set[str]().union(*(states_of(choropleth, m) for m in choropleth.measures))
    rough = list(choropleth.districts["approximate"])
    order = sorted(range(len(rough)), key=lambda i: bool(rough[i]))
    shapes = [_shape(choropleth, drawing.paths[i], i) for i in order]
    return MapView(
        extent=drawing.extent,
        said=alternative(choropleth),
        unit=unit,
        hatches=tuple(state for state in ("missing", "inapplicable") if state in states),
        shapes=() if by_class else tuple(shapes),
        classes=_classes(shapes) if by_class else (),
        border=drawing.border,
        sea=drawing.sea,
        frames=boxes(drawing.frames),
        below=drawing.below,
        above=drawing.above,
        names=_names(choropleth, drawing, unit),
        stars=_stars(choropleth, drawing),
        notes=notes_on(choropleth, drawing),
    )


def alternative(choropleth: Choropleth, measure_id: str = "") -> str:
    """Return the text in place of the picture: title and headline facts of a measure."""
    words = choropleth.words
    # The full-width colon has its space within; the Latin one needs a blank after it.
    colon = words["colon"]
    said = facts(choropleth.measure(measure_id), choropleth.names, words, choropleth.period)
    return f"{choropleth.spec.heading(measure_id).title}{colon}{said}"


def _shape(choropleth: Choropleth, path: str, i: int) -> Shape:
    measure, row = choropleth.measure(), choropleth.rows[i]
    few = len(choropleth.rows) <= sizes().many
    return Shape(
        code=row["code"],
        rough=bool(row["approximate"]),
        said=_said(choropleth, i) if few else "",
        # No colour means no value: a hatch, which no step of a ramp can be mistaken for.
        fill=measure.symbology.fills[i] or f"url(#{measure.states[i]})",
        path=path,
    )


def _classes(shapes: list[Shape]) -> tuple[ClassShape, ...]:
    looks: dict[tuple[bool, str], list[str]] = {}
    for shape in shapes:
        looks.setdefault((shape.rough, shape.fill), []).append(shape.path)
    return tuple(ClassShape(*look, "\n".join(paths)) for look, paths in looks.items())


def _said(choropleth: Choropleth, i: int) -> str:
    measure, words = choropleth.measure(), choropleth.words
    value = value_or_reason(measure, i, words)
    return words.say("district_value", name=choropleth.names[i], measure=measure.label, value=value)


def _names(choropleth: Choropleth, drawing: Drawing, unit: float) -> tuple[Name, ...]:
    """Return names in districts with room at the nominal size, black or white; no ink on hatch."""
    size, fills = _TEXT_PX * unit, choropleth.measure().symbology.fills
    return tuple(
        Name(
            a.x,
            a.y,
            round(size),
            ink_on(fill) if (fill := fills[i]) else "",
            name,
        )
        for i, a in enumerate(drawing.anchors)
        if a.radius > size and (name := choropleth.names[i])
    )


def marked_points(choropleth: Choropleth) -> list[tuple[float, float]]:
    """Return longitude and latitude of what a drawing marks: places, then annotations."""
    places = [(place.lon, place.lat) for place in choropleth.places]
    return places + [(note.lon, note.lat) for note in choropleth.annotations]


def _stars(choropleth: Choropleth, drawing: Drawing) -> tuple[tuple[int, int], ...]:
    codes = list(choropleth.districts["code"])
    anchors = [drawing.anchors[codes.index(place.code)] for place in choropleth.places]
    return tuple(
        (anchor.x, anchor.y) if place.approximate else given
        for place, anchor, given in zip(choropleth.places, anchors, drawing.places, strict=False)
    )


def padding(choropleth: Choropleth, drawing: Drawing, *, circles: bool = True) -> int:
    """Return the room around the drawing, in its units, in which no circle is cut off.

    Circles have fixed sizes on the screen, so the narrowest screens decide.
    """
    shown = circles and circles_id(choropleth)
    totals = [m for m in choropleth.measures if m.kind == "total"] if shown else []
    # At least a hundredth, so that the outline of a border is not halved by the frame's edge.
    need = max(drawing.width, drawing.height) / 100
    for measure in totals:
        most = float(measure.reach[1])
        for value, a in zip(measure.values, drawing.anchors, strict=True):
            if not value > 0:  # NaN is not
                continue
            edge = min(a.x, a.y, drawing.width - a.x, drawing.height - a.y)
            # The area of a circle shows the value, so its radius the root.
            part = (value / most) ** 0.5
            # A tenth more: padding makes the scale smaller.
            need = max(need, *(px * 1.1 - edge for px in _circle_units(drawing, part)))
    return round(need)


def _circle_units(drawing: Drawing, part: float) -> tuple[float, float]:
    """Return the radius of a circle in the drawing's units on narrow and wide screens.

    Parameters
    ----------
    drawing : Drawing
    part : float
        Of the largest radius.
    """
    size, part = sizes(), part * circle_scale(len(drawing.anchors))
    screens = ((NARROWEST_PX, size.circle_narrow), (size.narrow_below, size.circle_wide))
    narrow, wide = (
        # Two pixels of outline; the scale is that of the tighter side.
        (radius * part + 2) / min(width / drawing.width, size.map_most / drawing.height)
        for width, radius in screens
    )
    return narrow, wide

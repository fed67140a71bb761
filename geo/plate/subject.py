"""What one plate shows: a measure in the plate's colours, districts on the ground, labels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

import numpy as np

from geo.base.errors import MapError, Problem
from geo.choropleth.cartograms import area_measure, cartogram_of, places_on
from geo.choropleth.model import Choropleth
from geo.choropleth.wording import value_text
from geo.districts.names import on_maps
from geo.districts.units import map_lines
from geo.geometry.cartogram import Cartogram
from geo.plate.ground import Ground, cartogram_ground, ground_of
from geo.plate.inks import distinct_greys, grey_value, hex_grey
from geo.plate.page import page_of
from geo.plate.sheet import Points
from geo.plate.style import INK, PAPER, Style, faces_of
from geo.plate.type.packs import check_glyphs
from geo.spec.model import Heading, MapSpec
from geo.spec.plate import PlateSpec
from geo.symbology.contrast import LEAST_FOR_TEXT, ink_on
from geo.symbology.legibility import MISSING
from geo.symbology.measures import Measure

#: Districts that the alternative text lists: a screen reader reads them out one after the other.
_MOST_TOLD = 40
#: What print can show of an outline, millimetres: half of a district's border.
_FINEST_MM = 0.05
_NOWHERE = np.empty((0, 2))


class Label(NamedTuple):
    """What a district's label says: name and value; either may be empty.

    Of a district without room for them, `name` is its number in the key, and `numbered` is true.
    `broken` are the two lines of a name of several words, where it may be set so.
    """

    name: str
    value: str
    numbered: bool = False
    broken: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Subject:
    """Everything a plate is composed of.

    Attributes
    ----------
    plate : PlateSpec
    spec : MapSpec
    style : Style
    ground : Ground
    measure : Measure
    circles : Measure or None
        The total shown as circles.
    colors : tuple of str
        Of the classes.
    fills : tuple of str or None, length n
        Of the districts; None for no data.
    hatch : tuple of str
        Colour of each class's hatching; empty for none.
    labels : tuple of Label, length n
    notes : tuple of str
        Annotations.
    note_points : ndarray of float, shape (k, 2)
        Their places, metres.
    descriptions : tuple of str, length n
        Name, value and unit of each district, for readers who cannot see it.
    approval : str
        The last line, on the map's approval; may be empty.
    key : tuple of str
        What the numbers on the map stand for, from 1.
    cartogram : Cartogram or None
        What stands in place of the districts.
    area : Measure or None
        The total that its areas show; tiles show none.
    legend : {"counted", "plain", "bare", "none"}
        With the districts in each class; without, where it is of several maps; without its
        heading too; or none.
    """

    plate: PlateSpec
    spec: MapSpec
    style: Style
    ground: Ground
    measure: Measure
    circles: Measure | None
    colors: tuple[str, ...]
    fills: tuple[str | None, ...]
    hatch: tuple[str, ...]
    labels: tuple[Label, ...]
    notes: tuple[str, ...]
    note_points: Points
    descriptions: tuple[str, ...]
    approval: str
    key: tuple[str, ...] = ()
    cartogram: Cartogram | None = None
    area: Measure | None = None
    legend: Literal["counted", "plain", "bare", "none"] = "counted"

    @property
    def heading(self) -> Heading:
        """Title, dek and notes of the measure shown."""
        return self.spec.heading(self.measure.id)

    @property
    def title(self) -> str:
        """The plate's own title, or the measure's."""
        return self.plate.title or self.heading.title

    @property
    def dek(self) -> str:
        """The plate's own line under the title, or the measure's."""
        return self.plate.dek or self.heading.dek

    @property
    def wholes(self) -> tuple[str, ...]:
        """Words that no line break may part."""
        return (*self.key_entries, *self.ground.names, *(m.label for m in self.spec.measures))

    @property
    def key_entries(self) -> tuple[str, ...]:
        """What the numbers on the map stand for, each behind its number."""
        number = self.style.texts.numerals.number
        return tuple(f"{number(k, 0)} {said}" for k, said in enumerate(self.key, start=1))

    @property
    def paints(self) -> tuple[str, ...]:
        """Fill of every district, that of no data included."""
        return tuple(fill or MISSING for fill in self.fills)

    @property
    def alt(self) -> str:
        """The map in words: what is shown, and every district's value, the largest first."""
        order = self.measure.order[:_MOST_TOLD]
        listed = self.style.say("plate_list_comma").join(self.descriptions[i] for i in order)
        return self.style.say(
            "plate_alt",
            title=self.title,
            measure=self.style.headed(self.measure.label, self.measure.unit),
            n=len(self.labels),
            listed=listed,
        )


def subject_of(choropleth: Choropleth, plate: PlateSpec, where: str) -> Subject:
    """Gather what a plate shows.

    Raises
    ------
    MapError
        If a measure is unknown, greys would not be distinct, or the font lacks a character.
    """
    page, spec = page_of(plate), choropleth.spec
    said = "".join([spec.model_dump_json(), *choropleth.names])
    style = Style(
        faces_of(plate, spec.house.fonts, where, spec.language, said),
        page.sizes,
        page.gap,
        choropleth.words,
        where,
    )
    measure = choropleth.measure(plate.measure)
    circles = choropleth.measure(plate.circles) if plate.circles else None
    cartogram = cartogram_of(choropleth, plate.cartogram) if plate.cartogram else None
    bare = Subject(
        plate=plate,
        spec=spec,
        style=style,
        ground=_ground(choropleth, cartogram, _FINEST_MM / page.width),
        measure=measure,
        circles=circles,
        colors=(),
        fills=(),
        hatch=(),
        labels=(),
        notes=tuple(note.text for note in choropleth.annotations),
        note_points=_note_points(choropleth, cartogram),
        descriptions=(),
        approval=choropleth.approval,
        cartogram=cartogram,
        area=area_measure(choropleth) if cartogram and cartogram.unit else None,
    )
    subject = showing(bare, measure)
    _check_fonts(subject)
    return subject


def showing(subject: Subject, measure: Measure, *, said: str = "") -> Subject:
    """Return a plate with another measure on the same ground.

    Parameters
    ----------
    subject : Subject
    measure : Measure
    said : str
        The title of the map, if it is one of several: their districts are told apart by it, and
        have no annotations.
    """
    plate, style, ground = subject.plate, subject.style, subject.ground
    colors, fills = _colors(measure, plate, style.where)
    no_value = style.say("plate_no_value")
    told = tuple(
        style.say("plate_district", name=name, value=value_text(measure, i) or no_value)
        for i, name in enumerate(ground.names)
    )
    shown = replace(
        subject,
        measure=measure,
        colors=colors,
        fills=fills,
        # Dark lines as long as they can be seen: they print better than white ones.
        hatch=tuple(ink_on(color, INK, PAPER, enough=LEAST_FOR_TEXT) for color in colors)
        if plate.hatch
        else (),
        labels=_labels(plate, measure, ground),
        descriptions=tuple(f"{said} · {text}" for text in told) if said else told,
    )
    return replace(shown, notes=(), note_points=_NOWHERE) if said else shown


def _ground(choropleth: Choropleth, cartogram: Cartogram | None, finest: float) -> Ground:
    districts, plane = choropleth.districts, choropleth.plane
    language = choropleth.spec.language
    if cartogram:
        return cartogram_ground(districts, plane, language, cartogram)
    lines = map_lines(districts, plane, choropleth.spec.map)
    return ground_of(districts, plane, language, lines, finest)


def _colors(
    measure: Measure, plate: PlateSpec, where: str
) -> tuple[tuple[str, ...], tuple[str | None, ...]]:
    """Return the colours of classes and of districts: the symbology's own, or greys for them."""
    symbology = measure.symbology
    colors, fills = tuple(symbology.colors), tuple(symbology.fills)
    if symbology.grid and (plate.hatch or plate.color == "grey"):
        key = "color" if plate.color == "grey" else "hatch"
        what = f"{measure.id!r} shows two measures at once, which neither greys nor lines can"
        raise MapError(Problem(f"{where}.{key}", what, "Show each on a plate of its own."))
    if plate.color != "grey":
        return colors, fills
    if symbology.unclassed:
        to_grey = {c: hex_grey(grey_value(c)) for c in (*colors, *fills) if c}
        return tuple(map(to_grey.__getitem__, colors)), tuple(f and to_grey[f] for f in fills)
    greys = distinct_greys(len(colors), f"{where}.color", hatched=plate.hatch)
    to_grey = dict(zip(colors, greys, strict=True))
    return greys, tuple(f and to_grey[f] for f in fills)


def _note_points(choropleth: Choropleth, cartogram: Cartogram | None) -> Points:
    notes = choropleth.annotations
    if not notes:
        return _NOWHERE
    if cartogram:
        return places_on(cartogram, choropleth, notes)
    places = np.array([(note.lon, note.lat) for note in notes])
    return choropleth.plane.points(places[:, 0], places[:, 1])


def _labels(plate: PlateSpec, measure: Measure, ground: Ground) -> tuple[Label, ...]:
    # On small maps labels are for who asks for them.
    if plate.labels == "none" or (plate.small_multiples and "labels" not in plate.model_fields_set):
        return tuple(Label("", "") for _ in ground.names)
    return tuple(
        Label(
            name,
            measure.text(i) if plate.labels == "values" else "",
            # Tiles and circles are as high as they are wide; most districts are not.
            broken=_broken(name) if plate.cartogram else (),
        )
        for i, name in enumerate(on_maps(ground.codes, ground.names))
    )


def _broken(name: str) -> tuple[str, ...]:
    """Return a name of several words in the two lines of which the longer one is shortest."""
    words = name.split(" ")
    pairs = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
    return min(pairs, key=lambda pair: max(map(len, pair)), default=())


def _check_fonts(subject: Subject) -> None:
    """Stop before anything is drawn if a font cannot set a text."""
    style, spec, measure = subject.style, subject.spec, subject.measure
    where = f"{style.where}.font" if subject.plate.font else style.where
    check_glyphs(style.faces["serif"], subject.title, where)
    texts = [subject.dek, spec.byline, spec.source, spec.credit, subject.approval]
    if grid := measure.symbology.grid:
        texts += [grid.x.label, grid.x.unit, grid.y.label, grid.y.unit, "↑→"]
    texts += [*subject.notes, *subject.heading.notes, measure.label, measure.unit]
    texts += [text for m in (subject.circles, subject.area) if m for text in (m.label, m.unit)]
    texts += [frame.name for frame in subject.ground.plane.insets]
    check_glyphs(style.faces["sans"], "".join([*texts, *subject.ground.names]), where)

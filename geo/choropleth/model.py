"""A finished map before any drawing: what every renderer reads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from geo.base.catalogue import Catalogue
from geo.base.errors import MapError, Problem, did_you_mean
from geo.choropleth.unfinished import unfinished
from geo.districts.parents import shown_names
from geo.districts.whereabouts import is_chinese
from geo.spec.model import MapSpec
from geo.spec.numbers import numerals_of
from geo.symbology.measures import Measure
from geo.tables.footnotes import mark_note
from geo.tables.printed import Stated

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from pathlib import Path

    import folium
    import geopandas as gpd

    from geo.geometry.plane import Plane
    from geo.tables.join import Joined
    from geo.tables.reconcile import Check


@dataclass(frozen=True, eq=False)
class Period:
    """One period of a map: its name, its measures by the classes of all periods, how it joined."""

    label: str
    measures: tuple[Measure, ...]
    joined: Joined


@dataclass(frozen=True, eq=False)
class Choropleth:
    """A finished map before any drawing; page, embed, plate and data files read nothing else.

    Attributes
    ----------
    spec : MapSpec
    name : str
        Stem of the output files.
    districts : GeoDataFrame
        EPSG:4326, RangeIndex; ``code, name, name_en, kind, approximate, host, aliases, area_km2,
        label_lon, label_lat, geometry``. The label point is the pole of inaccessibility.
    measures : tuple of Measure
    joined : Joined
        How every row and polygon was matched.
    checks : tuple of Check
        The stated totals against the sums.
    stated : tuple of Stated
    places : tuple of Place
    annotations : tuple of Annotation
    plane : Plane
        Where the districts come to lie on the map.
    periods : tuple of Period
        In the order of time, on a map that has some: `measures` are those of the one in view.
    period : str
        The one in view; empty on a map of one time.
    wording : MapSpec or None
        The spec before the period was filled into its texts; None on a map of one time.
    read : tuple of Problem
        What the map-maker should know of how the polygons were read and repaired.
    carved : tuple of str
        Codes of zones that were cut out of their hosts.
    matched : bool
        Neighbours are known to share the vertices of their common borders.
    tolerance_m : float
        Of the generalization of the outlines, metres; 0 for none.
    kept : str
        Key of the polygons, of builds that keep them on this machine; else empty.
    """

    spec: MapSpec
    name: str
    districts: gpd.GeoDataFrame
    measures: tuple[Measure, ...]
    joined: Joined
    checks: tuple[Check, ...]
    stated: tuple[Stated, ...]
    places: tuple[Place, ...]
    plane: Plane
    read: tuple[Problem, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    periods: tuple[Period, ...] = ()
    period: str = ""
    wording: MapSpec | None = None
    carved: tuple[str, ...] = ()
    tolerance_m: float = 0.0
    matched: bool = False
    kept: str = ""

    #: What `save` calls. `geo` puts it here: a map knows none of its renderers.
    saver: ClassVar[Callable[[Choropleth, Path | str], Path] | None] = None
    #: What notebooks other than Jupyter ask, by the name that they all know; put here likewise.
    shower: ClassVar[Callable[[Choropleth], str] | None] = None

    def __repr__(self) -> str:
        """One line: what a shell shows, where frames and figures would be screens of text."""
        measures = ", ".join(m.id for m in self.measures)
        return f"<Choropleth {self.name!r}: {len(self.districts)} districts; {measures}>"

    def _repr_html_(self) -> str | None:
        """Return the map as HTML for a notebook, marimo's for one; None if nothing can draw it."""
        return None if Choropleth.shower is None else Choropleth.shower(self)

    @cached_property
    def words(self) -> Catalogue:
        """The texts of the interface: the language's, with what the map-maker words otherwise."""
        spec = self.spec
        return Catalogue(
            spec.language, spec.units, spec.texts, numerals_of(spec.language, spec.house.numbers)
        )

    @cached_property
    def approval(self) -> str:
        """The line with the map approval number, or that there is none; may be empty."""
        if self.spec.approval:
            return self.words.say("approval", number=self.spec.approval)
        if self.spec.approval_note is not None:
            return self.spec.approval_note
        # In China every published map is reviewed, elsewhere those of other countries are not.
        needed = self.spec.language in {"zh", "zh-CN"} or is_chinese(self.districts)
        return self.words["approval_missing"] if needed else ""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The districts' names in the map's language, as far as the data know them."""
        return shown_names(self.districts, self.spec.language)

    @cached_property
    def rows(self) -> tuple[dict[Hashable, Any], ...]:
        """The districts without their polygons, a mapping of column to value each, in order."""
        # A row taken from the frame costs 0.1 ms, and page and embed take several of each district.
        names = [*self.districts.columns.drop(self.districts.geometry.name)]
        rows = zip(*(self.districts[name].tolist() for name in names), strict=True)
        return tuple(dict(zip(names, row, strict=True)) for row in rows)

    def name_of(self, name: str) -> str:
        """Return a name of the data in the map's language; one of no district as it is."""
        return self._names_by_name.get(name, name)

    @cached_property
    def _names_by_name(self) -> dict[str, str]:
        return dict(zip(self.districts["name"], self.names, strict=True))

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What the map-maker should know: how all was read, and what is yet to be written."""
        stated = (
            mark_note(f"totals, {s.label}", s.column, s.figure)
            for s in self.stated
            if s.figure.mark
        )
        return (*unfinished(self.spec), *self.read, *self.joined.notes, *stated)

    def measure(self, measure_id: str = "") -> Measure:
        """Return a measure by its id; the first one for an empty id.

        Raises
        ------
        MapError
            If no measure has that id.
        """
        # The first measure is what readers see first, and what every output defaults to.
        found = {"": self.measures[0]} | {m.id: m for m in self.measures}
        if measure_id not in found:
            remedy = did_you_mean(measure_id, (m.id for m in self.measures))
            raise MapError(Problem(self.name, f"has no measure {measure_id!r}", remedy))
        return found[measure_id]

    def save(self, path: Path | str) -> Path:
        """Write one file of the map, of the kind that its name ends in.

        Parameters
        ----------
        path : Path or str
            ``.html`` the page, ``.png``, ``.svg``, ``.pdf`` or ``.tiff`` the first plate,
            ``.geojson`` or ``.csv`` the data.

        Returns
        -------
        Path

        Raises
        ------
        MapError
            If the ending is another one, or the file cannot be written.

        Examples
        --------
        >>> geo.build("maps/weifang.toml").save("weifang.pdf")
        """
        if Choropleth.saver is None:
            remedy = "Take the map from geo.build or geo.map_table, or call geo.export.save."
            raise MapError(Problem(str(path), "nothing that draws a map is loaded", remedy))
        return Choropleth.saver(self, path)

    def to_frame(self) -> gpd.GeoDataFrame:
        """Return the districts with the figures of the map, to go on with.

        Returns
        -------
        GeoDataFrame
            EPSG:4326, in the order of the map: ``code``, ``name``, ``area_km2`` (as the polygons
            have it), then of each measure ``id``, its figure as shown (NaN without a value), and
            ``id_class`` (from 1; missing without a value); at last ``geometry``. Of a map with
            periods these are of the one in view.
        """
        columns: dict[str, Any] = {}
        for m in self.measures:
            columns[m.id] = m.values
            columns[f"{m.id}_class"] = [
                None if c is None else c + 1 for c in m.symbology.classes.ids
            ]
        own = self.districts[["code", "name", "area_km2", "geometry"]]
        frame = own.assign(**columns)
        for m in self.measures:
            frame[f"{m.id}_class"] = frame[f"{m.id}_class"].astype("Int64")
        shape = frame.geometry.name
        return frame[[*frame.columns.drop(shape), shape]]

    def to_folium(self, measure_id: str = "") -> folium.Map:
        """Return a live folium map of a measure, to go on with: own markers, tiles, plugins.

        Parameters
        ----------
        measure_id : str
            The first measure by default.

        Returns
        -------
        folium.Map
            Without tiles, fitted to the districts. They are one layer, named as the measure, in
            the map's classes and colours, with tooltips; the legend lies over the map. A file
            saved from it asks content delivery networks for Leaflet, unlike the page.

        Raises
        ------
        MapError
            If no measure has that id.

        Examples
        --------
        >>> live = geo.build("maps/weifang.toml").to_folium("density")
        >>> folium.Marker([36.7, 119.2]).add_to(live)
        >>> live.save("density.html")
        """
        # folium takes longer to import than a map takes to build, and no other output needs it.
        from geo.choropleth.folium_map import folium_map

        return folium_map(self.districts, self.names, self.measure(measure_id), self.words)


def circles_id(choropleth: Choropleth) -> str:
    """Return the measure that circles show over a rate: the map-maker's, else the first total."""
    # Circles add up to the eye, so they show totals only; rates have the colours.
    totals = [m.id for m in choropleth.measures if m.kind == "total"]
    return choropleth.spec.page.circles or (totals[0] if totals else "")


#: Up to this many districts the largest circle has its usual size.
_CIRCLES = 300


def circle_scale(n: int) -> float:
    """Return what part of its usual radius the largest circle has among n districts."""
    # Of four times as many each has half the side: the circles overlap as much as before.
    return min(1.0, (_CIRCLES / n) ** 0.5) if n else 1.0


@dataclass(frozen=True, slots=True)
class Annotation:
    """A sentence about a place: EPSG:4326; `code` if that is a whole district, else empty."""

    text: str
    lon: float
    lat: float
    code: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A point of interest: EPSG:4326; `approximate` if only its district is known."""

    label: str
    code: str
    district: str
    lon: float
    lat: float
    approximate: bool
    text: str
    facts: tuple[str, ...]

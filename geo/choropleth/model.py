"""A finished map before any drawing: what every renderer reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.base.errors import MapError, Problem, did_you_mean
from geo.spec.model import MapSpec
from geo.symbology.measures import Measure
from geo.tables.printed import Stated

if TYPE_CHECKING:
    import geopandas as gpd

    from geo.tables.join import Joined
    from geo.tables.reconcile import Check


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
    """

    spec: MapSpec
    name: str
    districts: gpd.GeoDataFrame
    measures: tuple[Measure, ...]
    joined: Joined
    checks: tuple[Check, ...]
    stated: tuple[Stated, ...]
    places: tuple[Place, ...]

    def measure(self, measure_id: str = "") -> Measure:
        """Return a measure by its id; the first one for an empty id.

        Raises
        ------
        MapError
            If no measure has that id.
        """
        found = {"": self.measures[0]} | {m.id: m for m in self.measures}
        if measure_id not in found:
            remedy = did_you_mean(measure_id, (m.id for m in self.measures))
            raise MapError(Problem(self.name, f"has no measure {measure_id!r}", remedy))
        return found[measure_id]


def circles_id(choropleth: Choropleth) -> str:
    """Return the measure that circles show over a rate: the map-maker's, else the first total."""
    totals = [m.id for m in choropleth.measures if m.kind == "total"]
    return choropleth.spec.page.circles or (totals[0] if totals else "")


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

"""A spec for a press release that has none: what the text itself says, and nothing more."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from geo.base.catalogue import strings
from geo.base.errors import MapError, Problem
from geo.base.files import absolute
from geo.release.extract import read_release
from geo.release.model import Release
from geo.spec.boundaries import BoundariesSpec
from geo.spec.file import polygons_at
from geo.spec.measure import MeasureSpec
from geo.spec.model import MapSpec, TableSpec
from geo.tables.resolution import COUNTED

_TITLE_LENGTH = 60
_DECIMALS = 2


def spec_for_release(path: Path, area: str, *, zones: Path | None = None) -> MapSpec:
    """Return a spec that maps the figures of a press release.

    Parameters
    ----------
    path : Path
        The release. Its first line is the title, its name the source.
    area : str
        A polygon file, or a code or name of the installed atlas.
    zones : Path, optional
        CSV of zones, carved where the polygons of the atlas lack them.

    Returns
    -------
    MapSpec
        A measure for every column the release fills, and investment per project if it has both.
        A unit of the text that is none of the districts is an error; a district without figures
        has no data.

    Raises
    ------
    MapError
        If the release cannot be read, or states no figures of districts.
    """
    release = read_release(path)
    columns = release.columns()
    if not columns:
        remedy = "Look at it with `geo extract --review`."
        raise MapError(Problem(str(path), "states no figures of districts", remedy))
    polygons = polygons_at(area)
    # A polygon file is taken as it is; only the atlas is known to lack the zones.
    carved = {"zones": absolute(zones)} if zones is not None and polygons["code"] else {}
    return MapSpec(
        title=_title(release),
        source=path.name,
        boundaries=BoundariesSpec.model_validate({**polygons, **carved}),
        # A release names those districts that have news; the others have no data.
        table=TableSpec(release=path, allow_districts=("*",)),
        measures=_measures(columns),
    )


def _title(release: Release) -> str:
    first = next((line.strip() for line in release.text.splitlines() if line.strip()), "")
    # A plate takes no longer title, and some releases come as one long paragraph.
    return first if len(first) <= _TITLE_LENGTH else f"{first[: _TITLE_LENGTH - 1]}…"


def _measures(columns: Mapping[str, str]) -> tuple[MeasureSpec, ...]:
    words = strings("zh")
    totals = [
        MeasureSpec(
            id=column,
            label=words.get(f"column_{column}", column),
            unit=unit,
            kind="total",
            column=column,
            # There is no half project.
            decimals=0 if unit in COUNTED else _DECIMALS,
        )
        for column, unit in columns.items()
    ]
    if not {"investment", "projects"} <= set(columns):
        return tuple(totals)
    rate = MeasureSpec(
        id="per_project",
        label=words["column_per_project"],
        unit=f"{columns['investment']}/{columns['projects']}",
        kind="rate",
        numerator="investment",
        denominator="projects",
        decimals=_DECIMALS,
    )
    return (*totals, rate)

"""A spec for a press release that has none: what the text itself says, and nothing more."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from geo.base.catalogue import strings
from geo.base.errors import MapError, Problem
from geo.release.extract import read_release
from geo.release.model import Release
from geo.spec.file import polygons_at
from geo.spec.model import BoundariesSpec, MapSpec, MeasureSpec, TableSpec

#: Zones that the desk knows, carved where the polygons of the atlas lack them.
ZONES = Path("data/boundaries/zones.csv")
_TITLE_LENGTH = 60


def spec_for_release(path: Path, area: str) -> MapSpec:
    """Return a spec that maps the figures of a press release.

    Parameters
    ----------
    path : Path
        The release. Its first line is the title, its name the source.
    area : str
        A polygon file, or a code of the installed atlas; zones come from `ZONES` if that is there.

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
    zones = {"zones": ZONES.resolve()} if ZONES.is_file() and area.isdigit() else {}
    return MapSpec(
        title=_title(release),
        source=path.name,
        boundaries=BoundariesSpec.model_validate({**polygons_at(area), **zones}),
        table=TableSpec(release=path, allow_districts=("*",)),
        measures=tuple(MeasureSpec.model_validate(m) for m in _measures(columns)),
    )


def _title(release: Release) -> str:
    first = next((line.strip() for line in release.text.splitlines() if line.strip()), "")
    return first if len(first) <= _TITLE_LENGTH else f"{first[: _TITLE_LENGTH - 1]}…"


def _measures(columns: Mapping[str, str]) -> list[dict[str, Any]]:
    words = strings("zh")
    measures: list[dict[str, Any]] = [
        {
            "id": column,
            "label": words.get(f"column_{column}", column),
            "unit": unit,
            "kind": "total",
            "column": column,
            "decimals": 0 if unit in ("个", "项", "宗", "家") else 2,
        }
        for column, unit in columns.items()
    ]
    if {"investment", "projects"} <= set(columns):
        measures.append(
            {
                "id": "per_project",
                "label": words["column_per_project"],
                "unit": f"{columns['investment']}/{columns['projects']}",
                "kind": "rate",
                "numerator": "investment",
                "denominator": "projects",
                "decimals": 2,
            }
        )
    return measures

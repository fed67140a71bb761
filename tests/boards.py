"""A dashboard of small maps: two measures of the same squares, and one place that only one has."""

from __future__ import annotations

from geo.choropleth.dashboard import Dashboard, gathered
from geo.spec.dashboard import DashboardSpec
from tests.small import small_map

NAN = float("nan")


def board(*maps, title="Both", language="en", **given) -> Dashboard:
    made = maps or (
        small_map(["Zoe", "Évora", "Ann"], [1, 2, NAN], language, title="First", label="Rate"),
        small_map(["Évora", "Ann", "Bea"], [30, 40, 50], language, title="Second", label="Share"),
    )
    pages = [{"spec": "m.toml"}] * len(made)
    return gathered(DashboardSpec(title=title, pages=pages, **given), "both", made)

"""Maps of a few squares, for what Weifang's figures do not show."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
from shapely.geometry import box

from geo.choropleth.model import Choropleth
from geo.choropleth.pipeline import assemble
from geo.districts.boundaries import Reading, districts_from_frame
from geo.spec.measure import MeasureSpec
from geo.spec.model import MapSpec, TableSpec
from geo.spec.plane import PlaneSpec
from geo.spec.style import StyleSpec
from geo.tables.reader import table_from_frame
from geo.tables.table import Table
from tests.frames import column


def squares(names, columns=3) -> gpd.GeoDataFrame:
    """Squares of a tenth of a degree side by side, rows of `columns`."""
    places = [divmod(i, columns) for i in range(len(names))]
    shapes = [box(119 + x / 10, 36 - y / 10, 119.1 + x / 10, 36.1 - y / 10) for y, x in places]
    return gpd.GeoDataFrame({"name": list(names)}, geometry=shapes, crs=4326)


def small_map(
    names, values, language="zh", title="t", columns=3, house=None, **measure
) -> Choropleth:
    """A map of one measure `a`; NaN is no data."""
    frame = squares(names, columns).assign(a=np.asarray(values, dtype=float))
    given = {"id": "a", "label": "Rate", "unit": "%", "kind": "rate", "column": "a"} | measure
    measures = (MeasureSpec(**given),)
    house = house or StyleSpec()
    spec = MapSpec(title=title, source="s", language=language, measures=measures, house=house)
    districts = districts_from_frame(frame, source="data", name="name")
    return assemble(
        spec,
        "small",
        Reading(districts),
        table_from_frame(frame, key="name", columns={"a": given["unit"]}),
        (),
    )


def timely_map(rows, *, totals=(), names=(), language="en", spec=None, **measure) -> Choropleth:
    """A map of squares with periods: `rows` are (district, period, figure); None is no data."""
    keys, periods, figures = zip(*rows, strict=True)
    frame = squares(list(names) or list(dict.fromkeys(keys)))
    given = {"id": "a", "label": "Rate", "unit": "%", "kind": "rate", "column": "a"} | measure
    measures = given.pop("measures", ({},))
    made = MapSpec(
        **{"title": "T", "source": "s", "language": language} | (spec or {}),
        table=TableSpec(period="year"),
        measures=tuple(
            MeasureSpec(**(own if own.get("kind") == "bivariate" else given | own))
            for own in measures
        ),
    )
    lines = tuple(range(2, len(rows) + 2))
    table = Table(keys, lines, {"a": column(*figures, unit="%")}, "t.csv", (), periods)
    districts = districts_from_frame(frame, source="data", name="name")
    return assemble(made, "small", Reading(districts), table, totals)


def map_of(shapes, values, names=(), language="zh", plane=None, **measure) -> Choropleth:
    """A map of given shapes, A, B, C … or `names`: a total `v` and the same figures as a `rate`."""
    letters = [chr(65 + i) for i in range(len(values))]
    codes = [f"{i:06d}" for i in range(len(values))]
    frame = gpd.GeoDataFrame(
        {"code": codes, "name": list(names) or letters, "v": np.asarray(values, dtype=float)},
        geometry=list(shapes),
        crs=4326,
    )
    total = {"id": "v", "label": "总数", "unit": "个", "kind": "total", "column": "v"} | measure
    measures = (MeasureSpec(**total), MeasureSpec(**total | {"id": "rate", "kind": "rate"}))
    spec = MapSpec(
        title="一张小图",
        source="手工",
        language=language,
        measures=measures,
        map=plane or PlaneSpec(),
    )
    districts = districts_from_frame(frame, source="data")
    table = table_from_frame(frame, key="code", columns={"v": total["unit"]})
    return assemble(spec, "small", Reading(districts), table, ())

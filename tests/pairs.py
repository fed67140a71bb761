"""Maps of a few squares that show two measures at once."""

from __future__ import annotations

import numpy as np

from geo.choropleth.model import Choropleth
from geo.choropleth.pipeline import assemble
from geo.districts.boundaries import Reading, districts_from_frame
from geo.spec.measure import MeasureSpec
from geo.spec.model import MapSpec
from geo.tables.reader import table_from_frame
from tests.small import squares

ONE = {"id": "a", "label": "Income", "unit": "kr", "kind": "total", "column": "a", "decimals": 0}
OTHER = {"id": "b", "label": "Jobs", "unit": "", "kind": "rate", "column": "b", "decimals": 0}
BOTH = {"id": "both", "label": "Both", "kind": "bivariate", "x": "a", "y": "b"}


def pair_map(a, b, *, one=None, other=None, both=None, language="en") -> Choropleth:
    """A map of `both`, `a` and `b`; NaN is no data. Own breaks 10, 20, 30 unless told otherwise."""
    names = [chr(65 + i) for i in range(len(a))]
    frame = squares(names).assign(a=np.asarray(a, dtype=float), b=np.asarray(b, dtype=float))
    own = {"scheme": "own", "breaks": (10, 20, 30)}
    specs = (BOTH | (both or {}), ONE | own | (one or {}), OTHER | own | (other or {}))
    spec = MapSpec(
        title="t",
        source="s",
        language=language,
        measures=tuple(MeasureSpec(**given) for given in specs),
    )
    districts = districts_from_frame(frame, source="data", name="name")
    table = table_from_frame(frame, key="name", columns={"a": "kr", "b": ""})
    return assemble(spec, "small", Reading(districts), table, ())


def faded_map(a, b, **one) -> Choropleth:
    """A map of `a` that fades where `b` is low."""
    return pair_map(a, b, one={"alpha": "b"} | one)

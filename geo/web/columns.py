"""The data block of very many districts: what nobody outside is promised stands in columns.

Under one key a district, columns compress to half of what rows take; the script puts them back
(`data.js`). What the page promises to others stays where it is: see `contract.MapData`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from geo.symbology.measures import ranks
from geo.web.assets import sizes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.web.contract import MapData

#: Of a district, for the page's own script alone.
_KEYS = ("search", "area", "at")


def in_columns(data: MapData) -> Mapping[str, object]:
    """Return the data as the block has them: of few districts as they are.

    Parameters
    ----------
    data : MapData
        Stays as it is.

    Returns
    -------
    mapping
        Of very many districts, with ``columns``, and without the ranks that follow from the values:
        a sort in the page is quicker than what they weigh.
    """
    districts = data["districts"]
    if len(districts) <= sizes().many:
        return data
    return {
        **data,
        "districts": [{k: v for k, v in d.items() if k not in _KEYS} for d in districts],
        "measures": [
            {k: v for k, v in m.items() if k != "ranks" or not _follow(data, m["id"])}
            for m in data["measures"]
        ],
        "columns": {key: [dict(d)[key] for d in districts] for key in _KEYS},
    }


def _follow(data: MapData, measure_id: str) -> bool:
    """Whether the ranks of a measure are those of its values: not of two measures in one."""
    values = [d["values"][measure_id] for d in data["districts"]]
    given = next(m["ranks"] for m in data["measures"] if m["id"] == measure_id)
    return tuple(given) == ranks(np.array(values, dtype=float))

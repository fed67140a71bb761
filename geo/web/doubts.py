"""What rounding leaves open, in the data of the districts it concerns: the card shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.choropleth.doubts import doubt_texts

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.web.contract import DistrictData


def with_doubts(choropleth: Choropleth, districts: Sequence[DistrictData]) -> list[DistrictData]:
    """Return the districts' data with their sentences, if the spec asks for them.

    Parameters
    ----------
    choropleth : Choropleth
    districts : sequence of DistrictData, length n
    """
    if not choropleth.spec.page.doubts:
        return list(districts)
    texts = doubt_texts(choropleth)
    return [
        {**data, "doubts": texts[i]} if i in texts else data for i, data in enumerate(districts)
    ]

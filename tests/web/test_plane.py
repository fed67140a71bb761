"""Page and embed of the whole country have the inset that its plates have."""

from __future__ import annotations

import numpy as np
import shapely

from geo.spec.plane import PlaneSpec
from geo.web.drawing import draw
from geo.web.plane import web_plane
from tests.small import map_of

#: From Pamir to the Ussuri, and the north of Hainan with a reef.
COUNTRY = [
    shapely.box(73.6, 20.5, 135.0, 53.5),
    shapely.union(shapely.box(108.6, 18.1, 111.1, 20.2), shapely.box(112.2, 16.7, 112.4, 16.9)),
]


def test_the_country_has_an_inset_with_the_dashes_unless_the_map_maker_wants_none():
    """In place, the islands make the map half as high again; ten dashes are in either."""
    drawings = []
    for insets in ("auto", "none"):
        made = map_of(COUNTRY, [1, 2], plane=PlaneSpec(insets=insets))
        drawings.append(draw(made.districts, resolution=2000, plane=web_plane(made)))
    inset, plain = drawings
    assert (len(inset.frames), len(plain.frames)) == (1, 0)
    assert inset.height < plain.height
    assert plain.sea.count("M") == 10
    # Those north of 20°N are in both.
    assert inset.sea.count("M") >= 10
    (x, y, wide, high) = inset.frames[0]
    assert np.all((x >= 0, x + wide <= inset.width, y >= 0, y + high <= inset.height))


def test_any_other_map_has_its_own_plane():
    made = map_of([shapely.box(0, 0, 1, 1)], [1])
    assert web_plane(made) is made.plane

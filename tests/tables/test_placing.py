"""Records lie in the district that their point says, in any datum."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from geo.base.errors import MapError
from geo.geometry.datum import gcj02_from_wgs84
from geo.tables.cells import Findings
from geo.tables.placing import placer
from geo.tables.question import Question
from geo.tables.streams import Batch
from tests.frames import districts

SQUARES = districts({"370702": "潍城区", "370705": "奎文区", "370772": "滨海区"})


def placed(crs="", **columns):
    table = pa.table(columns)
    batch = Batch("r.csv", np.arange(2, 2 + table.num_rows), table, ",", crs)
    found = Findings()
    at, why = placer(SQUARES, Question(), few=True)(batch, found)
    return at.tolist(), [str(why(i)) for i in np.flatnonzero(at < 0)], found


def test_a_point_on_a_border_is_in_the_first_district_only():
    """Where two meet, and where a square touches a corner of another."""
    at, _, _ = placed(lon=[0.0, 1.0, 1.0, 2.0, 3.0], lat=[0.5, 0.5, 1.0, 0.0, 0.5])
    assert at == [0, 0, 0, 1, 2]


@pytest.mark.parametrize("few", [True, False])
def test_points_of_gcj02_and_bd09_are_moved_back(few):
    """The border between two squares at 119° is moved by some 500 m in both, to the east."""
    frame = SQUARES.assign(geometry=SQUARES.translate(118, 36))
    x, y = np.array([118.999, 119.001]), np.array([36.5, 36.5])
    a, b = gcj02_from_wgs84(x, y)
    # Baidu's own step from GCJ-02, as it is published.
    z = np.hypot(a, b) + 2e-5 * np.sin(b * np.pi * 3000 / 180)
    theta = np.arctan2(b, a) + 3e-6 * np.cos(a * np.pi * 3000 / 180)
    for crs, u, v in (("gcj02", a, b), ("bd09", z * np.cos(theta) + 0.0065,
                                        z * np.sin(theta) + 0.006)):  # fmt: skip
        assert u[0] > 119  # unmoved, it would be in the other
        batch = Batch("r.csv", np.arange(2), pa.table({"lon": u, "lat": v}))
        at, _ = placer(frame, Question(crs=crs), few=few)(batch, Findings())
        assert at.tolist() == [0, 1], crs


def test_coordinates_beyond_the_globe_are_problems_of_their_own():
    _, why, found = placed(lon=[36.5, None], lat=[119.1, 0.5])
    assert [str(problem) for problem in found.kept] == [
        "r.csv, row 2: lat 119.1 is beyond ±90°. Write degrees; look whether the axes are swapped."
    ]
    assert why[1].startswith("r.csv, row 3: has no coordinates.")


def test_a_crs_that_is_none_is_refused_before_anything_is_read():
    with pytest.raises(MapError) as error:
        placer(SQUARES, Question(crs="EPSG:0"), few=True)
    assert str(error.value) == (
        "'EPSG:0' is no CRS. Write wgs84, gcj02, bd09 or a code such as EPSG:4490."
    )

"""Scale bars, measured on the ellipsoid from what the SVG shows."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from pyproj import Geod, Transformer

from geo.geometry.projection import local_crs
from geo.plate.compose import compose
from geo.plate.marks.scalebar import north_arrow, scale_bar
from geo.plate.sheet import Area, Sheet, Strokes
from geo.plate.subject import subject_of
from geo.plate.view import View
from geo.spec.plate import PlateSpec
from tests.plate.plates import PRESETS, sheet, subject
from tests.small import map_of
from tests.weifang import weifang

GEOD = Geod(ellps="WGS84")


def bars(drawn: Sheet) -> list[tuple[float, float]]:
    """Every scale bar: millimetres, and the metres written over it; the inset's first."""
    found = []
    for i, mark in enumerate(drawn.marks):
        if isinstance(mark, Strokes) and len(mark.paths) == 1 and len(mark.paths[0]) == 4:
            number, unit = drawn.marks[i + 1].text.split()
            metres = float(number.replace(",", "")) * {"公里": 1000, "米": 1}[unit]
            found.append((float(np.ptp(mark.paths[0][:, 0])), metres))
    return sorted(found, key=lambda bar: bar[1])


def true_length(drawn: Sheet, districts, bar_mm: float) -> float:
    """Metres of a bar laid level through the middle of the districts as they are drawn."""
    plane = local_crs(districts)
    west, south, east, north = districts.to_crs(plane).total_bounds
    rings = [ring for m in drawn.marks if isinstance(m, Area) and m.code for ring in m.rings]
    codes = len(districts)
    main = np.vstack([r for m in [m for m in drawn.marks if isinstance(m, Area) and m.code][:codes]
                      for r in m.rings])  # fmt: skip
    assert rings
    metres_a_mm = (east - west) / np.ptp(main[:, 0])
    half, x, y = bar_mm * metres_a_mm / 2, (west + east) / 2, (south + north) / 2
    back = Transformer.from_crs(plane, 4326, always_xy=True)
    (lon0, lat0), (lon1, lat1) = back.transform(x - half, y), back.transform(x + half, y)
    return GEOD.inv(lon0, lat0, lon1, lat1)[2]


@pytest.mark.parametrize("size", PRESETS)
def test_the_bar_is_true_at_the_middle_of_weifang(size: str):
    drawn = sheet(size=size)
    length, metres = bars(drawn)[-1]
    assert true_length(drawn, weifang().districts, length) == pytest.approx(metres, rel=0.01)


@pytest.mark.parametrize("latitude", [22, 35, 50])
def test_the_bar_is_true_at_the_middle_of_a_wide_map(latitude: int):
    """40 degrees of longitude on Albers' projection, at low and high latitudes."""
    shapes = [shapely.box(80 + 20 * i, latitude - 4, 100 + 20 * i, latitude + 4) for i in range(2)]
    shapes = list(shapely.segmentize(np.array(shapes), 0.5))
    wide = map_of(shapes, [1, 2])
    drawn = compose(subject_of(wide, PlateSpec(inset=False), "plates[1]"))
    (length, metres), *_ = bars(drawn)
    assert true_length(drawn, wide.districts, length) == pytest.approx(metres, rel=0.01)


def test_an_inset_has_a_bar_of_its_own_at_its_own_scale():
    (small, near), (large, far) = bars(sheet(size="two-columns"))
    assert near / small < far / large / 1.7


def test_a_bar_fits_its_place():
    for size in PRESETS:
        for length, _ in bars(sheet(size=size)):
            assert 4 < length < sheet(size=size).width / 3


@pytest.mark.parametrize(
    ("metres_per_mm", "text"), [(1000, "20 公里"), (249, "2 公里"), (250, "5 公里"), (35, "500 米")]
)
def test_a_bar_is_as_long_as_a_round_length_of_20_millimetres_at_most(
    metres_per_mm: float, text: str
):
    bar, words = scale_bar(metres_per_mm, 20, subject(size="column").style).marks
    assert words.text == text
    number, unit = text.split()
    metres = float(number) * {"公里": 1000, "米": 1}[unit]
    assert np.ptp(bar.paths[0][:, 0]) == pytest.approx(metres / metres_per_mm)


def test_the_north_arrow_points_along_the_meridian_not_up_the_page():
    """3 degrees east of its meridian at 36° N, grid north is 1.8 degrees from true north."""
    ground = subject(size="column").ground
    forward = Transformer.from_crs(4326, ground.plane.crs, always_xy=True)
    x, y = forward.transform(123.0, 36.0)
    view = View(1e-3, x, y, 0, 0)
    arrow = north_arrow(ground, view, 0, 0, subject(size="column").style)
    tip, _, notch = arrow.marks[0].rings[0]
    turn = np.degrees(np.arctan2(tip[0] - notch[0], notch[1] - tip[1]))
    assert turn == pytest.approx(-3 * np.sin(np.radians(36)), abs=0.05)

import numpy as np
import pytest
import shapely
from pyproj import CRS

from geo.geometry.extent import Extent
from geo.geometry.flat import Flat, flattened
from geo.geometry.plane import Panel, Plane, has_constant_scale
from geo.geometry.projection import to_plane


def array(*shapes):
    return np.array(shapes, dtype=object)


def crs(text):
    return CRS.from_user_input(f"{text} +datum=WGS84 +units=m +type=crs")


WORLD = crs("+proj=eqearth +lon_0=11")
LATITUDES = shapely.box(-180, -60, 180, 60)


@pytest.mark.parametrize(
    ("plane", "box", "constant"),
    [
        (WORLD, LATITUDES, False),
        (CRS.from_epsg(5070), shapely.box(-124, 25, -67, 49), True),
        (CRS.from_epsg(3857), shapely.box(0, 0, 10, 70), False),
        (CRS.from_epsg(4549), shapely.box(118, 35, 120, 37), True),
    ],
)
def test_a_scale_bar_is_for_a_plane_whose_scale_is_constant(plane, box, constant):
    fine = shapely.segmentize(box, 1)
    assert has_constant_scale(Plane((Panel(plane),)), array(fine)) is constant


def inset() -> Plane:
    main = Panel(CRS.from_epsg(5070))
    far = Panel(
        CRS.from_epsg(3338), (Extent(172, 51, 230, 72),), 0.5, x=-2e6, y=1e5,
        frame=Extent(-3.2e6, 2e5, -1.1e6, 1.5e6),
    )  # fmt: skip
    return Plane((main, far))


def test_parts_go_to_their_panels_at_their_scale():
    alaska, kansas = shapely.box(-155, 62, -150, 64), shapely.box(-100, 37, -96, 40)
    whole = inset().shapes(array(shapely.MultiPolygon([alaska, kansas])))[0]
    own = to_plane([alaska], CRS.from_epsg(3338))[0].area / 4
    assert sorted(part.area for part in whole.geoms)[0] == pytest.approx(own, rel=0.01)


def test_points_come_back_from_the_panel_they_lie_in():
    lon, lat = np.array([-152.0, -98.0, 178.0]), np.array([63.0, 38.0, 52.0])
    plane = inset()
    back = plane.degrees(plane.points(lon, lat))
    assert back[:2] == pytest.approx(np.column_stack([lon, lat])[:2])


def test_a_box_may_reach_beyond_180():
    far = inset().insets[0]
    assert far.has(np.array([178.0, -179.0, -100.0]), np.array([52.0, 52.0, 52.0])).tolist() == [
        True, True, False]  # fmt: skip


def test_the_same_shapes_are_laid_flat_once(monkeypatch):
    """Names and outlines of a map are both made of them; another list with one more is another."""
    squares = shapely.box(np.arange(3.0), 0.0, np.arange(3.0) + 1, 1.0)
    asked = []
    monkeypatch.setattr(
        "geo.geometry.plane.laid_flat",
        lambda shapes, _: asked.append(len(shapes)) or Flat(shapes, whole=True),
    )
    plane = Plane((Panel(CRS.from_epsg(4326)),))
    first = plane.shapes(squares)
    first[0] = None  # the caller's own
    assert plane.shapes(squares.copy()).tolist() == squares.tolist()
    assert plane.shapes(squares[:2]).tolist() == squares[:2].tolist()
    assert asked == [3, 2]


def test_what_a_plane_has_laid_flat_is_taken_from_it_once_it_has_insets(monkeypatch):
    """Unless it had to cut something: then parts are others, and are laid flat on their own."""
    far = shapely.box(-155, 62, -150, 64)
    laid = []
    own = flattened
    monkeypatch.setattr(
        "geo.geometry.plane.flattened",
        lambda shapes, plane: laid.append(plane.to_epsg()) or own(shapes, plane),
    )
    cut = shapely.box(83, 37, 85, 40)  # the plane ends half a turn from 96°W
    for shape, anew in ((shapely.box(-100, 37, -96, 40), []), (cut, [5070])):
        both = array(shapely.MultiPolygon([far, shape]), shape)
        plain = inset().shapes(both)
        laid.clear()
        alone = Plane((inset().panels[0],))
        found = Plane(inset().panels, alone=alone).shapes(both)
        assert shapely.equals_exact(found, plain).all()
        assert laid == [*anew, 3338]

import geopandas as gpd
import pytest
import shapely

from geo.base.errors import MapError
from geo.districts.plane import map_plane
from geo.spec.plane import InsetSpec, PlaneSpec

KANSAS = shapely.box(-102, 37, -94, 40)
MAINE, OREGON = shapely.box(-70, 44, -68, 47), shapely.box(-124, 42, -117, 46)
ALASKA = shapely.MultiPolygon([shapely.box(-165, 58, -141, 70), shapely.box(173, 52, 180, 53)])
HAWAII = shapely.box(-156, 19, -155, 20)


def frame(*shapes):
    names = [chr(65 + i) for i in range(len(shapes))]
    return gpd.GeoDataFrame({"name": names}, geometry=list(shapes), crs=4326)


def test_alaska_shrinks_hawaii_keeps_the_scale_or_grows_and_neither_covers_land():
    districts = frame(KANSAS, MAINE, OREGON, ALASKA, HAWAII)
    plane = map_plane(districts, PlaneSpec())
    assert [panel.name for panel in plane.insets] == ["Alaska", "Hawaii"]
    alaska, hawaii = plane.insets
    assert alaska.scale < 1 <= hawaii.scale
    drawn = plane.shapes(districts.geometry.to_numpy())
    land = shapely.union_all(drawn[:3])
    for panel, shape in zip(plane.insets, drawn[3:], strict=True):
        assert panel.frame.polygon.contains(shape)
        assert not panel.frame.polygon.intersects(land)


def test_without_insets_everything_is_in_one_plane():
    districts = frame(KANSAS, ALASKA, HAWAII)
    assert map_plane(districts, PlaneSpec(insets="none")).insets == ()


def test_an_inset_of_ones_own_has_its_scale_and_corner():
    own = InsetSpec(name="Maine", bounds=(-71, 43, -66, 48), scale=3, corner="ne")
    plane = map_plane(frame(KANSAS, MAINE), PlaneSpec(insets=(own,)))
    (panel,) = plane.insets
    assert (panel.name, panel.scale) == ("Maine", 3)


def test_a_projection_goes_by_its_name():
    plane = map_plane(frame(KANSAS), PlaneSpec(projection="Albers USA"))
    assert plane.crs.to_epsg() == 5070


def test_a_plane_that_cannot_show_a_district_is_refused():
    with pytest.raises(MapError) as error:
        map_plane(
            frame(KANSAS, shapely.box(80, -40, 85, -38)),
            PlaneSpec(projection="+proj=ortho +lat_0=38 +lon_0=-98"),
        )
    assert str(error.value) == (
        "map.projection: unknown cannot show 1 of 2 districts: B. "
        'For the whole world, write "equal earth".'
    )


def test_a_plane_has_to_show_what_is_drawn_alone():
    """Generalized outlines have fewer vertices, millions of which take a second to project."""
    whole = frame(shapely.segmentize(KANSAS, 0.1), MAINE)
    askew = frame(KANSAS, shapely.box(80, -40, 85, -38))
    view = PlaneSpec(projection="+proj=ortho +lat_0=38 +lon_0=-98")
    assert map_plane(whole, view, frame(KANSAS, MAINE)).panels == map_plane(whole, view).panels
    with pytest.raises(MapError):
        map_plane(whole, view, askew)


HAINAN = shapely.box(109, 18.5, 110.5, 20)
REEF, NORTHERN_REEF = shapely.box(112, 16, 112.5, 16.5), shapely.box(112.9, 19.4, 113, 19.5)


def test_hainan_has_its_islands_in_a_frame_that_shows_the_island_again():
    districts = frame(HAINAN, REEF, NORTHERN_REEF)
    plane = map_plane(districts, PlaneSpec())
    (panel,) = plane.insets
    island, *reefs = plane.shapes(districts.geometry.to_numpy())
    assert len(island.geoms) == 2
    small = min(island.geoms, key=lambda part: part.area)
    assert all(panel.frame.polygon.contains(shape) for shape in (small, *reefs))
    assert not panel.frame.polygon.intersects(max(island.geoms, key=lambda part: part.area))

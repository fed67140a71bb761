"""What a map of the whole country shows in the south."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely

from geo.districts.plane import map_plane
from geo.districts.sea import (
    dashes,
    inset_dashes,
    is_national,
    mainland,
    sea_frame,
    south_china_sea,
    with_sea_inset,
)
from geo.geometry.projection import local_crs
from geo.spec.plane import InsetSpec, PlaneSpec

HAINAN, XISHA = shapely.box(108.6, 18.1, 111.1, 20.2), shapely.box(112.2, 16.7, 112.4, 16.9)
NORTH = shapely.box(73.5, 20.5, 135.1, 53.6)
COUNTRY = gpd.GeoDataFrame(geometry=[NORTH, shapely.union_all([HAINAN, XISHA])], crs=4326)
PLANE = local_crs(COUNTRY)


def test_the_south_china_sea_has_its_ten_dashes():
    dashes = south_china_sea()
    assert len(dashes) == 10
    assert set(dashes.geom_type) == {"LineString"}
    assert np.round(dashes.total_bounds).tolist() == [108, 3, 123, 25]


def test_the_whole_country_is_told_from_a_province():
    assert is_national(COUNTRY)
    assert not is_national(COUNTRY.iloc[1:])


def test_the_islands_of_the_inset_are_not_on_the_main_map():
    north, south = mainland(COUNTRY, PLANE)
    back = gpd.GeoSeries([north, south], crs=PLANE).to_crs(4326)
    assert np.round(back[0].bounds, 6).tolist() == [73.5, 20.5, 135.1, 53.6]
    assert np.round(back[1].bounds, 6).tolist() == [108.6, 18.1, 111.1, 20.2]


def test_a_district_of_such_islands_alone_is_empty_on_the_main_map():
    alone = gpd.GeoDataFrame(geometry=[XISHA], crs=4326)
    assert mainland(alone, PLANE)[0].is_empty


def test_the_main_map_has_the_dashes_north_of_20_degrees():
    found = dashes(PLANE)
    assert (len(found.main), len(found.all)) == (2, 10)


def test_the_inset_holds_every_dash_but_the_one_east_of_taiwan():
    frame = shapely.box(*sea_frame(PLANE))
    inside = [frame.contains(dash) for dash in dashes(PLANE).all]
    assert sum(inside) == 9


def test_a_map_of_hainan_has_the_dashes_in_its_inset():
    hainan = gpd.GeoDataFrame(
        {"name": ["a", "b"]},
        geometry=[shapely.box(109, 18.5, 110.5, 20), shapely.box(112, 16, 112.5, 16.5)],
        crs=4326,
    )
    plane = map_plane(hainan, PlaneSpec())
    lines = [line for line in inset_dashes(plane) if not line.is_empty]
    assert len(lines) >= 8
    assert all(plane.frames[0].polygon.buffer(1).contains(line) for line in lines)
    assert len(inset_dashes(map_plane(hainan.iloc[:1], PlaneSpec()))) == 0


def test_on_screens_too_the_country_has_the_sea_in_an_inset_south_east_of_it():
    """Islands are in its frame, dashes on the map or in it, the coasts around in both."""
    plain = map_plane(COUNTRY, PlaneSpec())
    made = with_sea_inset(COUNTRY, plain)
    (panel,) = made.insets
    frame = panel.frame.polygon
    north, south = made.shapes(COUNTRY.geometry.to_numpy())
    main, every = dashes(made.crs)
    held = shapely.union_all([*mainland(COUNTRY, made.crs), *main])
    assert not shapely.intersects(frame, held)
    assert panel.frame.west > shapely.total_bounds(held)[[0, 2]].mean()
    # Hainan on the map, and again beside the reef of Xisha; of the mainland its south.
    assert [shapely.intersects(frame, part) for part in shapely.get_parts(south)].count(False) == 1
    assert shapely.get_num_geometries(south) == 3
    assert shapely.get_num_geometries(north) == 2
    assert frame.buffer(1).contains(shapely.get_parts(north)[1])
    seen = shapely.intersects(frame, inset_dashes(made))
    assert len(main) + seen.sum() >= len(every)
    reef = shapely.points(made.points([112.3], [16.8]))
    assert frame.contains(reef).all()


def test_a_province_and_a_map_with_insets_of_its_own_keep_their_plane():
    plain = map_plane(COUNTRY, PlaneSpec())
    assert with_sea_inset(COUNTRY.iloc[:1].assign(geometry=[HAINAN]), plain) is plain
    own = map_plane(
        COUNTRY.assign(name=["n", "s"]),
        PlaneSpec(insets=(InsetSpec(bounds=(108, 18, 112, 20.4)),)),
    )
    assert with_sea_inset(COUNTRY, own) is own

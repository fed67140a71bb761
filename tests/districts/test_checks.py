"""Every finding about a polygon file, by itself."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geo.districts.checks import (
    empty_cells,
    feature,
    geometry_problems,
    overlap_problems,
    place_problems,
    repeated_values,
)

WEST, EAST = shapely.box(119, 36, 119.5, 36.5), shapely.box(119.5, 36, 120, 36.5)
BOWTIE = shapely.Polygon([(119, 36), (119.5, 36.5), (119.5, 36), (119, 36.5)])


def said(problems) -> list[str]:
    return [str(problem) for problem in problems]


def test_a_feature_is_called_by_its_number_and_its_name():
    assert feature("d.geojson", 3, "坊子区") == "d.geojson, feature 3 (坊子区)"
    assert feature("d.geojson", 3, "") == "d.geojson, feature 3"


@pytest.mark.parametrize(
    ("shape", "message"),
    [
        (WEST, None),
        (None, "has no geometry. Draw it or drop the feature."),
        (shapely.Polygon(), "has no geometry. Draw it or drop the feature."),
        (
            shapely.Point(119, 36),
            "is a Point, not a polygon. "
            "A choropleth map needs polygons. Drop the feature or turn it into one.",
        ),
        (
            shapely.from_wkt("POLYGON ((119 36, 120 36, 120 37, nan 37, 119 36))"),
            "has a vertex that is not a number, or of no place on Earth. "
            "Draw it anew: a vertex without a place cannot be repaired.",
        ),
        (
            shapely.from_wkt("POLYGON ((119 36, 120 36, 120 37, 1e308 37, 119 36))"),
            "has a vertex that is not a number, or of no place on Earth. "
            "Draw it anew: a vertex without a place cannot be repaired.",
        ),
        (
            BOWTIE,
            "polygon is invalid: self-intersection at 119.25 36.25. "
            "Repair it, for example with 'Fix geometries' in QGIS.",
        ),
    ],
)
def test_only_valid_polygons_are_fine(shape, message: str | None):
    found = geometry_problems("d.fgb", ["A"], gpd.GeoSeries([shape], crs=4326))
    assert said(found) == ([f"d.fgb, feature 1 (A): {message}"] if message else [])


def test_an_overlap_names_both_features_and_its_share():
    third = shapely.box(119.4, 36, 119.6, 36.5)
    found = overlap_problems("d.fgb", ["A", "B"], gpd.GeoSeries([WEST, third]))
    assert said(found) == [
        "d.fgb, feature 1 (A): overlaps feature 2 (B) by 50.0% of the smaller one. "
        "Keep one level of divisions, or cut one polygon from the other."
    ]
    assert overlap_problems("d.fgb", ["A", "B"], gpd.GeoSeries([WEST, EAST])) == []


def test_empty_cells_and_repeated_values_are_found_with_their_features():
    # The second feature of the file is on no map; the others keep their numbers.
    rows = pd.DataFrame({"code": ["1", "", "1"], "name": ["A", "B", "C"]}, index=[0, 2, 3])
    assert said(empty_cells("d.fgb", "code", rows)) == [
        "d.fgb, feature 3 (B): code is empty. Every district needs a code."
    ]
    assert said(repeated_values("d.fgb", "code", rows, "Merge them.")) == [
        "d.fgb, feature 4 (C): code '1' is already used by feature 1. Merge them."
    ]


@pytest.mark.parametrize(
    ("crs", "box", "stated", "message"),
    [
        (4326, (119, 36, 120, 37), False, None),
        (4326, (-10, 50, -9, 51), False, None),
        (
            4326,
            (36, 119, 37, 120),
            False,
            "axes are swapped: the first vertex is (37, 119). Write longitude, then latitude, "
            "for example with 'Swap X and Y coordinates' in QGIS.",
        ),
        (4326, (39, 76, 40, 77), True, None),
        (
            4549,
            (119, 36, 120, 37),
            False,
            "coordinates such as (120, 36) lie outside the area of EPSG:4549. "
            'They look like longitude and latitude: write crs = "EPSG:4326".',
        ),
        (
            4326,
            (0, 0, 960, 600),
            False,
            "coordinates such as (960, 0) lie outside the area of EPSG:4326. "
            "They look like the pixels of a drawing: take a file of longitudes and latitudes.",
        ),
    ],
    ids=["Weifang", "Ireland", "swapped", "unlikely but stated", "degrees in metres", "pixels"],
)
def test_coordinates_have_to_suit_the_crs(crs: int, box, stated: bool, message: str | None):
    found = place_problems("d.fgb", gpd.GeoSeries([shapely.box(*box)], crs=crs), stated=stated)
    assert said(found) == ([f"d.fgb: {message}"] if message else [])


def test_axes_that_can_only_be_swapped_are_seen_outside_china_too():
    """San Francisco as latitude, longitude: no latitude is -122."""
    swapped = gpd.GeoSeries([shapely.box(37, -123, 38, -122)], crs=4326)
    assert said(place_problems("d.geojson", swapped, stated=True)) == [
        "d.geojson: axes are swapped: the first vertex is (38, -123). Write longitude, then "
        "latitude, for example with 'Swap X and Y coordinates' in QGIS."
    ]

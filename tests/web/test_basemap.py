"""Tiles under the map: whose, with which key, and in whose datum the districts are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely

from geo.choropleth.model import Place
from geo.geometry.datum import gcj02_from_wgs84
from geo.spec.page import BasemapSpec
from geo.web.basemap import basemap, shifted
from tests.small import small_map


def with_basemap(provider):
    made = small_map("AB", [1, 2])
    place = Place("p", made.districts["code"].iat[0], "A", 119.05, 36.05, False, "", ())
    chosen = BasemapSpec(provider=provider, key="k&y")
    pages = made.spec.page.model_copy(update={"basemap": chosen})
    spec = made.spec.model_copy(update={"page": pages})
    return replace(made, spec=spec, places=(place,))


def test_without_a_provider_there_are_no_tiles():
    assert basemap(small_map("AB", [1, 2]).spec) is None


@pytest.mark.parametrize(("provider", "layers"), [("tianditu", 2), ("amap", 1)])
def test_every_layer_has_the_key_quoted_and_names_whose_it_is(provider, layers):
    tiles = basemap(with_basemap(provider).spec)
    assert len(tiles.layers) == layers
    for layer in tiles.layers:
        assert "k%26y" in layer["url"]
        assert all(slot in layer["url"] for slot in ("{s}", "{x}", "{y}", "{z}"))
        assert layer["options"]["attribution"].startswith("© ")
    assert tiles.crs.to_epsg() == 3857


def test_on_tianditu_nothing_moves():
    made = with_basemap("tianditu")
    districts, points = shifted(made, basemap(made.spec))
    assert districts is made.districts
    assert points == [(119.05, 36.05)]


def test_on_amap_borders_labels_and_points_move_by_the_same_formula():
    made = with_basemap("amap")
    districts, points = shifted(made, basemap(made.spec))
    xy = shapely.get_coordinates(made.districts.geometry.to_numpy())
    moved = shapely.get_coordinates(districts.geometry.to_numpy())
    assert np.allclose(moved, np.column_stack(gcj02_from_wgs84(*xy.T)), rtol=0, atol=1e-12)
    labels = made.districts[["label_lon", "label_lat"]].to_numpy()
    assert np.allclose(
        districts[["label_lon", "label_lat"]].to_numpy(),
        np.column_stack(gcj02_from_wgs84(*labels.T)),
        rtol=0,
        atol=1e-12,
    )
    assert points == [tuple(map(float, gcj02_from_wgs84(119.05, 36.05)))]

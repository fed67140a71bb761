"""The map as geopandas.GeoDataFrame.explore makes it."""

import sys

import geopandas as gpd
import pandas as pd

out, polygons, figures, name, key, value = [
    *sys.argv[1:],
    "data/boundaries/weifang.geojson", "data/projects.csv", "name", "district", "investment",
][:6]  # fmt: skip
districts = gpd.read_file(polygons)
table = pd.read_csv(figures, dtype={key: str})
districts = districts.merge(table, left_on=name, right_on=key)
districts.explore(
    value,
    scheme="FisherJenks",
    k=5,
    tooltip=["name", value],
    tiles=None,
).save(out)

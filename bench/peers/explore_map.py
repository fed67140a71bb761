"""The map as geopandas.GeoDataFrame.explore makes it."""

import sys

import geopandas as gpd
import pandas as pd

districts = gpd.read_file("data/boundaries/weifang.geojson")
table = pd.read_csv("data/projects.csv")
districts = districts.merge(table, left_on="name", right_on="district")
districts.explore(
    "investment",
    scheme="FisherJenks",
    k=5,
    tooltip=["name", "investment"],
    tiles=None,
).save(sys.argv[1])

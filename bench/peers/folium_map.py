"""The map as folium's own guide makes it: a choropleth with a legend and a tooltip."""

import json
import sys
from pathlib import Path

import folium
import pandas as pd

table = pd.read_csv("data/projects.csv")
districts = json.loads(Path("data/boundaries/weifang.geojson").read_text(encoding="utf-8"))
investment = dict(zip(table["district"], table["investment"], strict=True))
for feature in districts["features"]:
    feature["properties"]["investment"] = investment[feature["properties"]["name"]]

m = folium.Map(tiles=None)
choropleth = folium.Choropleth(
    geo_data=districts,
    data=table,
    columns=["district", "investment"],
    key_on="feature.properties.name",
    bins=5,
    legend_name="总投资（亿元）",
).add_to(m)
folium.GeoJsonTooltip(["name", "investment"]).add_to(choropleth.geojson)
m.fit_bounds(choropleth.geojson.get_bounds())
m.save(sys.argv[1])

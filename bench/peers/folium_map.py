"""The map as folium's own guide makes it: a choropleth with a legend and a tooltip."""

import json
import sys
from pathlib import Path

import folium
import pandas as pd

out, polygons, figures, name, key, value = [
    *sys.argv[1:],
    "data/boundaries/weifang.geojson", "data/projects.csv", "name", "district", "investment",
][:6]  # fmt: skip
table = pd.read_csv(figures, dtype={key: str})
districts = json.loads(Path(polygons).read_text(encoding="utf-8"))
values = dict(zip(table[key], table[value], strict=True))
for feature in districts["features"]:
    feature["properties"][value] = values[feature["properties"][name]]

m = folium.Map(tiles=None)
choropleth = folium.Choropleth(
    geo_data=districts,
    data=table,
    columns=[key, value],
    key_on=f"feature.properties.{name}",
    bins=5,
    legend_name="总投资（亿元）",
).add_to(m)
folium.GeoJsonTooltip(["name", value]).add_to(choropleth.geojson)
m.fit_bounds(choropleth.geojson.get_bounds())
m.save(out)

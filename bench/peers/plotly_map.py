"""The map as plotly express makes it, its library from the network as `include_plotlyjs="cdn"`."""

import json
import sys
from pathlib import Path

import pandas as pd
import plotly.express as px

out, polygons, figures, name, key, value = [
    *sys.argv[1:],
    "data/boundaries/weifang.geojson", "data/projects.csv", "name", "district", "investment",
][:6]  # fmt: skip
table = pd.read_csv(figures, dtype={key: str})
districts = json.loads(Path(polygons).read_text(encoding="utf-8"))
for feature in districts["features"]:  # plotly wants the opposite of GeoJSON's right-hand rule
    shape = feature["geometry"]
    several = shape["type"] == "MultiPolygon"
    for polygon in shape["coordinates"] if several else [shape["coordinates"]]:
        for ring in polygon:
            ring.reverse()

figure = px.choropleth(
    table,
    geojson=districts,
    locations=key,
    featureidkey=f"properties.{name}",
    color=value,
    hover_name=key,
    projection="mercator",
)
figure.update_geos(fitbounds="locations", visible=False)
figure.write_html(out, include_plotlyjs="cdn")

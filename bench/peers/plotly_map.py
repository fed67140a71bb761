"""The map as plotly express makes it, its library from the network as `include_plotlyjs="cdn"`."""

import json
import sys
from pathlib import Path

import pandas as pd
import plotly.express as px

table = pd.read_csv("data/projects.csv")
districts = json.loads(Path("data/boundaries/weifang.geojson").read_text(encoding="utf-8"))
for feature in districts["features"]:  # plotly wants the opposite of GeoJSON's right-hand rule
    shape = feature["geometry"]
    several = shape["type"] == "MultiPolygon"
    for polygon in shape["coordinates"] if several else [shape["coordinates"]]:
        for ring in polygon:
            ring.reverse()

figure = px.choropleth(
    table,
    geojson=districts,
    locations="district",
    featureidkey="properties.name",
    color="investment",
    hover_name="district",
    projection="mercator",
)
figure.update_geos(fitbounds="locations", visible=False)
figure.write_html(sys.argv[1], include_plotlyjs="cdn")

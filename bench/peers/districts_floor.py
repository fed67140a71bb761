"""The floor of building: polygons and a table to the least page that shows values by colour."""

import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

boundaries, table, out = sys.argv[1:]
districts = gpd.read_file(boundaries)
codes = districts["code"]
values = pd.read_csv(table, dtype={"code": str}).set_index("code")["rate"].reindex(codes)
shapes = districts.to_crs("+proj=aea +lat_1=25 +lat_2=47 +lon_0=105").geometry.to_numpy()
west, south, east, north = shapely.total_bounds(shapes)
unit = max(east - west, north - south) / 400
shapes = shapely.transform(
    shapes, lambda xy: np.column_stack([xy[:, 0] - west, north - xy[:, 1]]) / unit
)
shapes = shapely.coverage_simplify(shapes, 2.1)
classes = np.searchsorted(np.quantile(values, [0.2, 0.4, 0.6, 0.8]), values)
colors = ("#e2f1fa", "#98c3e2", "#5b92c3", "#336aa2", "#153e78")
paths = []
for i, name in enumerate(districts["name"]):
    rings = [
        "M" + " ".join(map(str, np.rint(shapely.get_coordinates(ring)).astype(int).ravel()))
        for part in shapely.get_parts(shapes[i])
        for ring in (part.exterior, *part.interiors)
    ]
    tip = f"{name} {values.iloc[i]}"
    paths.append(f'<path fill="{colors[classes[i]]}" data-tip="{tip}" d="{"".join(rings)}z"/>')
SCRIPT = """const tip = document.getElementById("tip");
document.querySelector("svg").onmousemove = (e) => {
  tip.hidden = !e.target.dataset.tip;
  tip.textContent = e.target.dataset.tip;
  tip.style.cssText = `left:${e.clientX + 12}px;top:${e.clientY + 12}px`;
};"""
size = f"{(east - west) / unit:.0f} {(north - south) / unit:.0f}"
Path(out).write_text(
    '<!doctype html><meta charset="utf-8"><style>svg{width:100%;max-height:95vh}'
    "path{stroke:#fff;stroke-width:.2}#tip{position:fixed;background:#fff}</style>"
    f'<svg viewBox="0 0 {size}">{"".join(paths)}</svg><div id="tip" hidden></div>'
    f"<script>{SCRIPT}</script>",
    encoding="utf-8",
)

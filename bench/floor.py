"""The floor: the least page that shows 16 districts and says their names and values on hover."""

from __future__ import annotations

import html
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 640  # pixels; a unit of the drawing is a tenth of one
TOLERANCE = 0.5  # pixels, as fine as a screen shows
FILLS = ("#eff3ff", "#bdd7e7", "#6baed6", "#3182bd", "#08519c")

PAGE = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>floor</title>
<style>svg{{width:100%;max-height:95vh}}path{{stroke:#fff;stroke-width:5}}#tip{{position:fixed;background:#fff}}</style>
<svg viewBox="0 0 {width} {height}">{paths}</svg><div id="tip" hidden></div>
<script>
const tip = document.getElementById("tip");
document.querySelector("svg").onmousemove = (e) => {{
  const text = e.target.dataset.tip;
  tip.hidden = !text;
  if (text) tip.textContent = text;
  tip.style.left = e.clientX + 12 + "px";
  tip.style.top = e.clientY + 12 + "px";
}};
document.querySelector("svg").onmouseleave = () => (tip.hidden = true);
</script></html>
"""


def floor_page() -> str:
    """Return the page: projected, simplified as a coverage, rounded, coloured by quantiles."""
    import geopandas as gpd
    import pandas as pd
    import shapely

    districts = gpd.read_file(ROOT / "data" / "boundaries" / "weifang.geojson").to_crs(4549)
    table = pd.read_csv(ROOT / "data" / "projects.csv").set_index("district")
    values = table["investment"].reindex(districts["name"])
    west, south, east, north = districts.total_bounds
    scale = WIDTH * 10 / (east - west)
    simple = shapely.coverage_simplify(
        districts.geometry.array, TOLERANCE * 10 / scale, simplify_boundary=True
    )
    fills = pd.qcut(values, 5, labels=FILLS)
    paths = [
        f'<path fill="{fill}" data-tip="{html.escape(name)} {value:g} 亿元" '
        f'd="{path_data(shape, west, north, scale)}"/>'
        for shape, name, value, fill in zip(simple, districts["name"], values, fills, strict=True)
    ]
    height = round((north - south) * scale)
    return PAGE.format(width=WIDTH * 10, height=height, paths="".join(paths))


def path_data(shape: object, west: float, north: float, scale: float) -> str:
    """Return a polygon as an SVG path of whole, relative steps."""
    import numpy as np
    import shapely

    rings = []
    for ring in shapely.get_rings(shapely.get_parts(shape)):
        xy = shapely.get_coordinates(ring)[:-1]
        steps = np.rint(np.c_[xy[:, 0] - west, north - xy[:, 1]] * scale).astype(int)
        moves = np.diff(steps, axis=0)
        moves = moves[np.any(moves != 0, axis=1)]
        line = "".join(f" {n}" if n >= 0 else str(n) for n in moves.ravel().tolist())
        rings.append(f"M{steps[0][0]} {steps[0][1]}l{line.lstrip()}z")
    return "".join(rings)

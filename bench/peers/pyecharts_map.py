"""The map as pyecharts makes it: polygons registered under a name, a visual map by value."""

import sys
from pathlib import Path

import pandas as pd
from pyecharts import options as opts
from pyecharts.charts import Map

out, polygons, figures, name, key, value = [
    *sys.argv[1:],
    "data/boundaries/weifang.geojson", "data/projects.csv", "name", "district", "investment",
][:6]  # fmt: skip
table = pd.read_csv(figures, dtype={key: str})
districts = Path(polygons).read_text(encoding="utf-8")
rows = list(zip(table[key], table[value].tolist(), strict=True))

chart = Map(init_opts=opts.InitOpts(width="900px", height="600px"))
chart.add_js_funcs(f"echarts.registerMap('weifang', {districts});")
named = {} if name == "name" else {"name_property": name}
chart.add("总投资", rows, maptype="weifang", is_map_symbol_show=False, **named)
chart.set_global_opts(
    visualmap_opts=opts.VisualMapOpts(max_=float(table[value].max()), is_piecewise=True)
)
chart.js_dependencies.items = ["echarts"]  # the polygons are registered above, not fetched
chart.render(out)

"""The map as pyecharts makes it: polygons registered under a name, a visual map by value."""

import sys
from pathlib import Path

import pandas as pd
from pyecharts import options as opts
from pyecharts.charts import Map

table = pd.read_csv("data/projects.csv")
districts = Path("data/boundaries/weifang.geojson").read_text(encoding="utf-8")
rows = list(zip(table["district"], table["investment"].tolist(), strict=True))

chart = Map(init_opts=opts.InitOpts(width="900px", height="600px"))
chart.add_js_funcs(f"echarts.registerMap('weifang', {districts});")
chart.add("总投资", rows, maptype="weifang", is_map_symbol_show=False)
chart.set_global_opts(
    visualmap_opts=opts.VisualMapOpts(max_=float(table["investment"].max()), is_piecewise=True)
)
chart.js_dependencies.items = ["echarts"]  # the polygons are registered above, not fetched
chart.render(sys.argv[1])

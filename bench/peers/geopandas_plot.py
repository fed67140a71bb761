"""The map as GeoDataFrame.plot draws it, saved as PNG, SVG and PDF."""

import sys
from pathlib import Path

import geopandas as gpd
import matplotlib as mpl
import pandas as pd

mpl.use("agg")
import matplotlib.pyplot as plt

mpl.rcParams["font.sans-serif"] = ["Noto Sans CJK SC", "Noto Sans SC", "DejaVu Sans"]
mpl.rcParams["pdf.fonttype"] = 42  # text stays text, as in the project's plate
mpl.rcParams["svg.fonttype"] = "none"

districts = gpd.read_file("data/boundaries/weifang.geojson").to_crs(4549)
table = pd.read_csv("data/projects.csv")
districts = districts.merge(table, left_on="name", right_on="district")

figure, axes = plt.subplots(figsize=(7.1, 7.1))
districts.plot(
    "investment", scheme="FisherJenks", k=5, cmap="Blues", legend=True, edgecolor="white", ax=axes
)
axes.set_axis_off()
axes.set_title("Weifang, total investment, 100 million yuan")
for ending in ("png", "svg", "pdf"):
    figure.savefig(Path(sys.argv[1], f"map.{ending}"), dpi=300)

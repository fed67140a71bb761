"""The least that adds points up: streamed blocks, a grid of labels, sums in doubles."""

import sys

import numpy as np
import pyogrio
import shapely
from pyarrow import csv, parquet

from geo.geometry.labels import LabelGrid

boundaries, records = sys.argv[1:3]
_, table = pyogrio.read_arrow(boundaries)
polygons = shapely.from_wkb(table["wkb_geometry"].to_numpy(zero_copy_only=False))
grid = LabelGrid(polygons)
counts, sums = np.zeros(len(polygons), np.int64), np.zeros(len(polygons))
columns = ["lon", "lat", "price"]
if records.endswith(".csv"):
    chosen = csv.ConvertOptions(include_columns=columns)
    batches = csv.open_csv(records, csv.ReadOptions(block_size=1 << 24), convert_options=chosen)
else:
    batches = parquet.ParquetFile(records).iter_batches(1 << 19, columns=columns)
for batch in batches:
    lon, lat, price = (batch[name].to_numpy() for name in ("lon", "lat", "price"))
    at = grid.locate(lon, lat)
    inside = at >= 0
    counts += np.bincount(at[inside], minlength=len(counts))
    sums += np.bincount(at[inside], weights=price[inside], minlength=len(sums))
print(counts.sum(), round(sums.sum(), 1))

"""Points to polygons as most people write it: geopandas.sjoin, all in memory."""

import sys

import geopandas as gpd
import pandas as pd

boundaries, records = sys.argv[1:3]
if records.endswith(".csv"):
    table = pd.read_csv(records, usecols=["lon", "lat", "price"], engine="pyarrow")
else:
    table = pd.read_parquet(records, columns=["lon", "lat", "price"])
points = gpd.GeoDataFrame(
    table[["price"]], geometry=gpd.points_from_xy(table["lon"], table["lat"]), crs=4326
)
joined = gpd.sjoin(points, gpd.read_file(boundaries), predicate="intersects")
done = joined.groupby("code")["price"].agg(["count", "sum"])
print(done["count"].sum(), round(done["sum"].sum(), 1))

"""Coded records by DuckDB; the third argument is the type of the sums."""

import sys

import duckdb

_, records, kind = sys.argv[1:4]
duckdb.sql("set threads = 2")
if records.endswith(".csv"):
    source = f"read_csv('{records}', types = {{'code': 'VARCHAR', 'price': '{kind}'}})"
else:
    source = f"(select code, price::{kind} as price from '{records}')"
done = duckdb.sql(f"select code, count(*), sum(price) from {source} group by code").fetchall()
print(sum(row[1] for row in done), round(sum(row[2] for row in done), 1))

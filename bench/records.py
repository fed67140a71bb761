"""Records to counts: `geo aggregate` against others, in processor time and memory."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import geopandas as gpd
import numpy as np
import pyarrow as pa
import shapely
from pyarrow import csv, parquet

from bench.contenders import PEERS, ROOT

#: Voronoi cells for the counties of China, in degrees.
CELLS, BOX = 2875, (75, 18, 135, 53)
#: Records made at a time.
_STEP = 10**6


@dataclass(frozen=True)
class Contender:
    """A program: its name in the table, what it reads, its words after those of the files.

    A slow one reads ten million once, and not more.
    """

    name: str
    reads: str
    script: str = ""
    words: tuple[str, ...] = ()
    slow: bool = False

    def command(self, folder: Path, records: Path) -> list[str]:
        boundaries = str(folder / "cells.fgb")
        if self.script:
            return [str(PEERS / self.script), boundaries, str(records), *self.words]
        return ["-m", "geo", "aggregate", str(records), "--boundaries", boundaries,
                "--sum", "price", "--threads", "2", *self.words]  # fmt: skip


GEO_POINTS = Contender("**geo aggregate**, exact sums", "points")
GEO_CODES = Contender("**geo aggregate --key**, exact sums", "codes",
                      words=("--key", "code", "--no-cache"))  # fmt: skip
GEO_KEPT = Contender("**geo aggregate --key**, names kept", "codes", words=("--key", "code"))
GRID = Contender("label grid, streamed, sums in doubles", "points", "records_grid.py")
DUCKDB = Contender("DuckDB `group by`, doubles", "codes", "records_duckdb.py", ("DOUBLE",))
CONTENDERS = (
    GEO_POINTS, GRID, Contender("geopandas.sjoin", "points", "records_sjoin.py", slow=True),
    GEO_CODES, GEO_KEPT, DUCKDB,
    Contender("DuckDB, decimals", "codes", "records_duckdb.py", ("DECIMAL(38, 18)",)),
)  # fmt: skip
BASE = {"points": GRID, "codes": DUCKDB}


@dataclass(frozen=True)
class Run:
    """Processor seconds, of the program and the system, peak bytes, and count and sum."""

    seconds: float
    peak: int
    told: tuple[int, float]


def records_section(folder: Path, millions: tuple[int, ...], runs: int) -> str:
    """Measure, and return the section of docs/bench.md."""
    voronoi(CELLS).to_file(folder / "cells.fgb")
    parts = []
    for n in millions:
        make_records(folder, n)
        measured(GEO_KEPT.command(folder, folder / f"codes{n}.csv"))  # keeps the names
        parts += [_table(folder, n, suffix, runs) for suffix in ("csv", "parquet")]
    return SECTION.format(tables="\n\n".join(parts), runs=runs, cells=CELLS)


def voronoi(n: int) -> gpd.GeoDataFrame:
    """Return n polygons without gaps."""
    rng, box = np.random.default_rng(7), shapely.box(*BOX)
    points = rng.random((n, 2)) * [BOX[2] - BOX[0], BOX[3] - BOX[1]] + BOX[:2]
    cells = shapely.voronoi_polygons(shapely.MultiPoint(points), extend_to=box)
    polygons = shapely.intersection(shapely.get_parts(cells), box)
    names = {"code": codes(n), "name": [f"县{i}" for i in range(n)]}
    return gpd.GeoDataFrame(names, geometry=polygons, crs=4326)


def codes(n: int) -> list[str]:
    """Return six digits a cell."""
    return [str(110101 + i) for i in range(n)]


def make_records(folder: Path, millions: int) -> None:
    """Write random points and codes with a price of one decimal, as CSV and as Parquet."""
    rng, known = np.random.default_rng(millions), pa.array(codes(CELLS))
    plain = csv.WriteOptions(quoting_style="none")
    writers: dict[Path, csv.CSVWriter | parquet.ParquetWriter] = {}
    for _ in range(millions * 10**6 // _STEP):
        x, y = (np.round(a + 0.001 + rng.random(_STEP) * (b - a - 0.002), 6)
                for a, b in zip(BOX[:2], BOX[2:], strict=True))  # fmt: skip
        rest = {
            "price": np.round(rng.random(_STEP) * 100, 1),
            "year": rng.integers(2015, 2025, _STEP),
        }
        points = pa.table({"lon": x, "lat": y, **rest})
        coded = pa.table({"code": known.take(pa.array(rng.integers(0, CELLS, _STEP))), **rest})
        for what, table in (("points", points), ("codes", coded)):
            for suffix in ("csv", "parquet"):
                path = folder / f"{what}{millions}.{suffix}"
                if path not in writers:
                    writers[path] = (
                        csv.CSVWriter(path, table.schema, write_options=plain)
                        if suffix == "csv" else parquet.ParquetWriter(path, table.schema)
                    )  # fmt: skip
                writers[path].write_table(table)
    for writer in writers.values():
        writer.close()


#: Between the bench and what it measures: a process has the peak of the one that began it.
_LAUNCHER = """
import os, sys
process = os.posix_spawn(sys.executable, [sys.executable, *sys.argv[1:]], os.environ)
_, status, usage = os.wait4(process, 0)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def measured(arguments: list[str]) -> Run:
    """Run Python; all threads and the reading of polygons and records count."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-S", "-c", _LAUNCHER, "-W", "ignore", *arguments]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True,
                         check=True, encoding="utf-8")  # fmt: skip
    seconds, peak = ran.stderr.splitlines()[-1].split()
    return Run(float(seconds), int(peak), _told(ran.stdout))


def _told(said: str) -> tuple[int, float]:
    """Return count and sum: of geo's table those of its rows, of a peer its last line."""
    rows = [line.split(",") for line in said.splitlines()]
    if rows[0][0] == "district":
        return sum(int(r[2]) for r in rows[1:]), round(sum(float(r[3]) for r in rows[1:]), 1)
    count, total = re.findall(r"[\d.]+", said)[-2:]
    return int(count), float(total)


def _table(folder: Path, millions: int, suffix: str, runs: int) -> str:
    """Run the contenders in turn, and return their table."""
    found: dict[str, list[Run]] = {contender.name: [] for contender in CONTENDERS}
    for turn in range(runs):
        for contender in CONTENDERS[:: 1 if turn % 2 else -1]:
            if contender.slow and (millions > 10 or (millions == 10 and turn)):
                continue
            path = folder / f"{contender.reads}{millions}.{suffix}"
            found[contender.name].append(measured(contender.command(folder, path)))
            print(millions, suffix, contender.name, found[contender.name][-1], flush=True)
    lines = [f"| {millions} million, {'CSV' if suffix == 'csv' else 'Parquet'} | processor s | "
             "times the floor | peak MB |", "|---|--:|--:|--:|"]  # fmt: skip
    for contender in CONTENDERS:
        if not found[contender.name]:
            continue
        ours, base = found[contender.name], found[BASE[contender.reads].name]
        same = {(run.told[0], round(run.told[1])) for run in (*ours, *base)}
        if len(same) != 1:
            raise RuntimeError(f"{contender.name} counts otherwise: {same}")
        seconds = [run.seconds for run in ours]
        ratio = median(a.seconds / b.seconds for a, b in zip(ours, base, strict=False))
        lines.append(
            f"| {contender.name} | {median(seconds):.2f} ({min(seconds):.2f}–{max(seconds):.2f}) | "
            f"{ratio:.2f} | {max(run.peak for run in ours) / 1e6:,.0f} |"
        )
    return "\n".join(lines)


SECTION = """## Records

Random points, and random codes, with one figure to add up, to {cells} Voronoi cells.
{runs} runs of each program in turn, each in a fresh process of two threads; processor seconds of
the whole process, imports and polygons included: median (least–most). All count the same.

{tables}

- **geopandas.sjoin** holds all records in memory; ten million once, not more.
- **label grid**: the floor for points: pyarrow's streamed reader, this project's grid,
  `numpy.bincount`. It checks no polygon and no cell, knows no rows, and its sums are doubles.
- **DuckDB**: the floor for codes. It reads no polygons, and what is no number stops it.
- `geo` reads and checks the polygons first, for codes too; with their names kept from a run before,
  it does not.

Where codes take more than DuckDB's doubles: `geo` lets DuckDB count them as well, so that both have
its import. Beyond it there are click's start, the districts' names and their checksum, 0.1 s, which
no number of records makes longer; and, in Parquet, telling for every figure that it is the decimal
that was written, so that sums are exact.
"""

"""What is fuzzed: bytes to a reader. `replay` is the one place that says what may happen."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from geo.base.errors import MapError
from proofs.hostile.places import write_sources

SLOWEST_S = 2.0
Reader = Callable[[bytes, Path], None]


def spec(data: bytes, folder: Path) -> None:
    """Read a spec beside the files that the seeds name."""
    from geo.spec.file import read_spec

    if not (folder / "table.csv").exists():
        write_sources(folder, {})
    read_spec(_written(folder / "m.toml", data))


def table(data: bytes, folder: Path) -> None:
    """Read a table with an amount and a count."""
    from geo.tables.reader import read_table

    read_table(_written(folder / "t.csv", data), key="district", columns={"a": "亿元", "b": "个"})


def totals(data: bytes, folder: Path) -> None:
    """Read stated totals."""
    from geo.tables.totals import read_totals

    read_totals(_written(folder / "totals.csv", data))


def zones(data: bytes, folder: Path) -> None:
    """Read a table of zones."""
    from geo.districts.zones import read_zones

    read_zones(_written(folder / "zones.csv", data))


def polygons(data: bytes, folder: Path) -> None:
    """Read polygons from GeoJSON."""
    from geo.districts.boundaries import read_boundaries

    read_boundaries(_written(folder / "p.geojson", data))


def release(data: bytes, folder: Path) -> None:
    """Extract the figures of a press release."""
    from geo.release.extract import read_release

    read_release(_written(folder / "r.txt", data))


READERS: dict[str, Reader] = {
    function.__name__: function for function in (spec, table, totals, zones, polygons, release)
}


def replay(reader: str, data: bytes) -> str:
    """Return what is wrong when a reader gets some bytes; empty if nothing is."""
    start = time.process_time()  # of a machine that others use too
    with TemporaryDirectory() as folder:
        try:
            READERS[reader](data, Path(folder))
        except MapError:
            pass
        except Exception as error:
            return f"{type(error).__name__}: {str(error)[:160]}"
    spent = time.process_time() - start
    return f"takes {spent:.1f} s" if spent > SLOWEST_S else ""


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path

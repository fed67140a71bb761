"""`python -m bench.cluster`: 1, 2 and 4 Dask workers here, and what 100 would need."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.contenders import ROOT
from bench.records import make_cells, make_records

WORKERS = (1, 2, 4)
#: The file of ten million is read so many times: pieces enough for all workers.
TIMES = 4


def main() -> None:
    """Print seconds of the clock, of the workers' processors and of the one that asks."""
    from geo.districts.boundaries import read_boundaries
    from geo.tables.counted import Measure
    from geo.tables.question import Question
    from geo.tables.records import tabulate

    with TemporaryDirectory() as name:
        folder = Path(name)
        make_cells(folder / "cells.fgb")
        make_records(folder, 10)
        districts = read_boundaries(folder / "cells.fgb")
        question = Question(measures=(Measure("sum", "price"),))
        records = [folder / "points10.csv"] * TIMES
        frames = []
        for n in WORKERS:
            with cluster(folder, n) as (address, workers):
                before, mine, clock = used(workers), time.process_time(), time.perf_counter()
                report = tabulate(records, districts, question, scheduler=address)
                print(f"{n} workers: {time.perf_counter() - clock:.1f} s of the clock, "
                      f"{used(workers) - before:.1f} s of their processors, "
                      f"{time.process_time() - mine:.2f} s of the one that asks, "
                      f"{report.records} records", flush=True)  # fmt: skip
                frames.append(report.frame.to_csv())
        print("the same to the last digit:", len(set(frames)) == 1)


@contextmanager
def cluster(folder: Path, n: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Run a scheduler and workers of a thread each, every one a process."""
    from distributed import Client

    file = folder / f"scheduler{n}.json"
    words = ["--scheduler-file", str(file), "--no-dashboard"]
    started = [_dask("scheduler", *words, "--port", "0", "--host", "127.0.0.1")]
    started += [_dask("worker", *words, "--no-nanny", "--nthreads", "1") for _ in range(n)]
    try:
        while not file.exists():
            time.sleep(0.1)
        with Client(scheduler_file=str(file), set_as_default=False) as client:
            client.wait_for_workers(n, timeout=120)
            address = client.scheduler.address
        yield address, started[1:]
    finally:
        for process in started[::-1]:
            process.kill()
            process.wait()


def _dask(what: str, *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{what}", *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)


def used(processes: list[subprocess.Popen[bytes]]) -> float:
    """Return the processor seconds of running processes, as Linux counts them."""
    ticks = 0
    for process in processes:
        text = Path(f"/proc/{process.pid}/stat").read_text(encoding="ascii")
        ticks += sum(map(int, text.rpartition(")")[2].split()[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()

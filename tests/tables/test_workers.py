"""Whoever counts the pieces, the numbers are the same."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from geo.base.errors import MapError
from geo.tables import pieces as module
from geo.tables.counted import Measure
from geo.tables.question import Question
from geo.tables.records import tabulate
from geo.tables.workers import in_threads, on_cluster
from tests.frames import districts

ROOT = Path(__file__).resolve().parents[2]
SQUARES = districts({"370702": "潍城区", "370705": "奎文区", "370772": "滨海区"})
ASKED = tuple(Measure(way, "price") for way in ("sum", "mean", "median", "min", "max", "distinct"))


@pytest.fixture
def records(tmp_path: Path, monkeypatch) -> Path:
    """A file of twenty pieces with points; every hundredth point is in no district."""
    rng = np.random.default_rng(5)
    x, prices = rng.random(4000) * 3, rng.integers(0, 10**6, 4000)
    x[::100] = 9
    rows = [f"{a:.6f},0.5,{p / 100:.2f}\n" for a, p in zip(x, prices, strict=True)]
    (tmp_path / "r.csv").write_text("lon,lat,price\n" + "".join(rows), "utf-8")
    monkeypatch.setattr(module, "PIECE", (tmp_path / "r.csv").stat().st_size // 20)
    return tmp_path / "r.csv"


def told(path: Path, **how):
    """Everything a report tells."""
    report = tabulate([path, path], SQUARES, Question(measures=ASKED), allow_outside=True,
                      keep_outside=True, **how)  # fmt: skip
    assert len(report.left) == report.outside == 80
    # The rows of the file, not of a piece, and in the second file from its beginning.
    rows = [row for _, row, _ in report.left]
    assert rows == [*range(2, 4000, 100)] * 2
    assert [problem.row for problem in report.samples] == rows[:20]
    return (report.frame.to_csv(), report.records, report.left, list(map(str, report.samples)))


def test_one_thread_and_four_tell_the_same(records: Path):
    seen: list[float] = []
    one = told(records)
    assert told(records, threads=4, progress=lambda _, share: seen.append(share)) == one
    assert (len(seen), seen[0]) == (41, 0)
    assert abs(sum(seen) - 1) < 1e-9


def test_results_come_in_order_and_few_wait_for_their_turn():
    taken: list[int] = []

    def pieces():
        for i in range(50):
            taken.append(i)
            yield i

    def count(i):
        time.sleep(0.002 * (5 - i % 5))
        return i, threading.current_thread().name

    came = []
    for result, thread in in_threads(3, count, pieces()):
        came.append((result, thread))
        assert len(taken) <= result + 7
    assert [result for result, _ in came] == list(range(50))
    assert len({thread for _, thread in came}) > 1


def test_what_goes_wrong_in_a_thread_is_raised_and_the_rest_not_begun():
    begun = []

    def count(i):
        begun.append(i)
        if i == 1:
            raise MapError.__new__(MapError)
        return i

    with pytest.raises(MapError):
        list(in_threads(2, count, range(1000)))
    assert len(begun) < 10


def dask(what: str, file: Path, *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{what}", "--scheduler-file", str(file),
               "--no-dashboard", *words]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and two workers, each a process; nobody starts a dead one again."""
    from distributed import Client

    file = tmp_path / "scheduler.json"
    scheduler = dask("scheduler", file, "--port", "0", "--host", "127.0.0.1")
    workers = [dask("worker", file, "--no-nanny", "--nthreads", "1") for _ in range(2)]
    try:
        while not file.exists():
            time.sleep(0.05)
        with Client(scheduler_file=str(file), set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
            address = client.scheduler.address
        yield address, workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def test_a_cluster_tells_the_same_though_a_worker_is_killed_in_the_middle(records: Path, cluster):
    address, workers = cluster
    came: list[int] = []

    def progress(count: int, _share: float | None) -> None:
        came.append(count)
        if len(came) == 4:
            workers[0].kill()

    assert told(records, scheduler=address, progress=progress) == told(records)
    assert workers[0].wait(10) != 0
    assert workers[1].poll() is None
    assert (len(came), sum(came)) == (41, 8000)


def test_a_scheduler_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setattr("geo.tables.workers._PATIENCE", 0.2)
    with pytest.raises(MapError) as error:
        list(on_cluster("tcp://127.0.0.1:9", SQUARES, [1], print))
    assert str(error.value).startswith("--scheduler: 'tcp://127.0.0.1:9': Timed out trying to")
    assert str(error.value).endswith("For example tcp://10.0.0.1:8786.")


def test_without_dask_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MapError) as error:
        list(on_cluster("tcp://127.0.0.1:9", SQUARES, [1], print))
    assert str(error.value) == (
        "--scheduler: needs Dask. Install it with: pip install 'geo-choropleth[cluster]'"
    )


def test_standard_input_cannot_be_read_by_workers():
    with pytest.raises(MapError) as error:
        tabulate(["-"], SQUARES, Question(), scheduler="tcp://127.0.0.1:9")
    assert str(error.value) == (
        "standard input: cannot be read by workers elsewhere. Write it to a file that all of them "
        "see."
    )

"""Work grows with the number of districts, not its square: steps are counted, not seconds."""

from __future__ import annotations

import io
import math
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np
import pandas as pd
import pytest
from rich.console import Console

from geo.choropleth.model import Choropleth
from geo.choropleth.pipeline import build
from geo.cli.report import print_report
from geo.export import render
from tests.small import squares

SPEC = """title = "Many"
source = "made up"
[boundaries]
file = "map.fgb"
[table]
file = "map.csv"
key = "key"
[[measures]]
id = "total"
label = "Total"
unit = "t"
kind = "total"
column = "total"
[[plates]]
formats = ["svg"]
"""


def steps_of(work: Callable[[], object]) -> int:
    """How many lines `work` runs, each time round a loop, and functions in C it calls.

    What a function in C looks through by itself counts as one.
    """
    n = 0

    def trace(_frame: FrameType, _event: str, _what: Any) -> Any:
        nonlocal n
        n += 1
        return trace

    def count(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal n
        n += event == "c_call"

    sys.settrace(trace)
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
        sys.settrace(None)
    return n


def a_spec(folder: Path, n: int) -> Path:
    """A map of `n` districts, which the table calls otherwise than the polygons."""
    names = [f"第{i}区" for i in range(n)]
    squares(names, 70).to_file(folder / "map.fgb")
    keys = [name.removesuffix("区") for name in names]
    pd.DataFrame({"key": keys, "total": np.arange(n) % 97 + 1}).to_csv(
        folder / "map.csv", index=False
    )
    (folder / "map.toml").write_text(SPEC, encoding="utf-8")
    return folder / "map.toml"


Works = Iterator[tuple[str, Callable[[], object]]]
Parts = Callable[[Path, list[Choropleth]], Works]


def works(spec: Path, made: list[Choropleth]) -> Works:
    yield "build", lambda: made.append(build(spec))
    yield "html", lambda: render(made[0], {"html"})
    yield "embed", lambda: render(made[0], {"embed"})
    yield "data", lambda: render(made[0], {"data"})
    yield "report", lambda: print_report(made[0], Console(file=io.StringIO()))


def growth(folder: Path, few: int, many: int, parts: Parts) -> dict[str, float]:
    """How many times as many steps the many take, for each part."""
    steps: dict[str, list[int]] = {}
    for n in (10, few, many):
        (folder / str(n)).mkdir()
        made: list[Choropleth] = []
        for name, work in parts(a_spec(folder / str(n), n), made):
            if n in (few, many):
                steps.setdefault(name, []).append(steps_of(work))
            else:
                work()  # what is read once is read before
    return {name: round(most / least, 1) for name, (least, most) in steps.items()}


def test_steps_grow_with_n_log_n(tmp_path: Path):
    """Of reading, joining, page, embed, data, report; a loop in a loop would be a hundredfold."""
    found = growth(tmp_path, 400, 4000, works)
    assert max(found.values()) <= 10 * math.log(4000) / math.log(400), found


def test_steps_of_a_plate_grow_with_its_districts(tmp_path: Path):
    def plate(spec: Path, made: list[Choropleth]) -> Works:
        made.append(build(spec))
        yield "svg", lambda: render(made[0], {"svg"})

    found = growth(tmp_path, 100, 1000, plate)
    # Most of it is the same for any number: it takes six times as many steps.
    assert found["svg"] <= 8, found


@pytest.mark.parametrize("loop", [
    "for i in range(n):\n    for j in range(n):\n        pass",
    "for i in range(n):\n    [j for j in range(n)]",
    "for i in range(n):\n    sum(j for j in range(n))",
])  # fmt: skip
def test_a_loop_in_a_loop_is_seen(loop: str):
    few, many = (steps_of(lambda: exec(loop, {"n": n})) for n in (20, 200))  # noqa: B023
    assert many > 80 * few

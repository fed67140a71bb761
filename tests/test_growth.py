"""Work grows with the number of districts, not its square: calls are counted, not seconds."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable

import numpy as np

from geo.web.embed import embed
from geo.web.page import page
from tests.small import small_map


def calls_of(work: Callable[[], object]) -> int:
    """How many functions are called by `work`, those written in C included."""
    n = 0

    def count(_frame: object, event: str, _what: object) -> None:
        nonlocal n
        n += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return n


def test_calls_grow_with_n_log_n():
    """Of build, page and embed; a list that is made for every district would be a hundredfold."""
    small_map("甲乙", [1, 2], kind="total")  # what is read once is read before
    calls = {}
    for n in (500, 5000):
        names, values = [f"第{i}区" for i in range(n)], np.arange(n) % 97 + 1
        made = []
        calls[n] = [
            calls_of(lambda: made.append(small_map(names, values, kind="total", columns=70))),  # noqa: B023
            calls_of(lambda: page(made[0])),  # noqa: B023
            calls_of(lambda: embed(made[0])),  # noqa: B023
        ]
    ratios = [round(most / few, 1) for few, most in zip(calls[500], calls[5000], strict=True)]
    assert max(ratios) <= 10 * math.log(5000) / math.log(500), ratios

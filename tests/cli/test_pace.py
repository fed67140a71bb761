"""The line of progress tells records, a calm rate, and what is left."""

from __future__ import annotations

import io
import itertools

from geo.cli import pace as module
from geo.cli.pace import Pace, on_terminal


def lines(steps):
    """Lines after steps of (seconds, records, share)."""
    clock = itertools.accumulate([0, *(seconds for seconds, _, _ in steps)])
    pace = Pace(lambda: next(clock))
    return [pace.add(records, share) for _, records, share in steps]


def test_what_is_left_is_told_once_it_can_be_known():
    told = lines([(1, 100_000, 0.001), (1, 100_000, 0.001), (8, 812_345, 0.008), (10, 10**6, 0.2)])
    assert told == [
        "… 100,000 records, 100,000 a second",
        "… 200,000 records, 100,000 a second, 16 min 38 s left",
        "… 1,012,345 records, 100,000 a second, 16 min 30 s left",
        "… 2,012,345 records, 100,000 a second, 1 min 08 s left",
    ]


def test_a_stop_years_ago_does_not_slow_the_rate():
    """An hour without a record, then 1,000 a second: after a quarter of a minute that is told."""
    told = lines([(3600, 1000, 0.1), *[(1, 1000, 0.01)] * 20])
    assert told[-1] == "… 21,000 records, 1,000 a second, 70 s left".replace("70 s", "1 min 10 s")


def test_what_came_before_counting_is_in_no_rate():
    """Ten seconds for the polygons, then 1,000 a second."""
    assert lines([(10, 0, 0.0), (1, 1000, 0.1), (1, 1000, 0.1)])[1:] == [
        "… 1,000 records, 1,000 a second",
        "… 2,000 records, 1,000 a second, 8 s left",
    ]


def test_without_a_known_size_nothing_is_said_of_the_end():
    assert lines([(10, 55, None), (4000, 40_000_000, None)]) == [
        "… 55 records, 6 a second",
        "… 40,000,055 records, 10,000 a second",
    ]


def test_it_is_written_on_a_terminal_only_and_over_the_line_before(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    for stream, said in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr(module.sys, "stderr", stream)
        monkeypatch.setattr(module, "_EVERY", -1)
        with on_terminal() as tell:
            tell(0, None)
            tell(5, None)
            tell(5, None)
        written = stream.getvalue().split("\r")[1:]
        assert bool(written) is said
        if said:
            assert [line.partition(",")[0] for line in written[:2]] == [
                "… 5 records", "… 10 records",
            ]  # fmt: skip
            assert written[2].isspace()
            assert written[3] == ""

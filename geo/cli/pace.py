"""The line of progress on a terminal: how many records, how fast, how long it will take."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

import click

#: Seconds between two lines, and of the past that the rate is taken from: long enough to be calm.
_EVERY, _WINDOW = 0.5, 15.0
#: Seconds after which the first remaining time is worth saying.
_EARLIEST = 2.0


class Pace:
    """Records counted so far.

    Parameters
    ----------
    clock : callable, optional
        Seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begun = clock()
        self._records, self._share = 0, 0.0
        self._past = deque([(self._begun, 0, 0.0)])

    def add(self, records: int, share: float | None) -> str:
        """Add records, and the share of all bytes they took; return the line.

        No records at the beginning say that counting begins now. The rate is that of the last
        quarter of a minute; the remaining time is what the rest takes at the pace of its bytes.
        """
        now = self._clock()
        if not records and not self._records:  # what came before is no counting
            self._begun = now
            self._past = deque([(now, 0, 0.0)])
        self._records += records
        self._share += share or 0.0
        self._past.append((now, self._records, self._share))
        while len(self._past) > 2 and now - self._past[1][0] >= _WINDOW:
            self._past.popleft()
        then, before, share_before = self._past[0]
        seconds = max(now - then, 1e-9)
        rate = (self._records - before) / seconds
        line = f"… {self._records:,} records, {_calm(rate):,} a second"
        gained = self._share - share_before
        if share is not None and gained > 0 and now - self._begun >= _EARLIEST:
            line += f", {_duration(max(0.0, 1 - self._share) * seconds / gained)} left"
        return line


def _calm(rate: float) -> int:
    """Round to two digits: the third changes with every line."""
    digits = len(str(int(rate)))
    return int(round(rate, min(0, 2 - digits)))


def _duration(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest:02d} s"
    return f"{minutes // 60} h {minutes % 60:02d} min"


@contextmanager
def on_terminal() -> Iterator[Callable[[int, float | None], None]]:
    """Give what shows the pace on standard error, on a terminal only; any thread may call it.

    At the end nothing is left of the line.
    """
    pace, lock = Pace(), Lock()
    last, width = time.monotonic(), 0

    def tell(records: int, share: float | None) -> None:
        nonlocal last, width
        with lock:
            line = pace.add(records, share)
            if records and sys.stderr.isatty() and time.monotonic() - last > _EVERY:
                last = time.monotonic()
                # Blanks over what is left of a longer line.
                click.echo(f"\r{line.ljust(width)}", nl=False, err=True)
                width = len(line)

    try:
        yield tell
    finally:
        if width:
            click.echo(f"\r{' ' * width}\r", nl=False, err=True)

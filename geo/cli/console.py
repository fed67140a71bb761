"""The consoles that reports are printed on."""

from __future__ import annotations

from rich.console import Console

#: Columns of a log file, which has no width of its own.
_LOG_WIDTH = 120


def make_console(*, stderr: bool = False) -> Console:
    """Return a console for standard output, or for standard error; in a log 120 columns wide."""
    made = Console(stderr=stderr, highlight=False)
    if not made.is_terminal:
        made.width = _LOG_WIDTH
    return made

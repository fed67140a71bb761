"""Run the command line in this process, as a shell would see it."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from proofs.outcome import ROOT

#: How Python begins what no map-maker should read.
TRACEBACK = "Traceback (most recent call last)"


@dataclass(frozen=True)
class Ran:
    """What a command did: exit status, what it printed, and an exception nobody caught."""

    status: int
    out: str
    err: str
    error: BaseException | None = None

    @property
    def refused(self) -> bool:
        """The input was found wrong, with a message."""
        return self.error is None and self.status == 2

    @property
    def messages(self) -> list[str]:
        """Lines on standard error besides those of progress."""
        return [line for line in self.err.splitlines() if line and not line.startswith("…")]


def run(arguments: Sequence[str], folder: Path) -> Ran:
    """Run `geo ARGUMENTS` in a folder; output goes through UTF-8 as to a terminal."""
    from geo.cli.main import main

    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2)]
    status, error, before, argv = 0, None, Path.cwd(), sys.argv
    try:
        os.chdir(folder)
        sys.argv = ["geo", *arguments]
        with contextlib.redirect_stdout(streams[0]), contextlib.redirect_stderr(streams[1]):
            main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException as wrong:
        status, error = 1, wrong
    finally:
        sys.argv = argv
        os.chdir(before)
    out, err = (_text(stream) for stream in streams)
    return Ran(status, out, err, error)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]


def cause(error: BaseException) -> str:
    """Return the innermost place in `geo/` that an exception came through: file and function."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if "/geo/" in f.filename and "site-packages" not in f.filename]
    if not ours:
        return ""
    last = ours[-1]
    with contextlib.suppress(ValueError):
        return f"{Path(last.filename).relative_to(ROOT)}:{last.lineno} {last.name}"
    return f"{last.filename.partition('/geo/')[2]}:{last.lineno} {last.name}"

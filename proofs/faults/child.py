"""A command in a process of its own, forked so that it starts within a millisecond."""

from __future__ import annotations

import os
import random
import resource
import signal
import sys
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from proofs.faults.failing import Fault, failing

PATIENCE_S = 600  # a machine that others use too may take minutes for a build


@dataclass(frozen=True)
class Ended:
    """How a command ended: exit status (negative: the signal), its messages, its writing calls."""

    status: int
    err: str
    calls: tuple[str, ...]
    seconds: float

    @property
    def messages(self) -> list[str]:
        """Lines on standard error besides those of progress."""
        return [line for line in self.err.splitlines() if line and not line.startswith("…")]


def command(
    arguments: Sequence[str],
    folder: Path,
    log: Path,
    fault: Fault | None = None,
    *,
    most_bytes: int | None = None,
    kill: tuple[int, float] | None = None,
) -> Ended:
    """Run a command in a forked process.

    Parameters
    ----------
    arguments, folder
        Of the command line.
    log : Path
        A folder beside it, for the list of calls.
    fault : Fault, optional
        Which of its writing calls fails.
    most_bytes : int, optional
        The system lets no file grow beyond it (RLIMIT_FSIZE), whatever writes it.
    kill : (signal, seconds), optional
        A signal from outside, and when.
    """
    started = time.monotonic()
    # A pipe, since a file would be under the limits that the fault sets.
    mouth, throat = os.pipe()
    child = os.fork()
    if child == 0:
        _be(arguments, folder, log, throat, fault or Fault(folder=str(folder)), most_bytes)
    os.close(throat)
    os.set_blocking(mouth, False)
    if kill is not None:
        time.sleep(kill[1])
        os.kill(child, kill[0])
    status, err = _waited(child, mouth, started + PATIENCE_S)
    os.close(mouth)
    calls = log / "calls"
    return Ended(
        status,
        err.decode("utf-8", "replace"),
        tuple(calls.read_text(encoding="utf-8").splitlines()) if calls.is_file() else (),
        time.monotonic() - started,
    )


def _waited(child: int, mouth: int, deadline: float) -> tuple[int, bytes]:
    """Return exit status and messages of the child; one that hangs is ended, as by SIGALRM."""
    said = b""
    while time.monotonic() < deadline:
        pid, status = os.waitpid(child, os.WNOHANG)
        said += _heard(mouth)
        if pid:
            os.set_blocking(mouth, True)
            said += _heard(mouth)  # to its end: that of the process that guards the files, too
            return os.waitstatus_to_exitcode(status), said
        time.sleep(0.002)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return -signal.SIGALRM, said


def _heard(mouth: int) -> bytes:
    """Return what is in the pipe now, or until its end if it is a blocking one."""
    said = b""
    try:
        while part := os.read(mouth, 65536):
            said += part
    except BlockingIOError:
        pass
    return said


def _be(
    arguments: Sequence[str], folder: Path, log: Path, throat: int, fault: Fault,
    most_bytes: int | None,
) -> None:  # fmt: skip
    """Become the command; never return."""
    status = 1
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(throat, 2)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        random.seed()
        os.chdir(folder)
        status = _run(arguments, fault, most_bytes)
        (log / "calls").write_text("\n".join(fault.calls), encoding="utf-8")
    except BaseException as error:
        # A signal may come before the command begins, where nobody catches it yet.
        if not isinstance(error, KeyboardInterrupt) or _began(error):
            traceback.print_exc()
    finally:
        sys.stderr.flush()
        sys.stdout.flush()
        os._exit(status)


def _began(error: BaseException) -> bool:
    """Tell whether an exception came out of the command."""
    frames = traceback.extract_tb(error.__traceback__)
    return any(Path(frame.filename).parts[-2:] == ("geo", "__main__.py") for frame in frames)


def _run(arguments: Sequence[str], fault: Fault, most_bytes: int | None) -> int:
    from geo.__main__ import main

    sys.argv = ["geo", *arguments]
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - for good
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False, buffering=1)  # noqa: SIM115
    if most_bytes is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, resource.RLIM_INFINITY))
    try:
        with failing(fault):
            main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    finally:
        if most_bytes is not None:
            resource.setrlimit(
                resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
            )
    return 0

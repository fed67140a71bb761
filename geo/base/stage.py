"""The hidden folder where files wait to be renamed, and what becomes of it if its run is killed.

A run writes down what it is about to rename before it begins, in each of its folders. Killed before
that, it has changed nothing. Killed later, it is finished from what it wrote down: at once by a
second process that waits for nothing else, or, if that was killed too, by the next run.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from os import replace
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

#: Begins the name of such a folder; no other program makes one.
_PREFIX = ".geo-writing-"
_LOCK, _JOURNAL = "lock", "steps.json"
#: Seconds after which such a folder is abandoned where no lock can tell, and where none was taken.
_DAY, _MINUTE = 86_400, 60

Step = tuple[Path | None, Path]
"""A file and the name it takes over; None and a file that goes."""


@contextmanager
def stage_in(folder: Path) -> Iterator[Path]:
    """Make a folder for files that wait, finish what killed runs left, and remove it at the end.

    Raises
    ------
    OSError
        If the folder cannot be written to.
    """
    finish_killed(folder)
    stage = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=folder))
    try:
        with (stage / _LOCK).open("wb") as lock:
            if fcntl is not None:
                with suppress(OSError):  # some network drives have no locks
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def write_down(stages: Sequence[Path], steps: Sequence[Step]) -> None:
    """Put what is about to be done into every stage, in place of what was there.

    Raises
    ------
    OSError
        If the disk is full.
    """
    for stage in stages:
        text = json.dumps({
            "stages": [_from(stage, other) for other in stages],
            "steps": [[source and _from(stage, source), _from(stage, to)] for source, to in steps],
        })  # fmt: skip
        with (stage / f"{_JOURNAL}.new").open("w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        replace(stage / f"{_JOURNAL}.new", stage / _JOURNAL)  # noqa: PTH105 - as in `_take`


def _from(stage: Path, path: Path) -> str:
    """Return a path from a stage's folder, which may be moved as a whole before it is finished."""
    whole = path.parent.resolve() / path.name
    try:
        return os.path.relpath(whole, stage.parent.resolve())
    except ValueError:  # another drive, on Windows
        return str(whole)


@contextmanager
def guarded(stages: Sequence[Path]) -> Iterator[None]:
    """Have a second process that finishes the steps if this one is killed in the block.

    It is out of reach of what ends a process or a terminal's group; only what ends both at once,
    as a power cut does, leaves them to the next run.
    """
    if not hasattr(os, "fork"):  # Windows
        yield
        return
    ear, mouth = os.pipe()
    with warnings.catch_warnings():
        # Python warns of forks beside threads: this child takes none of their locks.
        warnings.simplefilter("ignore", DeprecationWarning)
        guard = os.fork()
    if not guard:
        _guard(ear, mouth, stages)
    os.close(ear)
    try:
        yield
    finally:
        with suppress(OSError):  # the guard may have been killed
            os.write(mouth, b".")
        os.close(mouth)
        with suppress(OSError):
            os.waitpid(guard, 0)


def _guard(ear: int, mouth: int, stages: Sequence[Path]) -> None:
    """Wait for a word or the death of the run, and after its death finish; never return."""
    try:
        os.setsid()
        os.close(mouth)
        if not os.read(ear, 1):
            finish(stages[0])
    finally:
        os._exit(0)


def finish_killed(folder: Path) -> None:
    """Finish what killed runs left in a folder: their new files whole, or none of them.

    Nothing is there to finish in a folder that is missing or cannot be read.
    """
    entries: list[os.DirEntry[str]] = []
    with suppress(OSError):
        entries = list(os.scandir(folder))
    for entry in entries:
        if entry.name.startswith(_PREFIX) and entry.is_dir(follow_symlinks=False):
            stage = Path(entry.path)
            if _is_abandoned(stage):
                finish(stage)


def finish(stage: Path) -> None:
    """Do what is left of the steps written down in a stage, and remove it and those beside it.

    What cannot be done, as on a drive that became read-only, is left for the next time.
    """
    stages = [stage]
    if (stage / _JOURNAL).is_file():
        try:
            found = json.loads((stage / _JOURNAL).read_text(encoding="ascii"))
            stages += [stage.parent / other for other in found["stages"]]
            for source, target in found["steps"]:
                _take(source and stage.parent / source, stage.parent / target)
        except (OSError, ValueError):
            return
    for one in stages:
        shutil.rmtree(one, ignore_errors=True)


def _take(source: Path | None, target: Path) -> None:
    if source is None:
        target.unlink(missing_ok=True)
    elif os.path.lexists(source):  # otherwise it was done before
        # The function as it was imported: proofs put one that kills into its place.
        replace(source, target)  # noqa: PTH105


def _is_abandoned(stage: Path) -> bool:
    """Tell whether the run that made the folder has ended: the system drops the locks of the dead.

    A folder without a lock is that of a run that was killed, or is just about to take it.
    """
    with suppress(OSError, ValueError):
        age = time.time() - stage.stat().st_mtime
        locked = _is_locked(stage)
        if locked is None:
            return age > _DAY
        process = int(stage.name.removeprefix(_PREFIX).partition("-")[0])
        begun = (stage / _JOURNAL).is_file()  # so its lock was taken
        return not locked and (begun or age > _MINUTE or not _runs(process))
    return False


def _is_locked(stage: Path) -> bool | None:
    """Tell whether the run that made the folder holds its lock; None where there are no locks."""
    if fcntl is None:
        return None
    try:
        with (stage / _LOCK).open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    except OSError:
        return None
    return False


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)  # sends nothing
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # another user's
    return True

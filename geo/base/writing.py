"""Files written whole or not at all, and never over what a command reads."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import time
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from geo.base.errors import MapError, Problem
from geo.base.files import absolute, is_file, reason, shown

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

#: Begins the name of the folder in which files wait to be renamed; no other program makes such.
_STAGE = ".geo-writing-"
_LOCK = "lock"
#: Seconds after which such a folder is abandoned where no lock can tell.
_DAY = 86_400
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: its path, and its size in bytes."""

    path: Path
    size: int


def write_whole(files: Mapping[Path, bytes], *, read: Collection[Path] = ()) -> list[Written]:
    """Write files whole or not at all.

    All of them are first written into a hidden folder beside their targets; only when the last one
    is safely on disk are they renamed, each in one step. A failure before that leaves the old files
    as they were, and a failure between two renames puts back what was replaced. During the
    renaming, interrupts wait. What a killed run left behind is removed by the next one.

    Parameters
    ----------
    files : mapping of Path to bytes
        Target to content. A folder is made if only its last part is missing. A target that is a
        link is replaced; what it points to stays.
    read : collection of Path, optional
        The files that the content was made from: none of them is written over.

    Raises
    ------
    MapError
        If a target is a file of `read` or there twice, is a folder, its folder cannot be made or
        written to, or the disk is full.
    """
    refuse_clashes(files, read)
    folders = list(dict.fromkeys(path.parent for path in files))
    for folder in folders:
        with _as_problem(folder):
            prepare_folder(folder)
    _refuse_others(files)
    with ExitStack() as stack:
        stages = {folder: stack.enter_context(_stage(folder)) for folder in folders}
        moves = []
        for number, (target, data) in enumerate(files.items()):
            with _as_problem(target.parent):
                moves.append((_staged(stages[target.parent] / f"{number}.new", data), target))
        with _uninterrupted():
            _rename_all(moves)
    return [Written(path, len(data)) for path, data in files.items()]


def refuse_clashes(targets: Iterable[Path], read: Collection[Path] = ()) -> None:
    """Refuse targets that are an input, or one another under two spellings.

    Parameters
    ----------
    targets : iterable of Path
        With repetitions, if two things are to be written to one path.
    read : collection of Path
        Inputs. One file is recognized through links, dots and the case of its name.

    Raises
    ------
    MapError
        One problem a target.
    """
    inputs = {mark for path in read for mark in (_place(path), _inode(path)) if mark}
    problems = []
    seen: set[tuple[object, ...]] = set()
    for target in targets:
        place = _place(target)
        if place in inputs or _inode(target) in inputs:
            remedy = "Write to another file, or rename the input."
            problems.append(Problem(shown(target), "is read, and would be written over", remedy))
        elif place in seen:
            remedy = "Give each its own file."
            problems.append(Problem(shown(target), "would be written twice", remedy))
        seen.add(place)
    if problems:
        raise MapError(problems)


def _place(path: Path) -> tuple[object, ...]:
    """Return what is equal for two spellings of one entry of a folder, there or not.

    Names count as equal whatever their case and Unicode form: macOS and Windows keep one file for
    them, and a folder may be copied there.
    """
    folder = _inode(path.parent) or (str(absolute(path.parent)),)
    return (*folder, unicodedata.normalize("NFC", path.name).casefold())


def _inode(path: Path) -> tuple[object, ...] | None:
    """Return device and number of the file that a path leads to; None if there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def prepare_folder(folder: Path) -> None:
    """Make `folder` if only its last part is missing; a deeper missing path is probably a typo."""
    if folder.is_dir():
        return
    if folder.exists():
        raise MapError(Problem(str(folder), "is a file", "Name a folder."))
    if os.path.lexists(folder):
        raise MapError(Problem(str(folder), "is a link that leads nowhere", "Name a folder."))
    if not folder.parent.is_dir():
        what = f"no such folder; its parent {folder.parent} is missing too"
        raise MapError(Problem(str(folder), what, "Create it first."))
    folder.mkdir()


def _refuse_others(targets: Iterable[Path]) -> None:
    wrong = [
        Problem(str(path), "is a folder" if path.is_dir() else "is a device", "Name a file.")
        for path in targets
        if _inode(path) and not is_file(path)  # /dev/stdout would be replaced by a file
    ]
    if wrong:
        raise MapError(wrong)


@contextmanager
def _as_problem(folder: Path) -> Iterator[None]:
    """Turn what the operating system refuses into the one error a map-maker sees."""
    try:
        yield
    except MapError:
        raise
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise MapError(Problem(shown(folder), f"cannot be written: {reason(error)}")) from None


@contextmanager
def _stage(folder: Path) -> Iterator[Path]:
    """Make a folder for files that wait, and remove it at the end, with all that were abandoned."""
    with _as_problem(folder):
        _remove_abandoned(folder)
        stage = Path(tempfile.mkdtemp(prefix=f"{_STAGE}{os.getpid()}-", dir=folder))
    try:
        with _as_problem(folder):
            lock = (stage / _LOCK).open("wb")
        with lock:
            if fcntl is not None:
                with suppress(OSError):  # some network drives have no locks
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _remove_abandoned(folder: Path) -> None:
    for entry in list(os.scandir(folder)):
        if entry.name.startswith(_STAGE) and entry.is_dir(follow_symlinks=False):
            stage = Path(entry.path)
            if _is_abandoned(stage):
                shutil.rmtree(stage, ignore_errors=True)


def _is_abandoned(stage: Path) -> bool:
    """Tell whether the run that made the folder has ended: the system drops the locks of the dead.

    A folder without a lock is that of a run that was killed, or is just about to take it.
    """
    with suppress(OSError, ValueError):
        age = time.time() - stage.stat().st_mtime
        if fcntl is None:
            return age > _DAY
        process = int(stage.name.removeprefix(_STAGE).partition("-")[0])
        return not _is_locked(stage) and (age > _MINUTE or not _runs(process))
    return False


def _is_locked(stage: Path) -> bool:
    try:
        with (stage / _LOCK).open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)  # sends nothing
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # another user's
    return True


def _staged(path: Path, data: bytes) -> Path:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return path


def _rename_all(moves: list[tuple[Path, Path]]) -> None:
    """Rename every staged file to its target; if one fails, put all of them back.

    The old files are kept before the first rename, so that the renames follow at once: only a run
    that is killed among them, without warning, leaves some files old; the next run makes them new.
    """
    old: list[Path | None] = []
    for staged, target in moves:
        with _as_problem(target):
            old.append(_kept(target, staged.with_suffix(".old")))
    done: list[tuple[Path, Path | None]] = []
    try:
        for (staged, target), kept in zip(moves, old, strict=True):
            with _as_problem(target):
                staged.replace(target)
            done.append((target, kept))
    except BaseException:
        for target, kept in reversed(done):
            if kept is None:
                target.unlink(missing_ok=True)
            else:
                kept.replace(target)
        raise


def _kept(target: Path, copy: Path) -> Path | None:
    """Keep the old file under a second name until all are renamed; None if there is no old one."""
    if not os.path.lexists(target):
        return None
    try:
        os.link(target, copy, follow_symlinks=False)
    except OSError:  # drives without links
        shutil.copy2(target, copy, follow_symlinks=False)
    return copy


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold back the interrupts a user or a scheduler sends, where the system can."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)

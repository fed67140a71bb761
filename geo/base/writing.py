"""Files written whole or not at all, and never over what a command reads."""

from __future__ import annotations

import os
import shutil
import signal
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from geo.base.errors import MapError, Problem
from geo.base.files import absolute, is_file, reason, shown
from geo.base.stage import Step, guarded, stage_in, write_down


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: its path, and its size in bytes."""

    path: Path
    size: int


def write_whole(files: Mapping[Path, bytes], *, read: Collection[Path] = ()) -> list[Written]:
    """Write files whole or not at all.

    All of them are first written into a hidden folder beside their targets. When the last one is
    safely on disk, what is to be renamed is written down too, and then they are renamed, each in
    one step; interrupts wait until that is done.

    A failure before the renames leaves the old files as they were, one among them puts back what
    was replaced. A run that is killed leaves all old files or all new ones: a second process does
    the renames that are left, within milliseconds, or the next run does if that was killed as well
    (see `geo.base.stage`). Only who reads several files in those milliseconds can meet old ones
    beside new ones: no system renames files that lie beside others at one stroke. What a killed
    run left behind is removed by the next one.

    Parameters
    ----------
    files : mapping of Path to bytes
        Target to content; without any, nothing is done. A folder is made if only its last part is
        missing. A target that is a link is replaced; what it points to stays.
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
    if not files:
        return []
    with ExitStack() as stack:
        stages: dict[Path, Path] = {}
        for folder in folders:
            with _as_problem(folder):
                stages[folder] = stack.enter_context(stage_in(folder))
        moves = []
        for number, (target, data) in enumerate(files.items()):
            with _as_problem(target.parent):
                moves.append((_staged(stages[target.parent] / f"{number}.new", data), target))
        with _uninterrupted():
            _rename_all(moves, list(stages.values()))
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


def _staged(path: Path, data: bytes) -> Path:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return path


def _rename_all(moves: Sequence[tuple[Path, Path]], stages: Sequence[Path]) -> None:
    """Rename every staged file to its target; if one fails, put all of them back.

    The old files are kept before the first rename, so that the renames follow at once.
    """
    back: list[Step] = []
    for staged, target in moves:
        with _as_problem(target):
            back.append((_kept(target, staged.with_suffix(".old")), target))
    with _as_problem(stages[0].parent):
        write_down(stages, moves)
    done = 0
    with guarded(stages) if len(moves) > 1 else nullcontext():
        try:
            for staged, target in moves:
                with _as_problem(target):
                    staged.replace(target)
                done += 1
        except BaseException:
            _put_back(back[:done], stages)
            raise


def _put_back(steps: Sequence[Step], stages: Sequence[Path]) -> None:
    with suppress(OSError):  # what can be put back is, even if the disk takes no more notes
        write_down(stages, steps)
    for kept, target in reversed(steps):
        if kept is None:
            target.unlink(missing_ok=True)
        else:
            kept.replace(target)
    with suppress(OSError):
        write_down(stages, [])


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

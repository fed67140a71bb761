"""Files read with plain refusals, and written whole or not at all."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from geo.base.errors import MapError, Problem, nearest, offer
from geo.base.text import decode


def read_bytes(path: Path) -> bytes:
    """Return a file's content; a missing file, a folder or a refused one is a `MapError`."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise MapError(Problem(str(path), "no such file", instead_of(path))) from None
    except IsADirectoryError:
        raise MapError(Problem(str(path), "is a folder", "Name a file in it.")) from None
    except PermissionError:
        raise MapError(Problem(str(path), "cannot be read", "Change its permissions.")) from None


def instead_of(path: Path) -> str:
    """Return what to do about a missing file: its folder is missing too, or a name is near."""
    if not path.parent.is_dir():
        return f"The folder {path.parent} does not exist."
    near = nearest(path.name, (p.name for p in path.parent.iterdir() if p.is_file()))
    return offer(near) or "Check the path."


def read_text(path: Path) -> str:
    """Return the text of a file in UTF-8, UTF-16 or GB18030 (see `decode`)."""
    return decode(read_bytes(path), str(path))


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: its path, and its size in bytes."""

    path: Path
    size: int


def stale(files: Mapping[str, bytes], folder: Path) -> list[str]:
    """Return the names of those files that `folder` lacks or has with other content."""
    return [
        n
        for n, data in files.items()
        if not (folder / n).is_file() or (folder / n).read_bytes() != data
    ]


def write_whole(files: Mapping[str, bytes], folder: Path) -> list[Written]:
    """Write files whole or not at all.

    All of them are first written next to their targets under temporary names; only when the last
    one is safely on disk are they renamed, each in one step. A failure or an interrupt before that
    leaves the old files as they were; during the renaming, interrupts wait.

    Parameters
    ----------
    files : mapping of str to bytes
        Name in the folder to content.
    folder : Path
        Made if only its last part is missing.

    Raises
    ------
    MapError
        If the folder cannot be made or written to, a name is that of a folder, or the disk is full.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        prepare_folder(folder)
        _refuse_folders(folder / name for name in files)
        for name, data in files.items():
            staged.append((_stage(folder, name, data), folder / name))
        with _uninterrupted():
            for temporary, target in staged:
                temporary.replace(target)
    except OSError as error:
        raise MapError(Problem(str(folder), f"cannot be written: {error.strerror}")) from None
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)
    return [Written(folder / name, len(data)) for name, data in files.items()]


def prepare_folder(folder: Path) -> None:
    """Make `folder` if only its last part is missing; a deeper missing path is probably a typo."""
    if folder.is_dir():
        return
    if folder.exists():
        raise MapError(Problem(str(folder), "is a file", "Name a folder."))
    if not folder.parent.is_dir():
        what = f"no such folder; its parent {folder.parent} is missing too"
        raise MapError(Problem(str(folder), what, "Create it first."))
    folder.mkdir()


def _refuse_folders(targets: Iterable[Path]) -> None:
    wrong = [Problem(str(path), "is a folder", "Name a file.") for path in targets if path.is_dir()]
    if wrong:
        raise MapError(wrong)


def _stage(folder: Path, name: str, data: bytes) -> Path:
    handle, temporary = tempfile.mkstemp(prefix=f".{name}.", suffix=".part", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        umask = os.umask(0)
        os.umask(umask)
        Path(temporary).chmod(0o666 & ~umask)  # mkstemp gives 0600, but others have to read a map
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return Path(temporary)


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

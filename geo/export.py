"""Make every file of a map, write them whole or not at all: same input, same bytes."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import MapError, Problem
from geo.plate_spec import PlateFormat
from geo.spec import Output

if TYPE_CHECKING:
    from geo.choropleth import Choropleth

PLATE_FORMATS: tuple[PlateFormat, ...] = ("png", "svg", "pdf", "tiff")


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: its path, and its size in bytes."""

    path: Path
    size: int


def render(
    choropleth: Choropleth,
    outputs: Collection[Output],
    progress: Callable[[str], None] = lambda _: None,
) -> dict[str, bytes]:
    """Make the files of a map in memory.

    Parameters
    ----------
    choropleth : Choropleth
    outputs : collection of {"html", "embed", "png", "svg", "pdf", "tiff", "data"}
    progress : callable, optional
        Told the name of each part before it is made.

    Returns
    -------
    dict of str to bytes
        File name to content.
    """
    name = choropleth.name
    files: dict[str, bytes] = {}
    if "html" in outputs:
        from geo.web import page

        progress(f"{name}.html")
        files[f"{name}.html"] = page(choropleth).encode()
    if "embed" in outputs:
        from geo.article import embed_files

        progress(f"{name}-embed.html")
        files |= embed_files(choropleth)
    drawn = {ending for plate in choropleth.spec.plates for ending in plate.formats}
    if formats := [f for f in PLATE_FORMATS if f in outputs and f in drawn]:
        from geo.layout import plates

        progress(", ".join(f"{name}.{f}" for f in formats))
        files |= plates(choropleth, formats)
    if "data" in outputs:
        from geo.datafiles import to_csv, to_geojson

        progress(f"{name}.geojson")
        files |= {f"{name}.geojson": to_geojson(choropleth), f"{name}.csv": to_csv(choropleth)}
    if not files:
        what = f"asks for {', '.join(outputs)}, which no plate of the spec has among its formats"
        raise MapError(Problem(f"{name}, outputs", what, "Add the format to [[plates]]."))
    return files


def stale(files: Mapping[str, bytes], folder: Path) -> list[str]:
    """Return the names of those files that `folder` lacks or has with other content."""
    return [
        n
        for n, data in files.items()
        if not (folder / n).is_file() or (folder / n).read_bytes() != data
    ]


def write_whole(files: Mapping[str, bytes], folder: Path) -> list[Written]:
    """Write files whole or not at all.

    All of them are first written beside their targets under other names; only when the last one is
    safely on disk are they renamed, each in one step. A failure or an interrupt before that leaves
    the old files as they were; during the renaming, interrupts wait.

    Raises
    ------
    MapError
        If the folder does not exist and cannot be made, or there is no room.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        prepare_folder(folder)
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
    """Make `folder` if only its last part is missing; more than that is a slip of the pen."""
    if folder.is_dir():
        return
    if folder.exists():
        raise MapError(Problem(str(folder), "is a file", "Name a folder."))
    if not folder.parent.is_dir():
        raise MapError(
            Problem(str(folder), "no such folder", f"Nor is there {folder.parent}. Make it first.")
        )
    folder.mkdir()


def _stage(folder: Path, name: str, data: bytes) -> Path:
    handle, temporary = tempfile.mkstemp(prefix=f".{name}.", suffix=".part", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        umask = os.umask(0)
        os.umask(umask)
        Path(temporary).chmod(0o666 & ~umask)  # mkstemp gives 0600; a map is to be read by others
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

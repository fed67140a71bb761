"""Files read with plain refusals; what the operating system refuses, in one sentence."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from geo.base.errors import MapError, Problem, nearest, offer
from geo.base.text import decode

#: What Python makes of a byte of a file's name that is not UTF-8, such as those of GBK.
_NO_TEXT = re.compile("[\ud800-\udfff]")
_ADDRESS = re.compile(r"(^|/)(https?|ftp|s3|gs):/")


def read_bytes(path: Path) -> bytes:
    """Return a file's content.

    Raises
    ------
    MapError
        For whatever the operating system refuses: a missing file, a folder, a loop of links, a name
        that is too long. Also for a name in bytes that are no text, as pages say what they are made
        of.
    """
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise MapError(unreadable(path, error)) from None
    in_text(path, path.name)
    return data


def in_text(path: Path, words: str) -> str:
    """Return what a spec or a page says of a path: all of it, or its name.

    Raises
    ------
    MapError
        If these words hold bytes that are not UTF-8, which no text can say.
    """
    if _NO_TEXT.search(words):
        what = "has bytes in its name that are not UTF-8"
        raise MapError(Problem(shown(path), what, "Rename it."))
    return words


def unreadable(path: Path, error: OSError | ValueError) -> Problem:
    """Return why a file cannot be read; a `ValueError` is that of a path with a NUL in it."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return Problem(shown(path), "no such file", instead_of(path))
        case IsADirectoryError():
            return Problem(shown(path), "is a folder", "Name a file in it.")
        case PermissionError():
            return Problem(shown(path), "cannot be read", "Change its permissions.")
    return Problem(shown(path), f"cannot be read: {reason(error)}", "Check the path.")


def reason(error: Exception) -> str:
    """Return what the operating system says, without its number: ``No space left on device``."""
    return (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__


def shown(path: Path) -> str:
    """Return a path for a message, a character that a terminal would obey written as an escape."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in str(path))


def instead_of(path: Path, written: Path | None = None) -> str:
    """Return what to do about a missing file: its folder is missing too, or a name is near.

    Parameters
    ----------
    path : Path
    written : Path, optional
        As the map-maker wrote it, where that is not `path`: so the near one is offered, too.
    """
    if not str(path).isprintable():  # "data\new.csv" in a spec
        return r"Between double quotes \n is a line break, \t a tab: write / between folders."
    if _ADDRESS.search(path.as_posix()):  # a path has one slash where an address has two
        return "That is an address on the web: download the file and name the copy."
    if "\\" in path.name:  # no separator here, or it would not be in the name
        return "Write / between folders."
    try:
        names = [entry.name for entry in os.scandir(path.parent) if entry.is_file()]
    except (FileNotFoundError, NotADirectoryError):
        return f"The folder {path.parent} does not exist."
    except (OSError, ValueError):
        return "Check the path."
    near = nearest(path.name, _of_kind(path, names))
    return offer([shown((written or path).with_name(name)) for name in near]) or "Check the path."


def _of_kind(path: Path, names: list[str]) -> list[str]:
    """Return the names with the ending of `path`, or else the nearest ending; all for none."""
    kinds = {Path(name).suffix.lower() for name in names}
    ending = path.suffix.lower()
    kind = ending if ending in kinds else "".join(nearest(ending, kinds, most=1))
    return [name for name in names if not ending or Path(name).suffix.lower() == kind]


def is_file(path: Path) -> bool:
    """Tell whether there is such a file; False for a path that the system refuses to look at.

    `Path.is_file` raises for names that are too long, and `Path.resolve` for loops of links.
    """
    return os.path.isfile(path)  # noqa: PTH113


def absolute(path: Path) -> Path:
    """Return a path without links and dots; a loop of links or a NUL leaves it as it is."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return path.absolute()


def read_text(path: Path) -> str:
    """Return the text of a file in UTF-8, UTF-16 or GB18030 (see `decode`)."""
    return decode(read_bytes(path), str(path))


def stale(files: Mapping[Path, bytes]) -> list[Path]:
    """Return those of the files that are missing or have other content on disk."""
    return [path for path, data in files.items() if not is_file(path) or read_bytes(path) != data]

"""What took long to make, kept on this machine under a key that names all it was made of.

Only bytes are kept, never code: an entry that is damaged, or was put there by others, is no more
than a file whose checksum is wrong.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from geo.base.packaged import version

#: Bytes of all entries together; the longest unused go first.
_MOST = 512_000_000
_ENDING = ".kept"
#: No home, no folder, no room, no right to write.
_UNABLE = (OSError, RuntimeError)


def folder() -> Path:
    """Return where entries lie: below ``XDG_CACHE_HOME``, else where the system has caches."""
    if told := os.environ.get("XDG_CACHE_HOME"):
        return Path(told) / "geo-choropleth"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        return Path(local) / "geo-choropleth" / "Cache"
    home = Path.home()
    mac = sys.platform == "darwin"
    return (home / "Library" / "Caches" if mac else home / ".cache") / "geo-choropleth"


def checksum(
    files: Iterable[Path], rooms: Iterable[str], made_by: Iterable[str], said: object
) -> str:
    """Return a key for what is made of files; empty if one cannot be read.

    Parameters
    ----------
    files : iterable of Path
        Whose bytes count.
    rooms : iterable of str
        Of this package, whose code and data make it.
    made_by : iterable of str
        Distributions whose version counts.
    said : object
        What else it depends on, as JSON has it.
    """
    digest = hashlib.sha256()
    try:
        for path in (*files, *_own(rooms)):
            digest.update(f"{path.name} {path.stat().st_size}\n".encode())
            digest.update(path.read_bytes())
    except OSError:
        return ""  # reading says what is wrong with the file
    about = [said, platform.python_version(), *map(version, made_by)]
    digest.update(json.dumps(about, sort_keys=True).encode())
    return digest.hexdigest()


def _own(rooms: Iterable[str]) -> list[Path]:
    package = Path(__file__).parents[1]
    found = (path for room in rooms for path in (package / room).rglob("*") if path.is_file())
    return sorted(path for path in found if path.suffix != ".pyc")


def recall(key: str) -> bytes | None:
    """Return what is kept under a key; None if there is nothing, or not what was put there.

    Parameters
    ----------
    key : str
        Letters and digits that a file may be named after: a checksum of everything that the entry
        depends on.
    """
    try:
        path = folder() / f"{key}{_ENDING}"
        data = path.read_bytes()
        os.utime(path)  # used now: see `_tidied`
    except _UNABLE:
        return None
    size = hashlib.sha256().digest_size
    return data[size:] if hashlib.sha256(data[size:]).digest() == data[:size] else None


def keep(key: str, data: bytes) -> None:
    """Keep bytes under a key, whole or not at all; where that cannot be, nothing is said.

    Parameters
    ----------
    key : str
        See `recall`.
    data : bytes
    """
    if len(data) > _MOST:
        return
    with suppress(*_UNABLE):
        place = folder()
        place.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(data).digest() + data)
            # A reader, or another build of the same map, meets the old entry or the new one.
            Path(name).replace(place / f"{key}{_ENDING}")
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _tidied(place)


def _tidied(place: Path) -> None:
    """Remove the entries that were not used for longest, until the rest is small enough."""
    found = [(path.stat(), path) for path in place.glob(f"*{_ENDING}")]
    free = _MOST
    for stat, path in sorted(found, key=lambda entry: entry[0].st_mtime_ns, reverse=True):
        free -= stat.st_size
        if free < 0:
            path.unlink(missing_ok=True)

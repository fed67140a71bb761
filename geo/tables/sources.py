"""Where records lie: files, patterns, standard input, object stores; told apart by content."""

from __future__ import annotations

import glob
import gzip
import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from geo.base.errors import MapError, Problem

if TYPE_CHECKING:
    from fsspec.spec import AbstractFileSystem

#: Bytes of a text file that is read whole, as tables are; a GB of memory holds it.
_SMALL = 1 << 26
#: Bytes that a look into a file takes.
SAMPLE = 1 << 16
#: Characters of what a library says that are told.
_LONGEST = 160
_REMOTE = "Look at its address, your credentials and the network."
STDIN = "-"

Location = str | Path
"""A path, ``-`` for standard input, or an address such as ``s3://bucket/2024.parquet``."""


def named(location: Location) -> str:
    """Return what messages call a location."""
    return "standard input" if str(location) == STDIN else str(location)


def is_remote(location: Location) -> bool:
    """Tell whether a location is an address."""
    return "://" in str(location)


def is_web(location: Location) -> bool:
    """Tell whether a location is on a web server."""
    return str(location).startswith(("http://", "https://"))


@contextmanager
def readable(location: Location) -> Iterator[None]:
    """Say in a sentence why a file cannot be read.

    Raises
    ------
    MapError
        For what goes wrong in the block with the file, the system or the network.
    """
    try:
        import pyarrow as pa  # an extra: small tables are read without it
    except ImportError:
        remedy = "Install it with: pip install 'geo-choropleth[formats]'"
        raise MapError(Problem("", "records in this form need pyarrow", remedy)) from None
    try:
        yield
    except FileNotFoundError as error:
        if isinstance(error.__cause__, OSError):  # what a web address says for any silence
            what = "cannot be read: the server does not answer"
            raise MapError(Problem(named(location), what, _REMOTE)) from None
        raise MapError(Problem(named(location), "is not there", "Look at its name.")) from None
    except (OSError, EOFError, UnicodeError, pa.ArrowInvalid, *_network_errors()) as error:
        reason = (str(error) or type(error).__name__).splitlines()[0][:_LONGEST]
        remedy = "Is it whole? Text is read in UTF-8, UTF-16 and GB18030."
        remedy = _REMOTE if is_remote(location) else remedy
        raise MapError(Problem(named(location), f"cannot be read: {reason}", remedy)) from None


def _network_errors() -> tuple[type[Exception], ...]:
    """Return what the libraries of addresses raise besides OSError, as far as they are in use."""
    found = []
    for module, name in (("obstore.exceptions", "BaseError"), ("aiohttp", "ClientError")):
        if module in sys.modules:
            found.append(getattr(sys.modules[module], name))
    return tuple(found)


def expanded(locations: Sequence[Location]) -> list[str]:
    """Put the files that fit a pattern in its place, in the order of their names.

    Raises
    ------
    MapError
        If the package for addresses is not there.
    """
    found: list[str] = []
    for location in map(str, locations):
        if is_remote(location):
            found += _remote(location)
        else:
            known = location == STDIN or Path(location).exists()
            # Path.glob takes no absolute pattern.
            fits = [] if known else sorted(glob.glob(location, recursive=True))  # noqa: PTH207
            found += fits or [location]
    return found


def _remote(address: str) -> list[str]:
    # A question mark begins the query of a web address, and is no sign of a pattern.
    if not any(sign in address for sign in "*["):
        return [address]
    with readable(address):
        store, path = _store(address)
        return [store.unstrip_protocol(one) for one in sorted(store.glob(path))] or [address]


def is_stream(locations: Sequence[Location]) -> bool:
    """Tell whether records have to be streamed: many, large, not here, no text or workbook."""
    if len(locations) != 1 or str(locations[0]) == STDIN or is_remote(locations[0]):
        return True
    path = Path(locations[0])
    try:
        with path.open("rb") as file:
            start = file.read(8)
    except OSError:
        return False  # what reads it says why it cannot
    book = start.startswith((b"PK", b"\xd0\xcf"))
    return kind_of(start) != "text" or (not book and path.stat().st_size > _SMALL)


def kind_of(start: bytes) -> str:
    """Return the format that a file's first eight bytes tell; ``text`` if they tell none."""
    for magic, kind in (
        (b"PAR1", "parquet"), (b"ARROW1", "arrow"), (b"\xff\xff\xff\xff", "arrows"),
        (b"fgb", "fgb"), (b"\x1f\x8b", "gzip"),
    ):  # fmt: skip
        if start.startswith(magic):
            return kind
    return "text"


def size_of(location: Location) -> int | None:
    """Return a location's bytes; None where nobody can know."""
    if str(location) == STDIN:
        return None
    if not is_remote(location):
        return Path(location).stat().st_size
    store, path = _store(str(location))
    size = store.info(path).get("size")
    return None if size is None else int(size)


@contextmanager
def opened(location: Location) -> Iterator[io.BufferedReader]:
    """Open a location for reading; what is packed by gzip stays packed.

    Raises
    ------
    OSError
        If it cannot be opened.
    """
    if str(location) == STDIN:
        # Not closed: it is the caller's.
        yield io.BufferedReader(cast("io.RawIOBase", sys.stdin.buffer), SAMPLE)
    elif not is_remote(location):
        with Path(location).open("rb", buffering=SAMPLE) as file:
            yield cast("io.BufferedReader", file)
    else:
        store, path = _store(str(location))
        # A web server that gives no parts of files gives them from the beginning only.
        forward = is_web(location) and not store.info(path).get("partial")
        with store.open(path, "rb", **({"block_size": 0} if forward else {})) as file:
            raw = cast("io.RawIOBase", _Forward(file) if forward else file)
            with io.BufferedReader(raw, SAMPLE) as buffered:
                yield cast("io.BufferedReader", buffered)


class _Forward(io.RawIOBase):
    """A file that is read from its beginning to its end, and says so."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._at = file, 0

    def readable(self) -> bool:
        return True

    def readinto(self, into: bytearray) -> int:  # type: ignore[override]
        read = self._file.read(len(into))
        into[: len(read)] = read
        self._at += len(read)
        return len(read)

    def tell(self) -> int:
        return self._at


def unpacked(file: io.BufferedReader) -> io.BufferedReader:
    """Return a reader of what is packed in a file; the file itself if it is not packed."""
    if kind_of(file.peek(8)[:8]) != "gzip":
        return file
    return io.BufferedReader(cast("io.RawIOBase", gzip.GzipFile(fileobj=file)), SAMPLE)


def _store(address: str) -> tuple[AbstractFileSystem, str]:
    scheme = address.partition("://")[0]
    try:
        import fsspec  # an extra, for what lies elsewhere

        if scheme in {"s3", "gs", "az", "abfs"}:
            from obstore.fsspec import register

            register(scheme)
        return cast("tuple[AbstractFileSystem, str]", fsspec.url_to_fs(address))
    except ImportError:
        remedy = "Install it with: pip install 'geo-choropleth[stores]'"
        raise MapError(Problem(address, f"{scheme}:// needs fsspec", remedy)) from None
    except ValueError as error:  # no such scheme
        remedy = "Write s3://, gs://, az:// or https://."
        raise MapError(Problem(address, f"cannot be read: {error}", remedy)) from None

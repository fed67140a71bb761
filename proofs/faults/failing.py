"""Functions of the operating system that fail at the n-th call, or send a signal there."""

from __future__ import annotations

import builtins
import io
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_NAMED = ("replace", "rename", "mkdir", "chmod", "open", "link", "symlink")
_BY_HANDLE = ("fsync", "write", "ftruncate", "fchmod")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass
class Fault:
    """What happens at which call: an error of the system, or a signal to this process."""

    at: int = -1
    error: int = 0
    signal: int = 0
    folder: str = ""
    #: The one that fails; what it forks, as the guard of its files, does not.
    process: int = 0
    calls: list[str] = field(default_factory=list)

    def count(self, what: str) -> None:
        """Note a call that writes; at the chosen one, fail."""
        number = len(self.calls)
        self.calls.append(what)
        if number != self.at or os.getpid() != self.process:
            return
        if self.signal:
            os.kill(os.getpid(), self.signal)
            return
        raise OSError(self.error, os.strerror(self.error), what.partition(" ")[2] or None)


class Writer:
    """A file whose writing is counted; otherwise the file itself."""

    def __init__(self, file: Any, fault: Fault) -> None:
        self._file, self._fault = file, fault

    def write(self, data: Any) -> int:
        """Write, if this is not the call that fails."""
        self._fault.count("write")
        return self._file.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> Writer:
        self._file.__enter__()
        return self

    def __exit__(self, *exception: object) -> None:
        self._file.__exit__(*exception)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._file)


@contextmanager
def failing(fault: Fault) -> Iterator[None]:
    """Count the calls that write below a folder, and let the chosen one fail."""
    fault.process = os.getpid()
    saved = {name: getattr(os, name) for name in (*_NAMED, *_BY_HANDLE)}
    opened = io.open
    try:
        for name in _NAMED:
            setattr(os, name, _named(name, saved[name], fault))
        for name in _BY_HANDLE:
            setattr(os, name, _by_handle(name, saved[name], fault))
        io.open = builtins.open = _open(opened, fault)  # type: ignore[assignment]
        yield
    finally:
        for name, function in saved.items():
            setattr(os, name, function)
        io.open = builtins.open = opened  # type: ignore[assignment]


def _named(name: str, function: Callable[..., Any], fault: Fault) -> Callable[..., Any]:
    def called(path: Any, *arguments: Any, **options: Any) -> Any:
        flags = arguments[0] if name == "open" and arguments else _WRITING
        if flags & _WRITING if name == "open" else True:
            _note(name, path, fault)
        return function(path, *arguments, **options)

    return called


def _by_handle(name: str, function: Callable[..., Any], fault: Fault) -> Callable[..., Any]:
    def called(handle: Any, *arguments: Any, **options: Any) -> Any:
        if not isinstance(handle, int) or handle > 2:  # the console is not a file of the map
            fault.count(name)
        return function(handle, *arguments, **options)

    return called


def _open(function: Callable[..., Any], fault: Fault) -> Callable[..., Any]:
    def called(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        if not set(mode) & set("wax+"):
            return function(file, mode, *arguments, **options)
        if isinstance(file, int):
            return Writer(function(file, mode, *arguments, **options), fault)
        if not _below(file, fault.folder):
            return function(file, mode, *arguments, **options)
        _note("open", file, fault)
        return Writer(function(file, mode, *arguments, **options), fault)

    return called


def _note(name: str, path: Any, fault: Fault) -> None:
    if isinstance(path, int):
        fault.count(name)
    elif _below(path, fault.folder):
        fault.count(f"{name} {Path(os.fsdecode(path)).name}")


def _below(path: Any, folder: str) -> bool:
    return os.path.abspath(os.fsdecode(path)).startswith(folder)  # noqa: PTH100 - of any kind


SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)

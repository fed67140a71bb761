"""Files that come with packages: read, and refused by name if they are missing or damaged."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib import metadata
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from geo.base.errors import MapError, Problem

_OWN = "geo-choropleth"


class Recorded(NamedTuple):
    """What the installer noted of a file: its size in bytes, and its SHA-256 in base64."""

    size: int
    digest: str


def packaged(*parts: str) -> str:
    """Return the text of a file of this package.

    Parameters
    ----------
    *parts : str
        Its path below ``geo``: ``"web", "dist", "page.js"``.

    Raises
    ------
    MapError
        If it is missing, empty, no text, or not the file that was installed: half a script would
        make a page that looks right and does nothing.
    """
    path = Path(str(files("geo").joinpath(*parts)))
    try:
        data = path.read_bytes()
        text = data.decode().replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        raise damaged(path, _OWN) from None
    noted = recorded(_OWN).get(path)
    if not text.strip() or (noted and noted.digest != _digest(data)):
        raise damaged(path, _OWN)
    return text


def packaged_json(*parts: str) -> Any:  # noqa: ANN401 - the caller knows what it holds
    """Return the content of a JSON file of this package; see `packaged`."""
    try:
        return json.loads(packaged(*parts))
    except json.JSONDecodeError:
        raise damaged(Path(str(files("geo").joinpath(*parts))), _OWN) from None


@cache
def version(name: str = _OWN) -> str:
    """Return a package's version, by default our own: ``0.1.0``; empty if it is not installed."""
    try:
        return metadata.version(name)
    except PackageNotFoundError:
        return ""


def damaged(path: Path, name: str) -> MapError:
    """Return the error for a file of an installed distribution that cannot be used."""
    what = "is missing or damaged"
    return MapError(Problem(str(path), what, f"Install {name} again."))


@cache
def recorded(name: str) -> Mapping[Path, Recorded]:
    """Return what the installer recorded of a distribution's files, by their paths.

    Empty for a source tree, where git knows what has changed. See the specification "Recording
    installed projects" of the Python Packaging Authority.
    """
    try:
        listed = distribution(name).files or []
    except PackageNotFoundError:
        return {}
    return {
        Path(str(file.locate())): Recorded(file.size or 0, file.hash.value)
        for file in listed
        if file.hash is not None and file.hash.mode == "sha256"
    }


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")

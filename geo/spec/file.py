"""Read a spec from ``maps/*.toml`` and report everything that is wrong with it at once."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from geo.base.errors import MapError, Problem, did_you_mean
from geo.base.files import absolute, instead_of, is_file, read_text, shown
from geo.spec.model import MapSpec


def read_spec(path: Path) -> MapSpec:
    """Read and check a spec.

    Parameters
    ----------
    path : Path
        A TOML file. Paths in it are relative to its folder.

    Returns
    -------
    MapSpec
        With absolute paths.

    Raises
    ------
    MapError
        Every problem of the file at once: syntax, unknown keys (with the nearest known one), wrong
        types, files that do not exist.
    """
    try:
        raw = tomllib.loads(read_text(path))
    except MapError:
        raise
    except (ValueError, RecursionError) as error:  # ValueError: also an integer of 5,000 digits
        what = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise MapError(
            Problem(str(path), f"is not valid TOML: {what}", "See https://toml.io.")
        ) from None
    try:
        spec = MapSpec.model_validate(raw)
    except ValidationError as error:
        raise MapError([p for item in error.errors() for p in _problems(str(path), item)]) from None
    return _resolved(spec, path)


def _problems(source: str, item: ErrorDetails) -> list[Problem]:
    """Turn one of pydantic's errors into the project's form."""
    # pydantic marks a wrong key of a dict by a part of the path that no reader wrote.
    trail = [part for part in item["loc"] if part != "[key]"]
    where = f"{source}, {_dotted(trail)}" if trail else source
    if item["type"] == "extra_forbidden":
        known = _keys_at(trail[:-1])
        return [Problem(where, f"unknown key {trail[-1]!r}", did_you_mean(str(trail[-1]), known))]
    if item["type"] == "missing":
        return [Problem(where, "is missing", f"Add the key {trail[-1]!r}.")]
    if item["type"] == "value_error":
        # Validators of a whole table report several faults in one error, a line each.
        lines = str(item["ctx"]["error"]).splitlines()
        return [Problem(where, what.rstrip(".")) for what in lines]
    value = item["input"]
    shown = f"{value!r}: " if isinstance(value, str | int | float | bool) else ""
    # pydantic's messages are sentences; here they go on after the value.
    message = item["msg"][0].lower() + item["msg"][1:]
    return [Problem(where, f"{shown}{message}")]


def _dotted(trail: list[str | int]) -> str:
    """``measures[2].unit``, counting from 1 as a reader does."""
    text = ""
    for part in trail:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".")


def _keys_at(trail: list[str | int]) -> list[str]:
    """Return the keys allowed in the table at `trail`."""
    model: type[BaseModel] = MapSpec
    for part in trail:
        if isinstance(part, int):
            continue
        # The model is behind `X | None` or `tuple[X, ...]`; its type arguments lead to it.
        inner = model.model_fields[part].annotation
        candidates = [inner, *getattr(inner, "__args__", ())]
        model = next(c for c in candidates if isinstance(c, type) and issubclass(c, BaseModel))
    return list(model.model_fields)


def _resolved(spec: MapSpec, path: Path) -> MapSpec:
    """Return the spec with absolute paths, each of which exists."""
    folder = path.parent
    missing: list[Problem] = []
    if not (spec.boundaries.file or spec.boundaries.code):
        missing.append(
            Problem(
                f"{path}, boundaries", "names no polygons", "Add `file` or `code` to [boundaries]."
            )
        )
    if not (spec.table.file or spec.table.release):
        missing.append(
            Problem(f"{path}, table", "names no figures", "Add `file` or `release` to [table].")
        )

    def found(file: Path | None, key: str) -> Path | None:
        if file is None:
            return None
        target = absolute(folder / file)
        if not is_file(target):
            what = f"no such file '{shown(file)}'"
            missing.append(Problem(f"{path}, {key}", what, instead_of(target)))
        return target

    # `model_copy` does not validate anew: the paths are all that changes, and they were checked.
    boundaries = spec.boundaries.model_copy(
        update={
            "file": found(spec.boundaries.file, "boundaries.file"),
            "zones": found(spec.boundaries.zones, "boundaries.zones"),
        }
    )
    table = spec.table.model_copy(
        update={
            key: found(getattr(spec.table, key), f"table.{key}")
            for key in ("file", "release", "totals")
        }
    )
    plates = tuple(
        plate.model_copy(update={"profile": found(plate.profile, f"plates[{n}].profile")})
        for n, plate in enumerate(spec.plates, start=1)
    )
    if missing:
        raise MapError(missing)
    return spec.model_copy(update={"boundaries": boundaries, "table": table, "plates": plates})


def with_release(spec: MapSpec, release: Path | None, area: str | None) -> MapSpec:
    """Return the spec with figures from a press release, or other polygons, instead.

    Parameters
    ----------
    spec : MapSpec
    release : Path, optional
        Its own stated totals then count, not those of the spec.
    area : str, optional
        A polygon file, or a code of the installed atlas.
    """
    changes: dict[str, Any] = {}
    if release is not None:
        if not is_file(release):
            raise MapError(
                Problem("--release", f"no such file '{shown(release)}'", instead_of(release))
            )
        figures = {"file": None, "release": release, "totals": None}
        changes["table"] = spec.table.model_copy(update=figures)
    if area is not None:
        changes["boundaries"] = spec.boundaries.model_copy(update=polygons_at(area))
    return spec.model_copy(update=changes)


def polygons_at(area: str) -> dict[str, Any]:
    """Return the keys of ``[boundaries]`` for `area`, a code of the atlas or a polygon file."""
    if area.isdigit():
        return {"file": None, "code": area}
    path = Path(area)
    if not is_file(path):
        remedy = f"{instead_of(path)} Or give a code such as 370700."
        raise MapError(Problem("--boundaries", f"no such file '{area}'", remedy))
    return {"file": absolute(path), "code": ""}


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of the spec, for editors that complete TOML."""
    schema = MapSpec.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Spec of a map",
        **schema,
    }

"""The house style of a spec: found, read, checked, and put on what the spec leaves open."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from geo.base.errors import MapError, Problem
from geo.base.files import absolute, instead_of, is_file, read_text, shown
from geo.spec.model import MapSpec
from geo.spec.problems import problems_of
from geo.spec.style import FontsSpec, StyleSpec
from geo.spec.syntax import not_toml

#: What is taken for the house style if it lies beside a spec.
BESIDE = "style.toml"


def styled(spec: MapSpec, path: Path) -> MapSpec:
    """Return a spec in its house style.

    Parameters
    ----------
    spec : MapSpec
    path : Path
        Of its file.

    Returns
    -------
    MapSpec
        `house` is the style; measures without a palette and a map without credit have its own.

    Raises
    ------
    MapError
        If the spec names a file and has a style itself, or the file is wrong.
    """
    inline = spec.house != StyleSpec()
    if spec.style and inline:
        what = "is given twice, as `style` and as [house]"
        raise MapError(Problem(f"{path}, style", what, "Keep one of them."))
    file = path.parent / (spec.style or BESIDE)
    house = spec.house
    if spec.style or (not inline and is_file(file)):
        if not is_file(file):
            what = f"no such file '{shown(spec.style or file)}'"
            raise MapError(
                Problem(f"{path}, style", what, instead_of(absolute(file), spec.style or file))
            )
        house = read_style(file)
        spec = spec.model_copy(update={"style": absolute(file)})
    return dressed(spec, house)


def dressed(spec: MapSpec, house: StyleSpec) -> MapSpec:
    """Return a spec with a house style on what it leaves open."""
    palette = {"palette": house.palette} if house.palette else {}
    measures = tuple(
        measure if "palette" in measure.model_fields_set else measure.model_copy(update=palette)
        for measure in spec.measures
    )
    changes = {"house": house, "measures": measures, "credit": spec.credit or house.credit}
    return spec.model_copy(update=changes)


def read_style(path: Path) -> StyleSpec:
    """Read and check a house style.

    Parameters
    ----------
    path : Path
        A TOML file. Paths in it are relative to its folder.

    Raises
    ------
    MapError
        Every problem of the file at once.
    """
    text = read_text(path)
    try:
        style = StyleSpec.model_validate(tomllib.loads(text))
    except ValidationError as error:
        raise MapError(problems_of(str(path), error, StyleSpec)) from None
    except (ValueError, RecursionError) as error:
        raise MapError(not_toml(str(path), text, error)) from None
    style, missing = with_files(style, path)
    if missing:
        raise MapError(missing)
    return style


def with_files(style: StyleSpec, path: Path, prefix: str = "") -> tuple[StyleSpec, list[Problem]]:
    """Return a style with absolute paths, and what is missing of its files.

    Parameters
    ----------
    style : StyleSpec
    path : Path
        The file it was read from.
    prefix : str
        Before the names of its keys in a problem.
    """
    missing: list[Problem] = []

    def found(file: Path | None, key: str) -> Path | None:
        if file is None:
            return None
        target = absolute(path.parent / file)
        if not is_file(target):
            what = f"no such file '{shown(file)}'"
            missing.append(Problem(f"{path}, {prefix}{key}", what, instead_of(target, file)))
        return target

    fonts: FontsSpec = style.fonts.model_copy(
        update={
            key: found(getattr(style.fonts, key), f"fonts.{key}")
            for key in ("text_file", "title_file")
        }
    )
    return style.model_copy(update={"fonts": fonts, "logo": found(style.logo, "logo")}), missing


def style_schema() -> dict[str, Any]:
    """Return the JSON Schema of a house style, for editors that complete TOML."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "House style of maps",
        **StyleSpec.model_json_schema(),
    }

"""What is wrong with the values of a spec, in a map-maker's words instead of pydantic's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from geo.base.errors import Problem, did_you_mean, nearest, offer
from geo.spec.model import MapSpec
from geo.spec.style import COLOR, FAMILY
from geo.spec.syntax import TABLES, in_double_brackets

_YES_OR_NO = "has to be true or false"
#: What each of pydantic's types of error means, without the value that it is about.
_MEANINGS = {
    "bool_parsing": _YES_OR_NO,
    "bool_type": _YES_OR_NO,
    "finite_number": "is not a finite number",
    "float_parsing": "is not a number",
    "float_type": "is not a number",
    "int_from_float": "is not a whole number",
    "int_parsing": "is not a whole number",
    "int_type": "is not a whole number",
    "path_type": "is not the path of a file",
    "string_too_short": "is empty",
    "too_short": "is empty",
}
#: A key that has so much of an allowed one is that one misspelt (`units` for `unit`), even if it is
#: right elsewhere.
_SLIP = 0.85
_BOUNDS = {
    "greater_than": ("gt", "has to be greater than"),
    "greater_than_equal": ("ge", "has to be at least"),
    "less_than_equal": ("le", "has to be at most"),
}


#: Colours of CSS that people write by their names.
_COLORS = {
    "black": "#000000", "white": "#ffffff", "grey": "#808080", "gray": "#808080", "red": "#ff0000",
    "green": "#008000", "blue": "#0000ff", "navy": "#000080", "teal": "#008080",
    "orange": "#ffa500", "purple": "#800080", "maroon": "#800000",
}  # fmt: skip
_UNWRITTEN = re.compile(r"\[key\]|(tuple|list|literal)\[")


def problems_of(
    source: str, error: ValidationError, model: type[BaseModel] = MapSpec
) -> list[Problem]:
    """Return everything that pydantic found wrong with a spec or a part of one.

    Parameters
    ----------
    source : str
        The file, or the function whose arguments they were.
    error : ValidationError
    model : type of BaseModel
        What the file should have been.
    """
    return [problem for item in error.errors() for problem in _problems(source, item, model)]


def _problems(source: str, item: ErrorDetails, model: type[BaseModel]) -> list[Problem]:
    # pydantic puts into the path what no reader wrote: "[key]" of a dict, the types of a union.
    trail = [part for part in item["loc"] if not _UNWRITTEN.match(str(part))]
    where = f"{source}, {_dotted(trail)}" if trail else source
    if item["type"] == "extra_forbidden":
        key, known = str(trail[-1]), _keys_at(trail[:-1], model)
        slip = offer(nearest(key, known, similar=_SLIP))
        remedy = slip or _elsewhere(key, trail, model) or did_you_mean(key, known)
        return [Problem(where, f"unknown key {key!r}", remedy)]
    if item["type"] == "missing":
        return [Problem(where, "is missing", f"Add the key {trail[-1]!r}.")]
    if item["type"] == "value_error":
        # Validators of a whole table report several faults in one error, a line each.
        lines = str(item["ctx"]["error"]).splitlines()
        return [Problem(where, what.rstrip(".")) for what in lines]
    return [_mistyped(where, trail, item)]


def _mistyped(where: str, trail: list[str | int], item: ErrorDetails) -> Problem:
    """Return the problem of a value of the wrong type or size."""
    value, kind = item["input"], item["type"]
    shown = _shown(value)
    if kind == "string_type":
        remedy = f'Put it in quotes: "{shown}".' if shown else 'Write one text: "…".'
        return Problem(where, f"{shown} is not a text".lstrip(), remedy)
    if kind == "tuple_type" and trail[-1] in TABLES:
        key = str(trail[-1])
        if isinstance(value, Mapping):
            return Problem(where, "is written as a single table", in_double_brackets(key))
        return Problem(where, f"{shown} is not a list of tables".lstrip(), in_double_brackets(key))
    if kind == "tuple_type":
        example = f'["{value}"]' if isinstance(value, str) else f"[{value}]" if shown else "[…]"
        return Problem(where, f"{shown} is not a list".lstrip(), f"Put it in brackets: {example}.")
    if kind in {"model_type", "dict_type"}:
        heading = f"[{_dotted(trail)}]" if not isinstance(trail[-1], int) else f"[[{trail[0]}]]"
        what = f"{shown} is not a table".lstrip()
        return Problem(where, what, f"Write its keys under {heading}.")
    swapped = trail[0] in {"points", "annotations"} and trail[-1] == "lat" and kind in _BOUNDS
    remedy = "Are lon and lat swapped?" if swapped else _written_otherwise(item)
    return Problem(where, f"{shown} {_meaning(item)}".lstrip(), remedy)


def _elsewhere(key: str, trail: list[str | int], model: type[BaseModel]) -> str:
    """Return where a key of the right name belongs that stands in another table, or in none."""
    tables = [name for name in model.model_fields if key in _fields_of(name, model)]
    heads = [f"[[{name}]]" if name in TABLES else f"[{name}]" for name in tables]
    if heads:
        return f"It belongs under {' or '.join(heads)}."
    # TOML gives a table every line below its head.
    above = len(trail) > 1 and key in model.model_fields
    return "It belongs to the top of the file, above the first […]." if above else ""


def _fields_of(name: str, model: type[BaseModel]) -> list[str]:
    inner = _model_in(model.model_fields[name].annotation)
    return list(inner.model_fields) if inner else []


def _model_in(annotation: object) -> type[BaseModel] | None:
    """Return the model of a table: itself, or behind ``X | None`` or ``tuple[X, ...]``."""
    candidates = [annotation, *get_args(annotation)]
    models = (c for c in candidates if isinstance(c, type) and issubclass(c, BaseModel))
    return next(models, None)


def _written_otherwise(item: ErrorDetails) -> str:
    """Return what to write instead of pixels with their unit, or of a colour in another form."""
    value = str(item["input"])
    if item["type"] == "int_parsing" and (pixels := re.match(r"(\d+) *px$", value)):
        return f"Write the pixels alone: {pixels[1]}."
    is_color = item["type"] == "string_pattern_mismatch" and item["ctx"]["pattern"] == COLOR
    return _as_color(value) if is_color else ""


def _as_color(value: str) -> str:
    """Return a colour of CSS as six digits, where it is one in another form; otherwise nothing."""
    digits = value.removeprefix("#").lower()
    if not re.fullmatch("[0-9a-f]+", digits):
        known = _COLORS.get(value.lower(), "")
        return f"Write {known}." if known else ""
    others = {
        3: "Write #" + "".join(2 * digit for digit in digits) + ".",
        6: f"Write #{digits}.",
        8: f"Colours are opaque: write #{digits[:6]}.",
    }
    return others.get(len(digits), f"It has {len(digits)} digits, and needs six.")


def _of_letters(pattern: str) -> str:
    if pattern == COLOR:
        return "is not a colour such as #1f6f78"
    if pattern == FAMILY:
        return "has to be the name of a font family: letters, digits, spaces, hyphens"
    first = ", a letter first" if pattern.startswith("^[A-Za-z][") else ""
    marks = "_ and -" if "-]" in pattern else "and _"
    return f"has to be English letters, digits, {marks}{first}"


def _meaning(item: ErrorDetails) -> str:
    """Say what a value is not; pydantic's own words only for what no spec can hold."""
    kind, context = item["type"], item.get("ctx", {})
    if kind in _BOUNDS:
        key, words = _BOUNDS[kind]
        return f"{words} {context[key]:g}"
    if kind == "literal_error":
        return f"is not one of {context['expected'].replace(' or ', ', ')}"
    if kind == "string_too_long":
        return f"is longer than {context['max_length']} characters"
    if kind == "string_pattern_mismatch":
        return _of_letters(context["pattern"])
    return _MEANINGS.get(kind) or item["msg"][0].lower() + item["msg"][1:]


def _shown(value: object) -> str:
    """Return a value as TOML has it, as far as it is short; empty for tables and lists."""
    if isinstance(value, bool):
        return str(value).lower()
    return repr(value) if isinstance(value, str) and value else (
        str(value) if isinstance(value, int | float) or hasattr(value, "isoformat") else ""
    )  # fmt: skip


def _dotted(trail: list[str | int]) -> str:
    """``measures[2].unit``, counting from 1 as a reader does."""
    text = ""
    for part in trail:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".")


def _keys_at(trail: list[str | int], model: type[BaseModel]) -> list[str]:
    """Return the keys allowed in the table at `trail`."""
    for part in trail:
        if not isinstance(part, int):
            model = _model_in(model.model_fields[part].annotation) or model
    return list(model.model_fields)

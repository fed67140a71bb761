"""Data that others wrote, checked before anything is taken from them: JSON of a known shape."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from geo.base.errors import MapError, Problem

_T = TypeVar("_T")
_MOST_DIGITS = 330
#: What to give a command that reads a map back.
REMEDY = "Give a page, an embed, a CSV or a GeoJSON file that geo build wrote."


def parsed(text: str, source: str) -> object:
    """Return the value of a JSON text, numbers as decimals: figures are compared as written.

    Raises
    ------
    MapError
        If it is no JSON, or nested without end.
    """

    def refuse(constant: str) -> None:
        raise ValueError(f"{constant} is no number of JSON")

    try:
        return json.loads(text, parse_float=_number, parse_int=_number, parse_constant=refuse)
    except (ValueError, RecursionError, InvalidOperation) as error:
        what = f"holds data that cannot be read: {error}"
        raise MapError(Problem(source, what, "Build or download it again.")) from None


def _number(text: str) -> Decimal:
    number = Decimal(text)
    # Written out, 1e999999999 would fill the memory; no double is beyond these powers.
    if number and abs(number.adjusted()) > _MOST_DIGITS:
        raise ValueError(f"{text} is out of range")
    return number


def checked(kind: type[_T], data: object, source: str) -> _T:
    """Return data as the kind that they are, without keys it does not name.

    Raises
    ------
    MapError
        If they are of another shape.
    """
    try:
        return TypeAdapter(kind).validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"])) or "data"
        what = f"holds no data of a map: {key}: {first['msg'].lower()}"
        raise MapError(Problem(source, what, REMEDY)) from None

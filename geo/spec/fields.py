"""Fields in a map-maker's own text: ``{name}: {investment} 亿元``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.base.errors import did_you_mean

#: Of every district; besides, a measure's value by its id, its rank and its share of the total.
DISTRICT_FIELDS = ("name", "kind", "code", "area")
RANK, SHARE = "_rank", "_share"
_FIELD = re.compile(r"\{(\w+)\}")


def field_names(measure_ids: Sequence[str]) -> tuple[str, ...]:
    """Return the fields that a text may have."""
    ranked = (f"{i}{suffix}" for i in measure_ids for suffix in (RANK, SHARE))
    return tuple(dict.fromkeys([*DISTRICT_FIELDS, *measure_ids, *ranked]))


def fields_in(text: str) -> tuple[str, ...]:
    """Return the fields that a text has."""
    return tuple(_FIELD.findall(text))


def wrong_fields(key: str, text: str, measure_ids: Sequence[str]) -> list[str]:
    """Say what is wrong with a text: a field that nothing has, a brace alone."""
    known = field_names(measure_ids)
    wrong = [
        f"{key} has a field {name!r} that is none. {did_you_mean(name, known)}"
        for name in fields_in(text)
        if name not in known
    ]
    if re.search("[{}]", _FIELD.sub("", text)):
        wrong.append(f"{key} has a brace that is no field's. Write a field as {{name}}")
    return wrong


def with_fields(text: str, values: dict[str, str]) -> str:
    """Return a text with its fields filled in; what is filled in is never read for fields."""
    return _FIELD.sub(lambda field: values[field[1]], text)

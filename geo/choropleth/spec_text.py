"""The text of a spec to start from, in the language of the districts' names."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import jinja2

from geo.tables.guess import Figures, Guess, kind_of


@dataclass(frozen=True, slots=True)
class _Block:
    """A ``[[measures]]`` table; one that waits for its figures is a comment."""

    values: Mapping[str, object]
    waits: bool = False


def spec_text(
    read: Guess, words: Mapping[str, str], place: str, boundaries: Mapping[str, object], table: str,
    units: str = "", plane: Mapping[str, str | bool] | None = None, *, some_lack: bool = False,
    periods: Sequence[str] = (),
) -> str:  # fmt: skip
    """Return the TOML of a spec that builds as it is.

    Parameters
    ----------
    read : Guess
        How the table is to be read; without figures the map shows the districts' area, and the
        measure that waits for them is a comment.
    words : mapping of str to str
        Of `geo.choropleth.spec_words.words_for`.
    place : str
        For the title.
    boundaries : mapping of str to object
        Keys of ``[boundaries]``.
    table : str
        Path from the spec.
    units : str
        What the districts are called, if not districts.
    plane : mapping of str to str or bool, optional
        Keys of ``[map]``.
    some_lack : bool
        Some districts have no row.
    periods : sequence of str
        Of a table with a column for each.
    """
    measures = [_measure(f, n, words["value"]) for n, f in enumerate(read.figures, 1)] or _waiting(
        words
    )
    label = measures[0].values["label"]
    return _template().render(
        comment=words,
        title=words["of"].format(place=place, label=label),
        source=words["source_text"],
        language=words["language"],
        units=units,
        boundaries=boundaries,
        plane=plane or {},
        table=table,
        key=read.key,
        where=read.where,
        periods=list(periods),
        strangers=list(read.unknown),
        some_lack=some_lack,
        measures=measures,
    )


def _measure(figures: Figures, number: int, value: str) -> _Block:
    # Of a column for each period what is left of its name without them; 2023年 leaves nothing.
    label = " ".join(re.split(r"[\s_-]*\{period\}年?[\s_-]*", figures.column)).strip()
    label = label if any(map(str.isalpha, label)) else value  # 31.12. is a day
    plain = re.sub(r"\W+", "_", label, flags=re.ASCII).strip("_").lower()
    negative = {"allow_negative": True} if figures.negative else {}
    # Of a palette that only grows darker the readers could not see where zero is; of an odd number
    # of classes the middle one would hold gains and losses.
    divided = {"palette": "RdBu", "center": 0, "classes": 6} if figures.both else {}
    values = {
        "id": plain if re.fullmatch("[a-z][a-z0-9_]*", plain) else f"measure_{number}",
        "label": label,
        "unit": figures.unit,
        "kind": kind_of(figures),
        "column": figures.column,
        "decimals": figures.decimals,
        **negative,
        **divided,
    }
    return _Block(values)


def _waiting(words: Mapping[str, str]) -> list[_Block]:
    """Return the area, which is known, and the measure that waits for its figures."""
    area = {
        "id": "area",
        "label": words["area"],
        "unit": "km²",
        "kind": "total",
        "formula": "area_km2",
        "decimals": 0,
    }
    value = {
        "id": "value",
        "label": words["value"],
        "unit": words["unit"],
        "kind": "total",
        "column": words["value"],
    }
    return [_Block(area), _Block(value, waits=True)]


@cache
def _template() -> jinja2.Template:
    # TOML has the strings of JSON, so that no text of a sheet can end one.
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("geo.choropleth"),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701 - TOML, each value by the filter
        keep_trailing_newline=True,
    )
    environment.filters["toml"] = _toml
    return environment.get_template("spec.toml.j2")


def _toml(value: object) -> str:
    if isinstance(value, Mapping):
        pairs = (f"{_toml(key)} = {_toml(item)}" for key, item in value.items())
        return f"{{ {', '.join(pairs)} }}"
    return json.dumps(value, ensure_ascii=False)

"""What every table of the spec has in common."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from geo.base.markup import Rich
from geo.base.text import one_line

Text = Annotated[str, Field(min_length=1)]
#: In title, dek and notes the period that is shown, in names of columns the one they are of.
PLACE = "{period}"
#: With links and emphasis; a str without them.
RichText = Annotated[str, AfterValidator(Rich)]


class Part(BaseModel):
    """A table of the spec: no unknown keys, never changed after reading, each text on one line."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, allow_inf_nan=False
    )

    @field_validator("*", mode="before")
    @classmethod
    def _on_one_line(cls, value: Any, info: ValidationInfo) -> Any:  # noqa: ANN401 - as written
        annotation = cls.model_fields[info.field_name or ""].annotation
        if _names(annotation, Path):
            return value
        return _clean(value, tables=not _names(annotation, Part))


def _names(annotation: Any, kind: type) -> bool:  # noqa: ANN401 - a type, or a union of some
    """Tell whether a type is of a kind, or holds one: ``list[Plate] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, kind):
        return True
    return any(_names(part, kind) for part in get_args(annotation))


def _clean(value: Any, *, tables: bool) -> Any:  # noqa: ANN401 - whatever TOML can hold
    """Return a value with every text in it on one line.

    Without `tables`, those that are parts of their own are left to themselves: they know which of
    their texts are paths, where what a backslash became has to stay to be told.
    """
    match value:
        case str():
            return one_line(value)
        case list() | tuple():
            return [_clean(item, tables=tables) for item in value]
        case dict() if tables:
            return {
                _clean(key, tables=True): _clean(item, tables=True) for key, item in value.items()
            }
    return value

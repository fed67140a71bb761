"""What every table of the spec has in common."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from geo.base.markup import Rich
from geo.base.text import one_line

Text = Annotated[str, Field(min_length=1)]
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
        return value if Path in (annotation, *get_args(annotation)) else _clean(value)


def _clean(value: Any) -> Any:  # noqa: ANN401 - whatever TOML can hold
    """Return a value with every text in it on one line."""
    match value:
        case str():
            return one_line(value)
        case list() | tuple():
            return [_clean(item) for item in value]
        case dict():
            return {_clean(key): _clean(item) for key, item in value.items()}
    return value

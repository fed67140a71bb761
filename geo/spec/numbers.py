"""How a house writes numbers, where it does not write them as the language does."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from geo.base.languages import Digits
from geo.base.numerals import Numerals, OwnNumerals, numerals
from geo.spec.part import Part

#: A line must not break within a number, and thousands stand closer than words.
_NARROW = "\N{NARROW NO-BREAK SPACE}"


class NumbersSpec(Part):
    """Numbers of page, embed and plate; what is left out is the language's."""

    decimal: Literal[".", ",", "٫"] | None = Field(
        default=None, description="Before the decimals; goes with `group`."
    )
    group: Literal["", "space", ",", ".", "'", "’", "٬"] | None = Field(
        default=None,
        description="Between thousands; space is a narrow one at which no line breaks, an empty "
        "text none. Goes with `decimal`.",
    )
    group_from: int | None = Field(
        default=None,
        ge=4,
        le=7,
        description="Numbers of so many digits before the point, and longer ones, have thousands "
        "separated: with 5 it is 1234 and 12 345.",
    )
    minus: Literal["−", "-", "–"] | None = Field(
        default=None, description="Before negative numbers: minus, hyphen or en dash."
    )
    digits: Digits | None = Field(
        default=None, description="0123456789 or ٠١٢٣٤٥٦٧٨٩, by their names in Unicode's CLDR."
    )
    multiples: bool | None = Field(
        default=None,
        description="Long numbers of legends in words: 300 万 in Chinese and Japanese, 3 million "
        "elsewhere; left out, in Chinese and Japanese alone.",
    )

    @model_validator(mode="after")
    def _marks_differ(self) -> Self:
        if (self.decimal is None) != (self.group is None):
            lacking = "group" if self.group is None else "decimal"
            raise ValueError(f"give `{lacking}`, too: the language's might be the same mark")
        if self.decimal is not None and self.decimal == self.group:
            raise ValueError("`decimal` and `group` are the same mark: 1.234 could be read twice")
        return self


def numerals_of(language: str, own: NumbersSpec) -> Numerals:
    """Return how the numbers of a map are written: by its house and, for the rest, its language."""
    group = _NARROW if own.group == "space" else own.group
    ungrouped = None if own.group_from is None else own.group_from - 1
    return numerals(
        language,
        OwnNumerals(own.decimal, group, own.minus, ungrouped, own.digits, own.multiples),
    )

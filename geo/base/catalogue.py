"""Every string of the interface, in the reader's language, and numbers as it writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any

from geo.base.languages import plural
from geo.base.numerals import Numerals, numerals
from geo.base.packaged import packaged_json

#: What a map calls its districts unless the spec says otherwise.
DEFAULT_UNIT = "district"
#: Texts of the desk's own commands; no map shows them.
_DESK = ("review_", "snippet_")
_SLOT = re.compile(r"\{(\w*)\}")
#: Slots that the words for a unit fill.
_UNIT_SLOTS = {"district", "District", "districts", "counted"}
#: What stands for a plural noun without a number: few in Arabic, other elsewhere.
_SEVERAL = 5

#: A text, or one for each plural category.
Forms = str | Mapping[str, str]


class Catalogue(Mapping[str, str]):
    """The texts of one map: a language's catalogue, with the map's own word for its districts.

    ``words["key"]`` is a text whose unit is filled in; `say` fills the other slots, too.

    Parameters
    ----------
    language : str
        One of `geo.base.languages.LANGUAGES`.
    unit : str or mapping of str to str
        A unit of the catalogue, such as ``county``, or a word by plural category, ``other`` among
        them.
    own : mapping of str to str
        Texts that replace those of the catalogue.
    written : Numerals, optional
        How numbers are written; by default as the language does.
    """

    def __init__(
        self, language: str, unit: Forms = DEFAULT_UNIT, own: Mapping[str, str] | None = None,
        written: Numerals | None = None,
    ) -> None:  # fmt: skip
        self.language = language
        catalogue = _catalogue(language)
        self._unit = catalogue["units"][unit] if isinstance(unit, str) else unit
        texts = {key: text for key, text in catalogue.items() if key != "units"}
        self._texts: dict[str, Forms] = texts | dict(own or {})
        self._filled: dict[str, str] = {}
        self._written = written

    def __getitem__(self, key: str) -> str:
        """Return a text with the words for the unit in it; that of many where it has plurals."""
        if key not in self._filled:
            self._filled[key] = self._named(self._form(key, _SEVERAL))
        return self._filled[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    @cached_property
    def numerals(self) -> Numerals:
        """How numbers are written."""
        return self._written or numerals(self.language)

    def say(self, key: str, *, n: int | None = None, **values: object) -> str:
        """Return a text with its slots filled.

        Parameters
        ----------
        key : str
        n : int, optional
            How many are counted: chooses the plural, and fills ``{n}`` and ``{counted}``.
        **values : object
            By slot.
        """
        if n is None:
            return self[key].format(**values)
        text = self._named(self._form(key, n))
        return text.format(n=self.numerals.number(n, 0), counted=self.counted(n), **values)

    def counted(self, n: int) -> str:
        """Return a number with the word for the unit: ``16 districts``, ``16 个地区``."""
        noun = _chosen(self._unit, self.language, n)
        return self._form("counted", n).format(n=self.numerals.number(n, 0), district=noun)

    def headed(self, label: str, unit: str) -> str:
        """Return a measure's name with its unit in parentheses, as over a legend of a plate."""
        return self.say("plate_with_unit", label=label, unit=unit) if unit else label

    def _form(self, key: str, n: int) -> str:
        return _chosen(self._texts[key], self.language, n)

    def _named(self, text: str) -> str:
        """Fill in the words for the unit, but for those that are counted."""
        one = self._unit.get("one") or self._unit["other"]
        several = _chosen(self._unit, self.language, _SEVERAL)
        named = {"district": one, "District": one[:1].upper() + one[1:], "districts": several}
        return _SLOT.sub(lambda slot: named.get(slot[1], slot[0]), text)


def _chosen(forms: Forms, language: str, n: int) -> str:
    return forms if isinstance(forms, str) else _of(forms, plural(language, n))


def _of(forms: Forms, category: str) -> str:
    return forms if isinstance(forms, str) else forms.get(category, forms["other"])


@cache
def _catalogue(language: str) -> Mapping[str, Any]:
    name = "zh" if language == "zh-CN" else language
    return MappingProxyType(packaged_json("base", "catalogue", f"{name}.json"))


@cache
def strings(language: str) -> Catalogue:
    """Return the catalogue of a language, with the general word for districts.

    Parameters
    ----------
    language : str
        One of `geo.base.languages.LANGUAGES`.
    """
    return Catalogue(language)


@cache
def unit_names() -> tuple[str, ...]:
    """Return the units that every catalogue has words for."""
    return tuple(_catalogue("en")["units"])


@cache
def own_keys() -> tuple[str, ...]:
    """Return the keys of the texts that a map may have words of its own for."""
    return tuple(sorted(k for k in strings("en") if not k.startswith(_DESK)))


def slots(key: str) -> frozenset[str]:
    """Return the slots that a text may have; the page or the plate fills them."""
    found = frozenset(_SLOT.findall(_of(_catalogue("en")[key], "other")))
    return found | _UNIT_SLOTS - {"counted"} | ({"n"} if "counted" in found else set())


def stray(text: str, allowed: frozenset[str]) -> str:
    """Return what a text has in braces that nothing fills, or a brace alone; empty if all is well.

    Parameters
    ----------
    text : str
    allowed : frozenset of str
        From `slots`.
    """
    wrong = [f"{{{name}}}" for name in _SLOT.findall(text) if name not in allowed]
    rest = re.findall("[{}]", _SLOT.sub("", text))
    return (wrong + rest + [""])[0]


def number(
    value: float | Decimal, decimals: int, *, fixed: bool = False, language: str = "zh"
) -> str:
    """Format a number with thousands separated.

    Parameters
    ----------
    value : float or Decimal
        Already rounded to `decimals`.
    decimals : int
        Digits after the point at most.
    fixed : bool, default False
        Keep trailing zeros: a computed rate has all its digits, a printed total only
        those of its source.
    language : str, default "zh"

    Returns
    -------
    str
        ``1,480.6``, in German ``1.480,6``; a minus is the sign U+2212.
    """
    return numerals(language).number(value, decimals, fixed=fixed)

"""Units behind names of columns: 总投资（亿元）, Rate in %, Wert in Mio. Euro, GDP (2023, bn)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geo.base.text import normalize
from geo.tables.printed import split_unit

#: In brackets, or after a stroke or comma.
_MARKED = re.compile(
    r"(?P<name>.+?)\s*(?:\((?P<a>[^()]*)\)|\[(?P<b>[^\[\]]*)\]|[/,，]\s*(?P<c>[^/,，]+))"
)
#: Multiples that tables in Latin letters write as words.
_WORDS = {
    r"tsd\.?|tausend|thousands?|milliers?|miles|migliaia|000s?": 10**3,
    r"mio\.?|mn|millions?|millionen|millones|milioni": 10**6,
    r"mrd\.?|bn|billions?|milliarden?|milliards?": 10**9,
}
_MULTIPLE = r"|".join(_WORDS) + r"|1[., ]?000(?:[., ]000)?"
#: What may follow "in" as a unit. Of other words nobody knows: "Change in population" has none.
_MEASURE = (
    rf"(?:{_MULTIPLE}|%|‰|per ?cent|prozent|pour ?cent|por ciento|promille|[€$£¥]|us\$|eur|"
    r"euros?|usd|dollars?|gbp|pounds?|chf|franken|francs?|yuan|km²|km2|m²|m2|sq\.?|square|quadratkilometern?|"
    r"ha|hektar|hectares?|tonnes?|tonnen|kg|years?|jahren?|ans|años|anni|hours?|stunden|days?|tagen|"
    r"minutes?|minuten|[kmgt]wh|°c|℃|亿|万|元)"
)
_AFTER_IN = re.compile(
    rf"(?P<name>.+?)\s+(?:in|en)\s+(?P<d>{_MEASURE}(?![^\W\d_]).*)", re.IGNORECASE
)
_AT_THE_END = re.compile(r"(?P<name>.*[^\W\d_].*?)\s*(?P<d>[%‰€£]|US\$)")
_BEGINS = re.compile(rf"(?:in\s+|en\s+)?(?P<unit>{_MEASURE}(?![^\W\d_]).*)", re.IGNORECASE)
#: Brackets also say when.
_WHEN = re.compile(
    r"(?:\d{4}年?(?:\s*[-–—/]\s*\d{2,4}年?)?|\d{4}[-./年]\d{1,2}(?:[-./月]\d{1,2})?[月日]?|"
    r"\d{4}\s*[qQhH]\d|[qQhH]\d\s*\d{4})"
)
_PARTS = re.compile(r"\s*[,，;；、]\s*(?!\d{3}\b)")


def forms(cell: str) -> Iterator[tuple[str, str]]:
    """Yield the names that a head may be for, the likeliest first, each with its unit.

    Parameters
    ----------
    cell : str
        ``总投资（亿元）``, ``Rate in %``, ``Population (2023, thousands)``.

    Yields
    ------
    tuple of str and str
        The unit is empty where the name is the whole head, or the brackets only say when.
    """
    plain = normalize(cell)
    yield plain, ""
    yield _packed(plain), ""
    if match := _MARKED.fullmatch(plain):
        said = next(filter(None, match.group("a", "b", "c")), "")
        yield from _both(match["name"], _unit_in(said))
    elif match := _AFTER_IN.fullmatch(plain) or _AT_THE_END.fullmatch(plain):
        yield from _both(match["name"], match["d"])


def parted(unit: str) -> tuple[str, int]:
    """Return base and multiple of a unit: ``Mio. Euro`` is Euro times 10**6."""
    for words, factor in _WORDS.items():
        if match := re.match(rf"(?:{words})(?![^\W\d_])\s*", unit, re.IGNORECASE):
            return unit[match.end() :].strip(), factor
    return split_unit(unit)


def _both(name: str, unit: str) -> Iterator[tuple[str, str]]:
    yield name.strip(), unit.strip()
    yield _packed(name), unit.strip()


def _unit_in(said: str) -> str:
    """Return what brackets say of the unit: nothing of 2023, thousands of "2023, thousands"."""
    parts = [part for part in _PARTS.split(said) if not _WHEN.fullmatch(part)]
    units = [match["unit"] for part in parts if (match := _BEGINS.fullmatch(part))]
    return units[0] if units else ", ".join(parts)


def _packed(text: str) -> str:
    return "".join(text.split())

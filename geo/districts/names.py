"""Forms in which offices write one district: width, script, suffix, the city's name before it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

#: Kinds of divisions, longest first, as they end a name.
SUFFIXES = (
    "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区",
    "省", "市", "州", "盟", "区", "县", "旗", "district", "county", "city",
)  # fmt: skip
_STEM_LENGTH = 2
_CITY = re.compile(
    r"(?:.{2,}?(?:省|自治区|特别行政区))?(?:.{2,}?(?:市|地区|自治州|盟))?(?:.{2,}?县)?"
)
_SPACE = re.compile(r"\s+")
_CODE = re.compile(r"(\d{6})(?:0{6}|\.0)?")


@lru_cache(maxsize=65_536)
def folded(name: str) -> str:
    """Return a name in half-width (NFKC), Simplified characters, without white space, lower case.

    Parameters
    ----------
    name : str
        ``青 州 市``, ``濰坊濱海經濟技術開發區``, ``３７０７８１``.
    """
    plain = _SPACE.sub("", unicodedata.normalize("NFKC", name)).casefold()
    return plain if plain.isascii() else _simplified().convert(plain)


@lru_cache(maxsize=1)
def _simplified() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")


def stem(name: str) -> str:
    """Return a folded name without the suffix of its kind: 滨海 for 滨海区; 城区 stays whole."""
    for suffix in SUFFIXES:
        if name.endswith(suffix) and len(name) - len(suffix) >= _STEM_LENGTH:
            return name.removesuffix(suffix)
    return name


def without_city(name: str) -> Iterator[str]:
    """Yield what may be left of a folded name without province, city or county, longest first.

    Parameters
    ----------
    name : str
        ``山东省潍坊市奎文区`` yields ``潍坊市奎文区`` and ``奎文区``.
    """
    for end in range(_STEM_LENGTH, len(name) - 1):
        if _CITY.fullmatch(name[:end]):
            yield name[end:]


def division_code(key: str) -> str:
    """Return the six digits of a division code also where it has 12 digits or ends in ``.0``."""
    match = _CODE.fullmatch(key)
    return match[1] if match else key

"""Words that are perhaps a unit's name, though none is named for certain: 某某州, 绵阳."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from geo.districts.names import stem
from geo.release.words.lexicon import by_start, gazetteer

#: 某某州 of 某某州GDP: a unit by a name nobody knows, and no kind of the measure.
_UNIT = re.compile(r"(?:(?<![全城])[省州盟旗县区市镇乡]|(?<![乡农])村|街道|兵团|^地方)$")


def of_unit(word: str) -> bool:
    """Tell whether a word is that of a unit: 某某州, or 绵阳 where it is no name for certain."""
    return _UNIT.search(word) is not None or begins_with_unit(word)


@cache
def _cities() -> frozenset[str]:
    return frozenset(form for parent, _ in gazetteer() if parent for form in (parent, stem(parent)))


@lru_cache(maxsize=4096)
def begins_with_unit(word: str) -> bool:
    """Tell whether a word is a division's name, or begins with a city's: 绵阳, 绵阳全市."""
    names = by_start().get(word[:2], ())
    return any(word == name or (word.startswith(name) and name in _cities()) for name in names)


def in_words(text: str, at: int, name: str) -> bool:
    """Tell whether a name of two characters is but a part of words: 乡镇和县直部门, 滇西区域.

    Parameters
    ----------
    text : str
    at : int
        Where the name begins.
    name : str
    """
    if len(name) != 2 or at == 0 or not "\u4e00" <= text[at - 1] <= "\u9fff":
        return False
    return name[0] == "和" or (name[1] == "区" and text.startswith("域", at + 2))

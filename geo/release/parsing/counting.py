"""What the words around a number of the user's counter say of it: 新增确诊病例7例, 81人受灾."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.release.parsing.grammar import FormWord
from geo.release.words.kinds import Kind
from geo.release.words.lexicon import is_case
from geo.release.words.unit_words import of_unit

#: What is said of counts that add up over time.
STOCKS = ("累计", "现有")
#: What says when, or how many, and not of what: 目前累计, 昨再添, 新增之.
_BEFORE = re.compile(
    "(?:截至|目前|至今|迄今|如今|现|昨[日天]?|今[日天]?|日|再|又|已经?|总?共|竟|所|单日|当日|增添|添|有)+"
)
_BEHIND = re.compile("(?:之|的|共|已|达到?|[增添]?至|为)+$")
#: What those counted went through: 受灾, 紧急转移安置, 需紧急生活救助; and no place.
_AFFECTED = re.compile("(?!.*(?:[在于位到从至为是有自系均]|其中|左右))[\u4e00-\u9fff]{2,8}")
_VERBS = (Kind.ACT, Kind.DO, Kind.MOD)


def told_of_count(before: Sequence[FormWord], after: Sequence[FormWord]) -> str | None:
    """Return what tells a count from others of the same counter; None if it is perhaps no such.

    Parameters
    ----------
    before, after : sequence of FormWord
        The words on both sides of the number.
    """
    said = "".join(word.text for word in before if word.kind in (Kind.WORD, Kind.CLASS))
    told = said if is_case(said) else _plain(said)
    behind = [word.text for word in after if word.kind is not Kind.DO]
    if len(behind) == 1 and (
        (told in ("", *STOCKS) and _names_it(behind[0], told))
        or (_AFFECTED.fullmatch(told) and _names_it(behind[0], "") and not of_unit(told))
    ):
        told, after = f"{told}{behind[0]}", ()  # 查处39件酒驾
    if of_unit(told) or any(word.kind not in _VERBS for word in after):
        return None
    whose = any(word.kind is Kind.DE for word in before) and not is_case(_last(before))
    if told and not is_case(told) and whose:
        return None  # 某地的173人: whose they are, by a name nobody knows
    return told


def _last(words: Sequence[FormWord]) -> str:
    """Return the last word that the vocabulary does not know: 尚在观察的无症状感染者."""
    return next((word.text for word in reversed(words) if word.kind is Kind.WORD), "")


def _plain(said: str) -> str:
    begins = _BEFORE.match(said)
    return _BEHIND.sub("", said[begins.end() :] if begins else said)


def _names_it(word: str, told: str) -> bool:
    """Tell whether a word behind a count says what is counted: 7例确诊病例, 81人受灾."""
    return is_case(word) or (
        not told and _AFFECTED.fullmatch(word) is not None and not of_unit(word)
    )

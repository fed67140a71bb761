"""Parts of units by names that nobody knows: 云州市高铁新城, 柳河镇, 华信集团."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.release.phrases.tokens import Token
from geo.release.words.kinds import Kind

_PART = "街道|(?<![城乡集村小各])镇|(?<![城各])乡(?![村镇贤])|片区|新城|板块|组团|示范片|集团|公司"
_PARKS = "物流园|产业园|工业园|科技园|园区"
_ENDS = re.compile(f"(?:{_PART})$")
#: A name right behind a unit's, and not what all its towns or parks do.
_BEHIND = re.compile(
    f"(?!各|全|等|包|有|的|在|将|以|依托|涵盖|涉及)[^各]{{2,8}}?(?:{_PART}|{_PARKS})(?!建设|开发|经济)"
)


def ends_as_part(name: str) -> bool:
    """Tell whether an unknown word is a part's name, or a firm's: 柳河镇 of 柳河镇开工9个."""
    return _ENDS.search(name) is not None


def part_behind(tokens: Sequence[Token]) -> bool:
    """Tell whether a part's name is right behind that of its unit: 云州市高铁新城举行开工仪式."""
    at = next((i for i, token in enumerate(tokens) if token.place is not None), len(tokens))
    named, following, last = tokens[at : at + 1], tokens[at + 1 : at + 2], tokens[at + 2 : at + 3]
    if not named or not following:
        return False
    if last and last[0].kind is Kind.PROJECT:  # 云州市物流园项目举行开工仪式
        return False
    touching = following[0].kind is Kind.WORD and following[0].start == named[0].end
    return touching and _BEHIND.match(following[0].text) is not None

"""Footnote marks behind the numbers of a release: they are no digits, and are reported."""

from __future__ import annotations

import re
from functools import lru_cache

#: What takes the place of a mark: white space that parts neither words nor cells.
NO_MARK = "\u205f"
_STARTS = r"⁽⁾⁰¹²³⁴-⁹ªºᵃ-ᵡⁱⁿ①-ⓩ⓪-⓿❶-➓*†‡※\["
_SIGN = r"(?:[⁽⁾⁰¹²³⁴-⁹ªºᵃ-ᵡⁱⁿ]+|[①-ⓩ⓪-⓿❶-➓]|[*†‡※]+|\[(?:\d{1,2}|注\d{0,2})\])(?![\d.])"
#: Behind a number or its unit. Behind ten a superscript is its power; 81.8亿元②潍城区 is a list.
FOOTNOTE = re.compile(
    rf"(?=[{_STARTS}])(?:(?:(?<=\d)(?<!(?<!\d)10)|(?<=10)(?![⁰¹²³⁴-⁹])){_SIGN}"
    rf"|(?<=[亿万元个项家宗]){_SIGN}(?=$|[\s，,、；;。)）|])"
    r"|(?<=[\u4e00-\u9fff])\[\d{1,2}\])",  # 常住人口[2]为
    re.MULTILINE,
)


def mark_at(text: str, start: int, end: int) -> str:
    """Return the first footnote mark inside a number's span or just behind it; mostly empty.

    Parameters
    ----------
    text : str
        The plain text.
    start, end : int
        Span of the number in it.
    """
    line_end = text.find("\n", end)
    match = FOOTNOTE.search(text, start, len(text) if line_end < 0 else line_end)
    return match[0] if match and match.start() <= end else ""


_PARTIAL = re.compile(r"(?:注|说明)\s*[:：][^\n]{0,40}?(?:不含|不包括|未含)")


@lru_cache(maxsize=1)  # asked again for every total of a text
def leaves_out(text: str) -> bool:
    """Tell whether a note under a table says that not all units are in it: 注：不含功能区."""
    return _PARTIAL.search(text) is not None

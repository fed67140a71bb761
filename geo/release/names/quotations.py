"""What something is called between quotation marks: a unit in it is none of the text's."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: “数字云州”, “大开放、大云州”; what somebody says has a sign or a number.
_CALLED = re.compile("“([\u4e00-\u9fff、·+]{3,16})”")


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the spans of the names between quotation marks of a line."""
    return [match.span(1) for match in _CALLED.finditer(text)] if "“" in text else []


def in_quotation(called: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether a span is but a part of such a name."""
    return any(
        first <= start < end <= last and (first, last) != (start, end) for first, last in called
    )

"""Which elements of an HTML document are open, for readers of a stream of tags."""

from __future__ import annotations

from collections import Counter

#: Elements without an end tag (HTML Living Standard, 13.1.2).
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)


class OpenElements:
    """The open elements, each with a note of the reader's own: what its text belongs to."""

    def __init__(self) -> None:
        self._stack: list[tuple[str, str]] = []
        # Without it, end tags of what was never opened would each search the whole stack.
        self._counts: Counter[str] = Counter()

    @property
    def note(self) -> str:
        """That of the innermost element; empty outside all."""
        return self._stack[-1][1] if self._stack else ""

    def open(self, tag: str, note: str) -> None:
        """Enter an element, unless it is one that holds nothing."""
        if tag not in _VOID:
            self._stack.append((tag, note))
            self._counts[tag] += 1

    def close(self, tag: str) -> None:
        """Leave the innermost element of a name, and what was not closed in it; none if none is."""
        while self._counts[tag]:
            closed, _ = self._stack.pop()
            self._counts[closed] -= 1
            if closed == tag:
                return

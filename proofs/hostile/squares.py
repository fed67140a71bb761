"""Which string stands in which field of which build: every string once in every field."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

Texts = Mapping[str, str]
"""Field to the hostile string that stands in it; the other fields are harmless."""
#: Neighbours in a build are of different families: strings of one stand side by side in the list.
_STRIDE = 7


def square(fields: Sequence[str], strings: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield the fields with their strings for every build of a Latin square.

    After as many builds as there are strings, every field has held each of them once. Within a
    build the strings differ, if there are no more fields than strings.
    """
    n = len(strings)
    stride = next((s for s in (_STRIDE, 11, 13) if n % s), 1)
    for turn in range(n):
        yield {field: strings[(turn + i * stride) % n] for i, field in enumerate(fields)}


def halves(texts: Texts) -> tuple[dict[str, str], dict[str, str]]:
    """Return the first and the second half of the fields."""
    items = list(texts.items())
    middle = len(items) // 2
    return dict(items[:middle]), dict(items[middle:])


def parts(texts: Texts, suspects: Collection[str]) -> list[dict[str, str]]:
    """Return the fields with every suspect by itself; halves if all are suspects, or none is."""
    others = {field: text for field, text in texts.items() if field not in suspects}
    if len(others) in (0, len(texts)):
        return list(halves(texts))
    return [others, *({field: text} for field, text in texts.items() if field in suspects)]

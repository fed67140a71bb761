"""The words of press releases: release_words.txt, by first character."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def vocabulary() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Return the known words by their first character, longest first, each with kind and value."""
    words: dict[str, list[tuple[str, str, str]]] = {}
    for line in (files("geo") / "release" / "words.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        head, _, listed = line.partition(":")
        kind, _, value = head.partition("=")
        for word in listed.split():
            words.setdefault(word[0], []).append((word, kind, value))
    return {first: tuple(sorted(found, key=lambda w: -len(w[0]))) for first, found in words.items()}


@cache
def words_of(*kinds: str) -> tuple[str, ...]:
    """Return the words of some kinds that have at least two characters, longest first."""
    found = {word for listed in vocabulary().values() for word, kind, _ in listed if kind in kinds}
    return tuple(sorted((word for word in found if len(word) > 1), key=lambda w: (-len(w), w)))

"""The words that a district is found by."""

from __future__ import annotations

from collections.abc import Sequence

from geo.districts.pinyin import syllables


def search_words(name: str, others: Sequence[str]) -> str:
    """Return what a reader may type to find a district besides its name.

    Parameters
    ----------
    name : str
    others : sequence of str
        Aliases and translations.

    Returns
    -------
    str
        Those in lower case, and the name's pinyin with each syllable's first letter in upper case,
        which are the initials; without words that are part of another.
    """
    pinyin = "".join(sound.capitalize() for sound in syllables(name))
    typed = [*" ".join(others).lower().split(), *pinyin.split()]
    # The search looks for what is typed anywhere in name and words: a part of one finds it already.
    words = [word for word in dict.fromkeys(typed) if word.lower() not in name.lower()]
    found = [word.lower() for word in words]
    return " ".join(w for w in words if not any(w.lower() != f and w.lower() in f for f in found))

"""The words that a district is found by."""

from __future__ import annotations

from collections.abc import Sequence

from geo.districts.pinyin import syllables


def search_words(name: str, others: Sequence[str]) -> str:
    """Return what a reader may type to find a district besides its name, lower case.

    Parameters
    ----------
    name : str
    others : sequence of str
        Aliases and translations.

    Returns
    -------
    str
        Those, the name's pinyin and its initials, without words that are part of another.
    """
    sounds = syllables(name)
    initials = "".join(sound[0] for sound in sounds)
    typed = " ".join([*others, "".join(sounds), initials]).lower().split()
    # The search looks for what is typed anywhere in name and words: a part of one finds it already.
    words = [word for word in dict.fromkeys(typed) if word not in name.lower()]
    return " ".join(w for w in words if not any(w != other and w in other for other in words))

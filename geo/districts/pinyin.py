"""How a name is typed on a Latin keyboard: pinyin without tones, and its initials.

pypinyin's table of characters is read without importing it: its phrases, which would cost 0.2 s,
decide the readings of words, hardly of names, and where they do `divisions.READINGS` knows better.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from geo.districts.divisions import READINGS

#: More characters that stand for another sound in names of places than in most words.
PLACES = {
    "厦": "xia", "坻": "di", "泌": "bi", "牟": "mu", "犍": "qian", "茄": "qie", "藏": "zang",
    "蔚": "yu", "重": "chong", "铅": "yan", "陂": "pi",
}  # fmt: skip
_LONGEST = 200  # characters of a line of the table


def syllables(name: str) -> list[str]:
    """Return one syllable for each Chinese character, any other character as it is, lower case.

    Parameters
    ----------
    name : str
        ``昌乐县``.

    Returns
    -------
    list of str
        ``["chang", "le", "xian"]``; ü is v, as it is typed.
    """
    known = READINGS | PLACES
    return [known.get(character) or _sound(character) for character in name.lower()]


def _sound(character: str) -> str:
    first = _reading(character).replace("ü", "v")
    plain = unicodedata.normalize("NFD", first).replace("u\N{COMBINING DIAERESIS}", "v")
    return "".join(c for c in plain if not unicodedata.combining(c))


@cache
def _reading(character: str) -> str:
    """Return a character's commonest reading with its tone; the character if it has none."""
    # The table maps code points to readings, {"28504": "wéi,…", …}. To look for the few that a map
    # needs takes a tenth of the time of reading it all.
    key = f'"{ord(character)}":'
    at = _table().find(key)
    if at < 0:
        return character
    _, readings, _ = _table()[at + len(key) : at + _LONGEST].split('"', 2)
    return readings.partition(",")[0]


@cache
def _table() -> str:
    """Return pypinyin's table of characters, as the JSON it is; its texts have no escapes."""
    package = find_spec("pypinyin")
    folders = package.submodule_search_locations if package else None
    if not folders:
        raise ModuleNotFoundError("pypinyin")
    return Path(folders[0], "pinyin_dict.json").read_text(encoding="utf-8")

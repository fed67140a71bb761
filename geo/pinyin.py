"""How a name is typed on a Latin keyboard: pinyin without tones, and its initials.

pypinyin's table of characters is read without importing it: its phrases, which would cost 0.2 s,
decide the readings of words, hardly of names, and where they do `divisions.READINGS` knows better.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from geo.divisions import READINGS

#: More characters that stand for another sound in names of places than in most words.
PLACES = {
    "厦": "xia", "坻": "di", "泌": "bi", "牟": "mu", "犍": "qian", "茄": "qie", "藏": "zang",
    "蔚": "yu", "重": "chong", "铅": "yan", "陂": "pi",
}  # fmt: skip


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
    readings = _characters().get(str(ord(character)), character)
    first = readings.partition(",")[0].replace("ü", "v")
    plain = unicodedata.normalize("NFD", first).replace("u\N{COMBINING DIAERESIS}", "v")
    return "".join(c for c in plain if not unicodedata.combining(c))


@cache
def _characters() -> dict[str, str]:
    """Return code point (decimal) to readings with tones, the commonest first."""
    package = find_spec("pypinyin")
    folders = package.submodule_search_locations if package else None
    if not folders:
        raise ModuleNotFoundError("pypinyin")
    path = Path(folders[0], "pinyin_dict.json")
    found: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return found

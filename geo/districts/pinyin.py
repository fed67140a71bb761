"""How a name is read and typed on a Latin keyboard: pinyin without tones.

The table ``pinyin.txt`` has the commonest sound of every character and comes from pypinyin by
``tools/make_pinyin.py``. pypinyin itself takes 0.2 s to import, for phrases that decide the
readings of words and hardly ever those of names.
"""

from __future__ import annotations

from functools import cache

from geo.base.packaged import packaged

#: Characters with another sound in names of places than in most words (Xiandai Hanyu Cidian).
READINGS = {
    "都": "du", "长": "chang", "什": "shi", "佛": "fo", "勒": "le", "卡": "ka", "朝": "chao",
    "单": "shan", "曾": "zeng", "枞": "zong", "浚": "xun", "涡": "guo", "漯": "luo", "尾": "wei",
    "珲": "hun", "称": "chen", "筠": "jun", "蚌": "beng", "覃": "qin", "峙": "shi", "厦": "xia",
    "坻": "di", "泌": "bi", "牟": "mu", "犍": "qian", "茄": "qie", "藏": "zang", "蔚": "yu",
    "重": "chong", "铅": "yan", "陂": "pi",
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
    return [READINGS.get(character) or _sound(character) for character in name.lower()]


@cache
def _sound(character: str) -> str:
    """Return the first word of the line that holds the character; itself if there is none."""
    table = _table()
    at = -1 if character.isascii() else table.find(character)
    if at < 0:
        return character
    return table[table.rfind("\n", 0, at) + 1 : at].partition(" ")[0] or character


@cache
def _table() -> str:
    return packaged("districts", "pinyin.txt")

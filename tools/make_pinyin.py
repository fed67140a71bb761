"""Renew geo/districts/pinyin.txt, the commonest sound of every Chinese character, from pypinyin.

Run once when that package is updated: `python tools/make_pinyin.py`. A line holds a syllable
without its tone, ü written as v, and all characters that are read so.
"""

from __future__ import annotations

from pathlib import Path

from pypinyin import lazy_pinyin

TARGET = Path(__file__).resolve().parent.parent / "geo" / "districts" / "pinyin.txt"
#: CJK Unified Ideographs with Extension A; names of places have characters of both.
BLOCKS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))


def table() -> str:
    """Return the content of the file."""
    found: dict[str, list[str]] = {}
    for character in (chr(code) for block in BLOCKS for code in block):
        (syllable,) = lazy_pinyin(character, v_to_u=False)
        if syllable != character:
            found.setdefault(syllable, []).append(character)
    return "".join(f"{syllable} {''.join(same)}\n" for syllable, same in sorted(found.items()))


if __name__ == "__main__":
    TARGET.write_text(table(), encoding="utf-8", newline="\n")

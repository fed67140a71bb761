"""Text as files and people bring it: encodings, full-width and Traditional forms, formulas."""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.base.errors import MapError, Problem

if TYPE_CHECKING:
    from opencc import OpenCC

#: A spreadsheet takes a cell that begins with one of these for a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_SPACE = re.compile(r"\s+")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes, source: str) -> str:
    r"""Return the text of `data`.

    Parameters
    ----------
    data : bytes
        A whole file.
    source : str
        The file's name, for messages.

    Returns
    -------
    str
        Without byte order mark, line ends as ``\n``.

    Raises
    ------
    MapError
        If it is neither UTF-8, UTF-16 nor GB18030.

    Notes
    -----
    UTF-8 is tried first because random GB18030 text is almost never valid UTF-8, while the reverse
    is common. A decoded GB18030 text has to look like Chinese: see `_is_chinese`.
    """
    text = _try_decode(data)
    if text is None:
        what = "is not text in UTF-8, UTF-16 or GB18030"
        raise MapError(Problem(source, what, "Save it as UTF-8 and try again."))
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _try_decode(data: bytes) -> str | None:
    if data.startswith(_UTF16) and len(data) % 2 == 0:
        text = _decoded(data, "utf-16")
        # UTF-32 has the same mark at its start, and then a zero in every character.
        return text if text and "\x00" not in text else None
    if b"\x00" in data[:4096]:
        zeros = data[:4096:2].count(0), data[1:4096:2].count(0)
        name = "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
        text = _decoded(data, name)
        return text if text and "\x00" not in text and _is_chinese(text) else None
    text = _decoded(data, "utf-8")
    if text is not None:
        return text
    text = _decoded(data, "gb18030")
    return text if text and _is_chinese(text) else None


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_chinese(text: str) -> bool:
    """Tell whether the letters beyond ASCII are such as Chinese text is made of.

    The 6,763 characters of GB 2312 cover over 99 % of running Chinese text, and they sit in
    the first rows of GB18030; text of another encoding read as GB18030 falls mostly outside them.
    """
    foreign = [c for c in text[:20_000] if ord(c) > 127]
    if not foreign:
        return True
    common = sum(1 for c in foreign if _in_gb2312(c))
    return common / len(foreign) > 0.9


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def normalize(text: str) -> str:
    """Return `text` with full-width forms made half-width (NFKC) and outer white space removed."""
    return unicodedata.normalize("NFKC", text).strip()


@lru_cache(maxsize=65_536)
def folded(name: str) -> str:
    """Return a name in half-width (NFKC), Simplified characters, without white space, lower case.

    Parameters
    ----------
    name : str
        ``青 州 市``, ``濰坊濱海經濟技術開發區``, ``３７０７８１``.
    """
    plain = _SPACE.sub("", unicodedata.normalize("NFKC", name)).casefold()
    return plain if plain.isascii() else simplified(plain)


def simplified(text: str) -> str:
    """Return `text` with Traditional characters replaced by Simplified ones.

    OpenCC's table "t2s" goes phrase by phrase: a phrase may come out longer or shorter.
    """
    return _converter().convert(text)


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    # Reading OpenCC's tables takes longer than a table of exact names takes to join.
    from opencc import OpenCC

    return OpenCC("t2s")


def escape_formula(text: str) -> str:
    """Return `text` so that no spreadsheet takes it for a formula: an apostrophe goes before it."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text

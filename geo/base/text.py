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

#: A spreadsheet takes a cell that begins with one of these for a formula; in some locales also
#: with the full-width forms (OWASP, CSV injection).
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
_SPACE = re.compile(r"\s+")
#: Nobody sees these, and no word needs them: zero-width space, direction marks, byte order mark.
#: Joiners (U+200C, U+200D) are left: other scripts spell with them.
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
#: Characters that NFKC makes digits of, or letters of footnotes: 81.8① would be 81.81, 16² 162.
#: Superscripts, subscripts, circled, bracketed and bold digits, fractions, ㏠ (1日), ㎡.
_KEPT = re.compile(
    "([²³¹ªº¼-¾\u02b0-\u02b8\u1d2c-\u1d6a\u1d9b-\u1dbf\u2070-\u209c\u2150-\u215f\u2189"
    "\u2460-\u24ff\u2776-\u2793\u3220-\u3229\u3248-\u325f\u3280-\u3289\u32b1-\u32cb"
    "\u3358-\u3370\u3378\u3379\u339f-\u33a6\u33a8\u33af\u33e0-\u33fe"
    "\U0001ccf0-\U0001ccf9\U0001d7ce-\U0001d7ff\U0001f100-\U0001f10a\U0001fbf0-\U0001fbf9])"
)
#: Characters that `normalize` leaves as they are, whatever stands beside them: most names.
_SETTLED = re.compile("[!-~\u4e00-\u9fff]+")
#: Line breaks, tabs and what no font and no XML has: C0, C1, U+2028, U+2029, U+FFFE, U+FFFF.
_CONTROL = re.compile(r"\s*[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]"
                      r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]*")  # fmt: skip
#: Halves of a character beyond U+FFFF: UTF-8 has none, JSON can hold them.
_SURROGATE = re.compile("[\ud800-\udfff]")
_PLAIN = {
    **dict.fromkeys((*range(32), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF), " "),
    **dict.fromkeys((10, 11, 12, 13, 0x85, 0x2028, 0x2029), "\n"),
    9: "\t",
}
_NOT_PLAIN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
#: Of the bytes of a text in Western Europe: more are beyond ASCII in no language there.
_FEW_HIGH = 0.15
_WESTERN = re.compile("[À-ÖØ-öø-ÿŒœŠšŸŽž€£§©°²³µ·«»–—‘’“”…ªº¿¡\xa0½¼¾±]")
_KANA = re.compile("[\u3041-\u30fa]")
_JAPANESE = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uff00-\uff5e]")
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
    is common. A decoded GB18030 text has to look like Chinese: see `is_chinese`.
    """
    text = _try_decode(data)
    if text is None:
        what = "is not text in UTF-8, UTF-16 or GB18030"
        raise MapError(Problem(source, what, "Save it as UTF-8 and try again."))
    return _plain_ends(text.lstrip("\ufeff"))


def decode_legacy(data: bytes) -> tuple[str, str] | None:
    """Return the text of a file in an older encoding, and what that is called; None if in doubt.

    Parameters
    ----------
    data : bytes
        A whole file that `decode` refuses.

    Returns
    -------
    (str, str) or None
        Windows-1252 where few characters are beyond ASCII, and all of them Western letters or
        signs; Big5 and Shift JIS where they make words of these languages.
    """
    high = sum(byte > 127 for byte in data)
    if not high or b"\x00" in data:
        return None
    if high < _FEW_HIGH * len(data):
        text = _decoded(data, "cp1252")
        western = text is not None and all(_WESTERN.match(c) for c in text if ord(c) > 127)
        return (_plain_ends(text), "Windows-1252") if text and western else None
    text = _decoded(data, "cp950")
    if text and is_chinese(simplified(text)):
        return _plain_ends(text), "Big5"
    text = _decoded(data, "cp932")
    return (_plain_ends(text), "Shift JIS") if text and _is_japanese(text) else None


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_japanese(text: str) -> bool:
    """Tell whether a text has kana, and beyond ASCII little but Japanese."""
    foreign = [c for c in text if ord(c) > 127]
    japanese = sum(bool(_JAPANESE.match(c)) for c in foreign)
    return has_kana(text) and japanese > 0.95 * len(foreign)


def _try_decode(data: bytes) -> str | None:
    if data.startswith(_UTF16) and len(data) % 2 == 0:
        text = _decoded(data, "utf-16")
        # UTF-32 has the same mark at its start, and then a zero in every character.
        return text if text and "\x00" not in text else None
    if b"\x00" in data[:4096]:
        zeros = data[:4096:2].count(0), data[1:4096:2].count(0)
        name = "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
        text = _decoded(data, name)
        return text if text and "\x00" not in text and is_chinese(text) else None
    text = _decoded(data, "utf-8")
    if text is not None:
        return text
    text = _decoded(data, "gb18030")
    return text if text and is_chinese(text) else None


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def is_chinese(text: str) -> bool:
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


def one_line(text: str) -> str:
    """Return a text that any font, XML and terminal can take, its characters as they are else.

    Parameters
    ----------
    text : str
        A title, a note, a name. Line breaks, tabs and control characters become one space, a lone
        surrogate U+FFFD, a letter and its marks one character (NFC); outer white space goes.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    whole = _SURROGATE.sub("\ufffd", _CONTROL.sub(" ", text))
    return unicodedata.normalize("NFC", whole).strip()


def plain_lines(text: str) -> str:
    r"""Return a text of several lines that XML and terminals can take, each character in its place.

    Parameters
    ----------
    text : str
        Form feeds, NEL, carriage returns and the line breaks of Unicode become ``\n``, other
        control characters a space (tabs stay: they part cells), a lone surrogate U+FFFD.
    """
    if not _NOT_PLAIN.search(text):  # `translate` looks every character up, one by one
        return text
    return _SURROGATE.sub("\ufffd", text).translate(_PLAIN)


def normalize(text: str) -> str:
    """Return `text` on one line, in half-width forms, without characters nobody sees.

    Every cell, name and code is read with it; `one_line` is for texts that are shown as written.

    Parameters
    ----------
    text : str
        ``１，４８０`` becomes ``1,480``. Compatibility forms follow NFKC, except that no
        footnote mark and no exponent becomes a digit: ``81.8①`` and ``m²`` stay as they are.
    """
    if _SETTLED.fullmatch(text):
        return text
    line = one_line(text)
    if line.isascii():
        return line
    parts = _KEPT.split(_UNSEEN.sub("", line))
    return "".join(
        part if i % 2 else unicodedata.normalize("NFKC", part) for i, part in enumerate(parts)
    ).strip()


@lru_cache(maxsize=65_536)
def folded(name: str) -> str:
    """Return a name in half-width (NFKC), Simplified characters, without white space, lower case.

    Parameters
    ----------
    name : str
        ``青 州 市``, ``濰坊濱海經濟技術開發區``, ``３７０７８１``.
    """
    plain = _SPACE.sub("", normalize(name)).casefold()
    return plain if plain.isascii() else simplified(plain)


def has_chinese(text: str) -> bool:
    """Tell whether a text has Chinese characters."""
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def has_kana(text: str) -> bool:
    """Tell whether a text has letters that only Japanese has."""
    return bool(_KANA.search(text))


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


def unescape_formula(text: str) -> str:
    """Return a text without the apostrophe that `escape_formula` put before it."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(_FORMULA_STARTS) else text

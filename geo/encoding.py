"""Read text in the encodings of Chinese offices: UTF-8, UTF-16, GB18030. Refuse others by name."""

from __future__ import annotations

import codecs
from pathlib import Path

from geo.errors import MapError, Problem, nearest

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_bytes(path: Path) -> bytes:
    """Return a file's content; a missing file, a folder or a refused one is a `MapError`."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise MapError(Problem(str(path), "no such file", neighbours(path))) from None
    except IsADirectoryError:
        raise MapError(Problem(str(path), "is a folder", "Name a file in it.")) from None
    except PermissionError:
        raise MapError(Problem(str(path), "may not be read", "Change its permissions.")) from None


def neighbours(path: Path) -> str:
    """Return what to do about a missing file: its folder is missing too, or a name is near."""
    if not path.parent.is_dir():
        return f"The folder {path.parent} does not exist."
    near = nearest(path.name, (p.name for p in path.parent.iterdir() if p.is_file()))
    return f"Did you mean {' or '.join(near)}?" if near else "Check the path."


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
        If it is neither UTF-8, UTF-16 nor GB18030; the message names the encoding it looks like.

    Notes
    -----
    UTF-8 is tried first because random GB18030 text is almost never valid UTF-8, while the reverse
    is common. A decoded GB18030 text has to look like Chinese: see `_is_chinese`.
    """
    text = _try_decode(data)
    if text is None:
        from charset_normalizer import from_bytes

        guess = from_bytes(data[:100_000]).best()
        name = f" (it looks like {guess.encoding})" if guess else ""
        what = f"is not text in UTF-8, UTF-16 or GB18030{name}"
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


def read_text(path: Path) -> str:
    """Return the text of a file in UTF-8, UTF-16 or GB18030 (see `decode`)."""
    return decode(read_bytes(path), str(path))

"""What is wrong with a spec that is no TOML, and what to write instead."""

from __future__ import annotations

import re

from geo.base.errors import Problem

#: The keys that hold tables: each is written [[…]] once for every table.
TABLES = ("measures", "plates", "points", "annotations", "pages")
_SINGLE = re.compile(rf"^[ \t]*\[({'|'.join(TABLES)})\][ \t]*(?:#.*)?$", re.M)
_TABLE = re.compile(r"\s*\[[^\]]*\]")
_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")
#: What a Chinese keyboard writes, and other formats have, where TOML has another sign.
_FULL_WIDTH = dict(zip(":：＝，、［］【】", "===,,[][]", strict=True))


def not_toml(source: str, text: str, error: Exception) -> Problem:
    """Say why a text is not TOML.

    Parameters
    ----------
    source : str
        The file.
    text : str
        All of it.
    error : ValueError or RecursionError
        What `tomllib` raised.
    """
    if isinstance(error, RecursionError):
        return Problem(source, "is not valid TOML: nested too deep", "See https://toml.io.")
    tables = _SINGLE.findall(text)
    if tables and re.match("Cannot (declare|overwrite)", str(error)):
        return Problem(
            f"{source}, {tables[0]}", "is written as a single table", in_double_brackets(tables[0])
        )
    found = (slip(text, str(error)) for slip in (_twice, _remedy, _open))
    remedy = next(filter(None, found), "See https://toml.io.")
    return Problem(source, f"is not valid TOML: {error}", remedy)


def in_double_brackets(key: str) -> str:
    """Return the remedy for a list of tables that is written otherwise."""
    return f"Write [[{key}]] in double brackets, once for each."


def _remedy(text: str, message: str) -> str:
    """Return what to write instead, where the cause is plain; otherwise nothing."""
    if message.startswith("Illegal character '\\n'"):
        return 'Close the text with a quotation mark: "…".'
    if message.startswith(("Unterminated string", "Expected \"'")):
        return "Close the text with the quotation marks that it begins with."
    place = _LINE.search(message)
    if place is None:
        return ""
    if message.startswith(("Unescaped '\\'", "Invalid hex value")):
        return 'Write paths with /, as in "data/table.csv".'
    rest = text.splitlines()[int(place[1]) - 1][int(place[2]) - 1 :]
    if rest[:1] in _FULL_WIDTH:
        return f"Write {_FULL_WIDTH[rest[0]]} instead of {rest[0]}."
    return _unquoted(rest) if message.startswith("Invalid value") else ""


def _twice(text: str, message: str) -> str:
    """Return the remedy for a key or a table that stands in the text before, if that is it."""
    place = _LINE.search(message)
    if place is None or not message.startswith(("Cannot overwrite", "Cannot declare")):
        return ""
    line = text.splitlines()[int(place[1]) - 1]
    if table := _TABLE.match(line):
        return f"{table[0].strip()} stands above already: put the keys of both under one."
    return f"{line.partition('=')[0].strip()} is given above already: keep one of the two."


def _open(text: str, message: str) -> str:
    """Return the remedy for the name of a table whose brackets are not closed, if that is it."""
    place = _LINE.search(message)
    if place is None or not message.startswith("Expected ']'"):
        return ""
    name = text.splitlines()[int(place[1]) - 1].strip().rstrip("] ")
    return f"Close the brackets: {name}{']' * name.count('[')}." if name.startswith("[") else ""


def _unquoted(rest: str) -> str:
    """Return the remedy for a text without quotation marks, or in typographic ones."""
    if not rest[:1].isalpha() and rest[:1] not in {*"“”„‟‘’「『《＂＇"}:
        return ""
    value = rest.partition("#")[0].strip()
    if value in {"True", "False", "TRUE", "FALSE"}:
        return "Write true or false in small letters."
    value = value.strip("“”„‟‘’「」『』＂＇\"'")
    return f'Put text in straight quotes: "{value}".'

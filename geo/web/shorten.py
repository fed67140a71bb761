"""Shorter names in the page's scripts: what nobody outside can see needs no long name.

A light embed is counted in bytes, and no minifier on the registry renames and runs everywhere
Python does. Top-level names are replaced alike everywhere; names inside one top-level statement
alike within it, so that short ones can be used again. That needs no analysis of scopes: renaming
every occurrence of a name the same way never changes what it refers to.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product
from string import ascii_lowercase, ascii_uppercase
from typing import Literal

_TOKEN = re.compile(
    r"""(?P<blank>\s+|//[^\n]*|/\*.*?\*/)
      | (?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')
      | (?P<name>[A-Za-z_$][\w$]*)
      | (?P<number>\d[\w.]*)
      | (?P<mark>\.\.\.|\?\.|=>|.)""",
    re.VERBOSE | re.DOTALL,
)
_REGEX = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\[\n])+/\w*")
_BEFORE_REGEX = frozenset("(,=:[!&|?{};") | {"=>", "return"}
_DECLARING = frozenset({"const", "let", "function"})
_WORDS = frozenset({"as", "do", "if", "in", "is", "of"})

Role = Literal["", "variable", "property", "shorthand"]


@dataclass(slots=True)
class Token:
    """A piece of a script: its kind, its text, the statement it is in, and what a name is there."""

    kind: str
    text: str
    statement: int = 0
    role: Role = ""
    declared: Literal["", "top", "inside"] = ""


def shortened(script: str) -> str:
    """Return `script` with its own names replaced by short ones, the most frequent by the shortest.

    Parameters
    ----------
    script : str
        Modern JavaScript without labels, getters, classes, empty statements, `eval` and `with`,
        whose top level will become the body of one function.

    Returns
    -------
    str
    """
    tokens = [Token(kind, text) for kind, text in _tokens(script)]
    solid = [token for token in tokens if token.kind != "blank"]
    _mark(solid)
    names = [token for token in solid if token.kind == "name"]
    fixed = {t.text for t in names if t.role == "shorthand"}
    top = {t.text for t in names if t.declared == "top"}
    taken = {t.text for t in names}
    pairs = ("".join(pair) for pair in product(ascii_lowercase, repeat=2))
    pool = [*ascii_uppercase, *(pair for pair in pairs if pair not in _WORDS)]
    _rename([t for t in names if t.text in top - fixed], [s for s in pool if s not in taken])
    inside = defaultdict(list)
    for token in names:
        inside[token.statement].append(token)
    for group in inside.values():
        own = {t.text for t in group if t.declared == "inside"} - top
        kept = {t.text for t in group if t.text not in own}
        kept |= {t.text for t in group if t.role == "shorthand"}
        _rename(
            [t for t in group if t.text in own - kept],
            [s for s in ascii_lowercase if s not in kept],
        )
    _drop_needless(solid)
    return "".join(token.text for token in tokens)


def _drop_needless(solid: list[Token]) -> None:
    """Empty, in place, brackets around a single parameter, commas and semicolons before the end."""
    texts = [token.text for token in solid]
    for i, (one, two) in enumerate(pairwise(texts)):
        if one == "," and two in {")", "]", "}"} and texts[i - 1] != ",":
            solid[i].text = ""
        if one == ";" and two == "}":
            solid[i].text = ""
        if one == ")" and two == "=>" and solid[i - 1].kind == "name" and texts[i - 2] == "(":
            solid[i].text = solid[i - 2].text = ""


def _rename(tokens: list[Token], pool: list[str]) -> None:
    """Give the names of these tokens short ones, in place; properties keep theirs."""
    variables = [token for token in tokens if token.role == "variable"]
    counts = Counter(token.text for token in variables)
    names = dict(zip((name for name, _ in counts.most_common()), pool, strict=False))
    for token in variables:
        token.text = names.get(token.text, token.text)


def _tokens(script: str, at: int = 0, end: int | None = None) -> Iterator[tuple[str, str]]:
    """Yield kind and text of each token; a template is its texts and the tokens between them."""
    before = ";"
    end = len(script) if end is None else end
    while at < end:
        if script[at] == "`":
            for kind, text, after in _template(script, at):
                yield kind, text
                at = after
            before = "`"
            continue
        regex = _REGEX.match(script, at) if before in _BEFORE_REGEX else None
        comment = script.startswith(("//", "/*"), at)
        match = regex if regex and not comment else _TOKEN.match(script, at)
        assert match, "every character is a token"  # noqa: S101
        kind = "string" if match is regex else str(match.lastgroup)
        yield kind, match[0]
        before = before if kind == "blank" else match[0]
        at = match.end()


def _template(script: str, at: int) -> Iterator[tuple[str, str, int]]:
    """Yield the tokens of a template literal, each with the position after the literal so far."""
    start = at
    at += 1
    while script[at] != "`":
        if script.startswith("${", at):
            close = _closing(script, at + 2)
            yield "string", script[start : at + 2], close
            for kind, inner in _tokens(script, at + 2, close):
                yield kind, inner, close
            at = start = close
        at += 2 if script[at] == "\\" else 1
    yield "string", script[start : at + 1], at + 1


def _closing(script: str, at: int) -> int:
    """Return the position of the brace that closes a template's expression."""
    depth = 1
    while depth:
        if script[at] == "`":
            at = [after for _, _, after in _template(script, at)][-1]
            continue
        depth += {"{": 1, "}": -1}.get(script[at], 0)
        at += 1
    return at - 1


def _mark(solid: list[Token]) -> None:
    """Note statement, role and declaration of every name; `solid` has no blanks."""
    open_at: list[int] = []
    statement = 0
    for i, token in enumerate(solid):
        before = solid[i - 1].text if i else ";"
        after = solid[i + 1].text if i + 1 < len(solid) else ";"
        token.statement = statement
        if token.kind == "mark" and token.text in {"{", "(", "["}:
            open_at.append(i)
        elif token.kind == "mark" and token.text in {"}", ")", "]"}:
            opening = open_at.pop()
            if after == "=>" or _declares(solid, opening):
                _declare(solid[opening:i], bool(open_at) or solid[opening].text == "(")
        elif token.kind == "name":
            braces = bool(open_at) and solid[open_at[-1]].text == "{"
            token.role = _role(before, after, braces)
            if before in _DECLARING:
                token.declared = "inside" if open_at else "top"
        if not open_at and (
            token.text == ";" or (token.text == "}" and after not in {")", ";", ",", "."})
        ):
            statement += 1


def _role(before: str, after: str, in_braces: bool) -> Role:
    if before in {".", "?."} or (in_braces and before in {"{", ","} and after == ":"):
        return "property"
    return (
        "shorthand"
        if in_braces and before in {"{", ","} and after in {",", "}", "="}
        else "variable"
    )


def _declare(tokens: list[Token], inside: bool) -> None:
    for token in tokens:
        if token.kind == "name" and token.role == "variable":
            token.declared = "inside" if inside else "top"


def _declares(solid: list[Token], opening: int) -> bool:
    """Say whether a bracket opens a list of parameters, or of names taken from an array."""
    before = [token.text for token in solid[max(0, opening - 2) : opening]]
    if solid[opening].text == "[":
        return bool(before) and before[-1] in _DECLARING
    return solid[opening].text == "(" and before[:1] == ["function"]

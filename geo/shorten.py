"""Shorter names in the page's scripts: what nobody outside can see needs no long name.

A light embed is counted in bytes, and there is no minifier on the registry that renames and runs
everywhere Python does. Renaming every occurrence of a name alike needs no knowledge of scopes;
a name that is also a property, a key or a global is left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""(?P<blank>\s+|//[^\n]*|/\*.*?\*/)
      | (?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')
      | (?P<name>[A-Za-z_$][\w$]*)
      | (?P<number>\d[\w.]*)
      | (?P<mark>\.\.\.|=>|.)""",
    re.VERBOSE | re.DOTALL,
)
_REGEX = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\[\n])+/\w*")
_BEFORE_REGEX = frozenset("(,=:[!&|?{};") | {"=>", "return"}
_DECLARING = frozenset({"const", "let", "function"})
_SHORT = [a + b for a in ("", *"abcdefghijklmnopqrstuvwxyz") for b in "abcdefghijklmnopqrstuvwxyz"]


def shortened(script: str) -> str:
    """Return `script` with its own names replaced by short ones, the most frequent by the shortest.

    Parameters
    ----------
    script : str
        Modern JavaScript without labels, getters, `eval` and `with`.

    Returns
    -------
    str
    """
    tokens = list(_tokens(script))
    own, kept = _names(tokens)
    counts = Counter(text for kind, text in tokens if kind == "name" and text in own - kept)
    words = {text for kind, text in tokens if kind == "name"}
    short = (name for name in _SHORT if name not in words | {"as", "do", "if", "in", "is", "of"})
    renamed = {name: s for (name, _), s in zip(counts.most_common(), short, strict=False)}
    renamed = {name: s for name, s in renamed.items() if len(s) < len(name)}
    return "".join(renamed.get(text, text) if kind == "name" else text for kind, text in tokens)


def _tokens(script: str, start: int = 0, end: int | None = None) -> Iterator[tuple[str, str]]:
    """Yield kind and text of each token; a template is its texts and the tokens between them."""
    at, before = start, ";"
    end = len(script) if end is None else end
    while at < end:
        if script[at] == "`":
            for kind, text, at in _template(script, at):  # noqa: B007 - the last one is wanted
                yield kind, text
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
    text = at
    at += 1
    while script[at] != "`":
        if script.startswith("${", at):
            close = _closing(script, at + 2)
            yield "string", script[text : at + 2], close
            for kind, inner in _tokens(script, at + 2, close):
                yield kind, inner, close
            at = text = close
        at += 2 if script[at] == "\\" else 1
    yield "string", script[text : at + 1], at + 1


def _closing(script: str, at: int) -> int:
    """Return the position of the brace that closes a template's expression."""
    depth = 1
    while depth:
        if script[at] == "`":
            at = [end for _, _, end in _template(script, at)][-1]
            continue
        depth += {"{": 1, "}": -1}.get(script[at], 0)
        at += 1
    return at - 1


def _names(tokens: list[tuple[str, str]]) -> tuple[set[str], set[str]]:
    """Return the names that are declared, and those that stand where a name is public."""
    solid = [(kind, text) for kind, text in tokens if kind != "blank"]
    own: set[str] = set()
    kept: set[str] = set()
    open_at: list[int] = []
    closed: dict[int, int] = {}
    for i, (kind, text) in enumerate(solid):
        before = solid[i - 1][1] if i else ";"
        after = solid[i + 1][1] if i + 1 < len(solid) else ";"
        if kind == "mark" and text in {"{", "(", "["}:
            open_at.append(i)
        elif kind == "mark" and text in {"}", ")", "]"}:
            closed[i] = open_at.pop()
            if after == "=>" or _declares(solid, closed[i]):
                own |= {name for k, name in solid[closed[i] : i] if k == "name"}
        elif kind == "name":
            own |= {text} if before in _DECLARING else set()
            in_braces = open_at and solid[open_at[-1]][1] == "{"
            as_key = in_braces and before in {"{", ","} and after in {":", ",", "}", "="}
            kept |= {text} if before in {".", "?."} or as_key else set()
    return own, kept


def _declares(solid: list[tuple[str, str]], opening: int) -> bool:
    """Is the bracket at `opening` a list of parameters, or of names taken from an array?"""
    bracket, before = solid[opening][1], [text for _, text in solid[max(0, opening - 2) : opening]]
    if bracket == "[":
        return bool(before) and before[-1] in _DECLARING
    return bracket == "(" and before[:1] == ["function"]

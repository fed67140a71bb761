"""One clause, parsed by release_grammar.lark: who, which numbers, and the words around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from lark import Lark, Token, Tree, UnexpectedInput
from lark.common import LexerConf
from lark.lexer import Lexer

LONGEST = 48  # tokens of a clause; what is longer is no clause
_VALUES = ("counts", "moneys", "quantities", "numbers")


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers of a clause that belong together, as indices of its tokens.

    Attributes
    ----------
    kind : {"counts", "moneys", "quantities", "numbers"}
    before, values, after : tuple of int
        The words before, the numbers (several in 分别16个、15个), and the words after.
    """

    kind: str
    before: tuple[int, ...]
    values: tuple[int, ...]
    after: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause says, as indices of its tokens.

    Attributes
    ----------
    leads : tuple of int
        其中, dates, 全市.
    places : tuple of int
        Whom it is about; empty if it does not say.
    within : bool
        The place was named by 在, 位于 or 落户.
    openers : tuple of int
        Words of a clause without numbers: 产业类项目.
    words : tuple of int
        The same, or all words beside its numbers.
    amid : bool
        It ends in 中: what follows are parts of what it counts.
    figures : tuple of Figures
    """

    leads: tuple[int, ...]
    places: tuple[int, ...]
    within: bool
    openers: tuple[int, ...]
    words: tuple[int, ...]
    amid: bool
    figures: tuple[Figures, ...]


class _Given(Lexer):
    """Hands the parser what is already read: the kinds of the tokens, with their index as value."""

    def __init__(self, lexer_conf: LexerConf) -> None:
        """Take no configuration: there is nothing to split."""

    def lex(  # type: ignore[override] # lark hands a lexer of one's own the input alone
        self, data: Sequence[str]
    ) -> Iterator[Token]:
        for index, kind in enumerate(data):
            yield Token(kind, index)


@cache
def _parser() -> Lark:
    grammar = (files("geo") / "release" / "grammar.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer=_Given)


@lru_cache(maxsize=16_384)
def read_clause(kinds: tuple[str, ...]) -> Clause | None:
    """Parse a clause by the kinds of its tokens; None if it is not of the grammar.

    Releases repeat few forms, and the parse depends on the form alone: hence the cache.
    """
    if len(kinds) > LONGEST:
        return None
    try:
        tree = _parser().parse(kinds)
    except UnexpectedInput:
        return None
    found = _leaves(tree)
    topic = any(True for _ in tree.find_data("topic"))
    return Clause(
        leads=_of(found, "lead"),
        places=_of(found, "places"),
        within=bool(_of(found, "subject", "IN") or _of(found, "located", "IN")),
        openers=_of(found, "opener") if topic else (),
        words=(*_of(found, "opener"), *_of(found, "after")),
        amid=bool(_of(found, "statement", "AMID")),
        figures=tuple(
            _figures(node) for node in tree.iter_subtrees_topdown() if node.data == "figure"
        ),
    )


def _leaves(tree: Tree[Token]) -> list[tuple[str, Token]]:
    """Return the tokens in order, each with the rule right above it; JOIN, SEP and ETC left out."""
    found: list[tuple[str, Token]] = []
    for child in tree.children:
        if isinstance(child, Tree):
            found += _leaves(child)
        elif child.type not in ("JOIN", "SEP", "ETC"):
            found.append((str(tree.data), child))
    return found


def _of(found: list[tuple[str, Token]], rule: str, kind: str = "") -> tuple[int, ...]:
    return tuple(int(token) for name, token in found if name == rule and kind in ("", token.type))


def _figures(node: Tree[Token]) -> Figures:
    found = _leaves(node)
    kind = next(name for name, _ in found if name in _VALUES)
    return Figures(kind, _of(found, "opener"), _of(found, kind), _of(found, "after"))

"""One clause, parsed by grammar.lark: who, which numbers, and the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from lark import Lark, Token, Tree, UnexpectedInput
from lark.common import LexerConf
from lark.lexer import Lexer

from geo.base.packaged import packaged
from geo.release.words.kinds import UNPARSED, Kind

LONGEST = 48  # tokens of a clause; what is longer is no clause
_VALUES = ("counts", "moneys", "quantities", "numbers")


class FormWord(NamedTuple):
    """A token as far as its form goes: of names and numbers, text and value are left out."""

    kind: Kind
    text: str
    value: str
    unit: str


#: The fields of a `FormWord`: one is made for every word of a text, and a tuple is made faster.
WordKey = tuple[Kind, str, str, str]


@dataclass(frozen=True, slots=True)
class Group:
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
class Parsed:
    """What a clause says, as indices of its tokens.

    Attributes
    ----------
    leads : tuple of int
        其中, dates, 全市.
    places : tuple of int
        Whom it is about; empty if it does not say.
    within : bool
        The place was named by 在, 位于 or 落户.
    words : tuple of int
        All words beside its numbers; of a clause without numbers its words: 产业类项目.
    amid : bool
        It ends in 中: what follows are parts of what it counts.
    figures : tuple of Group
    """

    leads: tuple[int, ...]
    places: tuple[int, ...]
    within: bool
    words: tuple[int, ...]
    amid: bool
    figures: tuple[Group, ...]


class _Given(Lexer):
    """Hands the parser what is already read: the kinds of the tokens, with their index as value."""

    def __init__(self, lexer_conf: LexerConf) -> None:
        """Take no configuration: there is nothing to split."""

    def lex(  # type: ignore[override] # lark hands a lexer of one's own the input alone
        self, data: Sequence[Kind]
    ) -> Iterator[Token]:
        for index, kind in enumerate(data):
            yield Token(kind, index)


def terminals(grammar: str) -> frozenset[str]:
    """Return the terminals in the rules of a grammar.

    Raises
    ------
    ValueError
        If one of them is no kind of token, or if a kind that reaches the parser is missing.
    """
    found = frozenset(re.findall(r"\b[A-Z]{2,}\b", re.sub("//.*", "", grammar)))
    wanted = frozenset(Kind) - UNPARSED
    if found != wanted:
        unknown, missing = sorted(found - wanted), sorted(wanted - found)
        raise ValueError(
            f"grammar.lark: terminals that are no kind of token: {unknown}; "
            f"kinds that are no terminal: {missing}."
        )
    return found


_GRAMMAR = packaged("release", "parsing", "grammar.lark")
_TERMINALS = terminals(_GRAMMAR)


@cache
def _parser() -> Lark:
    declared = f"%declare {' '.join(sorted(_TERMINALS))}\n"
    return Lark(_GRAMMAR + declared, parser="lalr", lexer=_Given)


@lru_cache(maxsize=16_384)
def read_clause(kinds: tuple[Kind, ...]) -> Parsed | None:
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
    return Parsed(
        leads=_of(found, "lead"),
        places=_of(found, "places"),
        within=bool(_of(found, "subject", Kind.IN) or _of(found, "located", Kind.IN)),
        words=(*_of(found, "opener"), *_of(found, "after")),
        amid=bool(_of(found, "statement", Kind.AMID)),
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
        elif child.type not in (Kind.JOIN, Kind.SEP, Kind.ETC):
            found.append((str(tree.data), child))
    return found


def _of(found: list[tuple[str, Token]], rule: str, kind: str = "") -> tuple[int, ...]:
    return tuple(int(token) for name, token in found if name == rule and kind in ("", token.type))


def _figures(node: Tree[Token]) -> Group:
    found = _leaves(node)
    kind = next(name for name, _ in found if name in _VALUES)
    return Group(kind, _of(found, "opener"), _of(found, kind), _of(found, "after"))

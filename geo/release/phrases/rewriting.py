"""Tokens rewritten by rules: neighbours that mean something together become one token.

A rule looks a bounded number of tokens ahead and at the one before, so that a pass is linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from itertools import product
from typing import NamedTuple

from geo.release.phrases.tokens import Token
from geo.release.words.kinds import Kind

#: A letter for each kind: the kinds of a line are a text then, and those of rules a pattern.
LETTERS = {kind: chr(ord("A") + number) for number, kind in enumerate(Kind)}


class Here(NamedTuple):
    """Where a rule is tried.

    Attributes
    ----------
    tokens : sequence of Token
        The line's.
    at : int
        Index of the first token of the match.
    kept : sequence of Token
        Those before it, after this pass.
    """

    tokens: Sequence[Token]
    at: int
    kept: Sequence[Token]

    def ahead(self, distance: int) -> Token | None:
        """Return the token this far ahead; None after the last."""
        at = self.at + distance
        return self.tokens[at] if at < len(self.tokens) else None

    def begins_after(self, kinds: Collection[Kind]) -> bool:
        """Tell whether nothing is kept before it, or last a token of one of the kinds."""
        return not self.kept or self.kept[-1].kind in kinds


class Rule(NamedTuple):
    """Neighbouring tokens that mean something together.

    Attributes
    ----------
    kinds : tuple of set of Kind
        One for each neighbour, from left to right.
    becomes : callable
        Returns the one token that they become.
    when : callable, optional
        Tells whether the rule holds here.
    follow : int
        How many of the last ones only have to follow, and stay.
    reach : callable, optional
        Returns how many tokens it takes, 0 for none, if `kinds` does not tell.
    """

    kinds: tuple[Set[Kind], ...]
    becomes: Callable[[Sequence[Token]], Token]
    when: Callable[[Here], bool] | None = None
    follow: int = 0
    reach: Callable[[Here], int] | None = None

    def takes(self, here: Here) -> int:
        """Return how many tokens the rule makes one of; 0 if it does not hold."""
        tokens, at, size = here.tokens, here.at, len(self.kinds)
        if at + size > len(tokens):
            return 0
        for distance in range(1, size):  # the first kind is what the rule was found by
            if tokens[at + distance].kind not in self.kinds[distance]:
                return 0
        if self.when and not self.when(here):
            return 0
        return self.reach(here) if self.reach else size - self.follow


class Pass(NamedTuple):
    """Rules that are tried together, by the kind of token they begin with.

    Attributes
    ----------
    rules : mapping of Kind to tuple of Rule
    kinds : Pattern
        What matches where the kinds of one of them are, in what `kinds_of` returns.
    signs : set of str
        Kinds, or pairs of neighbouring kinds, as `kinds_of` writes them. A line without any of
        them is left as it is; they are looked up for all passes at once.
    needs : str
        Characters; so is a line without any of them. Empty if it needs none.
    """

    rules: Mapping[Kind, tuple[Rule, ...]]
    kinds: re.Pattern[str]
    signs: Set[str]
    needs: str = ""


def kinds_of(tokens: Iterable[Token]) -> str:
    """Return the kinds of tokens, a letter each."""
    return "".join([LETTERS[token.kind] for token in tokens])


def together(*rules: Rule, ends: Set[Kind] = frozenset(), needs: str = "") -> Pass:
    """Return a pass of rules, in which the first that holds is taken.

    Parameters
    ----------
    *rules : Rule
    ends : set of Kind, optional
        Of which a line must have one, if the kinds of the rules do not tell it.
    needs : str, optional
        Characters of which a line must have one.
    """
    letters = [["".join(sorted(LETTERS[kind] for kind in of)) for of in r.kinds] for r in rules]
    runs = ("".join(f"[{re.escape(one)}]" for one in run) for run in letters)
    signs = {"".join(sign) for run in letters for sign in product(*run[-2:])}
    if ends:
        signs = {LETTERS[kind] for kind in ends}
    firsts = {kind for rule in rules for kind in rule.kinds[0]}
    by_first = {k: tuple(rule for rule in rules if k in rule.kinds[0]) for k in firsts}
    return Pass(by_first, re.compile(f"(?={'|'.join(runs)})"), signs, needs)


def rewritten(tokens: Sequence[Token], rules: Pass, kinds: str) -> Sequence[Token]:
    """Return the tokens after a pass from left to right; what a rule made is tried again.

    Where no rule holds, they are the same sequence.

    Parameters
    ----------
    tokens : sequence of Token
    rules : Pass
    kinds : str
        What `kinds_of` returns of the tokens.
    """
    left, kept = list(tokens), list[Token]()
    done, changed = 0, False  # what is before `done` is kept; what is at it, a rule may have made
    for begins in rules.kinds.finditer(kinds):
        at = begins.start()
        if at < done or (at == done and changed):
            continue
        kept += left[done:at]
        done = at
        while found := _first(rules.rules.get(left[done].kind, ()), Here(left, done, kept)):
            rule, length = found
            done += length - 1
            left[done] = rule.becomes(left[done - length + 1 : done + 1])
            changed = True
    return [*kept, *left[done:]] if changed else tokens


def _first(rules: Sequence[Rule], here: Here) -> tuple[Rule, int] | None:
    """Return the first rule that holds, and how many tokens it takes."""
    for rule in rules:
        if length := rule.takes(here):
            return rule, length
    return None


def as_kind(kind: Kind) -> Callable[[Sequence[Token]], Token]:
    """Return what makes the last token one of another kind; those before it are dropped."""
    return lambda run: run[-1]._replace(kind=kind)


def first_as(kind: Kind, value: str | None = None) -> Callable[[Sequence[Token]], Token]:
    """Return what makes the first token one of another kind; those after it are dropped.

    Parameters
    ----------
    kind : Kind
    value : str, optional
        Of the new token; by default the first one's own.
    """
    new = {"kind": kind} if value is None else {"kind": kind, "value": value}
    return lambda run: run[0]._replace(**new)


def first_token(run: Sequence[Token]) -> Token:
    """Return the first token as it is; those after it are dropped."""
    return run[0]


def second_token(run: Sequence[Token]) -> Token:
    """Return the second token as it is; the first is left out for it, and those after it, too."""
    return run[1]


def joined(kind: Kind, value: str = "") -> Callable[[Sequence[Token]], Token]:
    """Return what makes one token of several, with all their text."""
    return lambda run: Token(kind, text_of(run), run[0].start, run[-1].end, value)


def text_of(run: Iterable[Token]) -> str:
    """Return the text of neighbouring tokens."""
    return "".join(token.text for token in run)

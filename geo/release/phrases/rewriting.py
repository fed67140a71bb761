"""Tokens rewritten by rules: neighbours that mean something together become one token.

A rule looks a bounded number of tokens ahead and at the one before, so that a pass is linear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import product
from typing import NamedTuple

from geo.release.phrases.tokens import Token
from geo.release.words.kinds import Kind


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
    signs : set
        Kinds, or pairs of neighbouring kinds; a line without any of them is left as it is.
    needs : str
        Characters; so is a line without any of them. Empty if it needs none.
    """

    rules: Mapping[Kind, tuple[Rule, ...]]
    signs: Set[Kind | tuple[Kind, Kind]]
    needs: str = ""


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
    signs: set[Kind | tuple[Kind, Kind]] = set(ends)
    for rule in () if ends else rules:
        last = rule.kinds[-2:]
        signs |= set(product(*last)) if len(last) == 2 else last[0]
    firsts = {kind for rule in rules for kind in rule.kinds[0]}
    by_first = {k: tuple(rule for rule in rules if k in rule.kinds[0]) for k in firsts}
    return Pass(by_first, signs, needs)


def rewritten(tokens: Sequence[Token], rules: Mapping[Kind, Sequence[Rule]]) -> Sequence[Token]:
    """Return the tokens after a pass from left to right; what a rule made is tried again.

    Where no rule holds, they are the same sequence.
    """
    begins = [at for at, token in enumerate(tokens) if token.kind in rules]
    left, kept = list(tokens), list[Token]()
    done, changed = 0, False  # what is before `done` is kept; what is at it, a rule may have made
    for at in begins:
        if at < done or (at == done and changed):
            continue
        kept += left[done:at]
        done = at
        while (first := rules.get(left[done].kind)) and (
            found := _first(first, Here(left, done, kept))
        ):
            rule, length = found
            done += length - 1
            left[done] = rule.becomes(left[done - length + 1 : done + 1])
            changed = True
    return [*kept, *left[done:]] if changed else tokens


def _first(rules: Sequence[Rule], here: Here) -> tuple[Rule, int] | None:
    """Return the first rule that holds, and how many tokens it takes."""
    following = here.ahead(1)
    for rule in rules:
        kinds = rule.kinds
        if len(kinds) > 1 and (following is None or following.kind not in kinds[1]):
            continue
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


def joined(kind: Kind, value: str = "") -> Callable[[Sequence[Token]], Token]:
    """Return what makes one token of several, with all their text."""
    return lambda run: Token(kind, text_of(run), run[0].start, run[-1].end, value)


def text_of(run: Iterable[Token]) -> str:
    """Return the text of neighbouring tokens."""
    return "".join(token.text for token in run)

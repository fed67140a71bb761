"""Neighbouring tokens, and which kinds are among them: most questions begin with that one."""

from __future__ import annotations

from collections.abc import Iterable

from geo.release.phrases.tokens import Token
from geo.release.words.kinds import Kind


class Run(list[Token]):
    """The tokens of a clause; not to be changed.

    Attributes
    ----------
    kinds : frozenset of Kind
        Those of the tokens. A clause is asked for them dozens of times, by rules that can hold
        only where some kind is there.
    """

    __slots__ = ("kinds",)

    def __init__(self, tokens: Iterable[Token]) -> None:
        super().__init__(tokens)
        self.kinds: frozenset[Kind] = frozenset([token.kind for token in self])

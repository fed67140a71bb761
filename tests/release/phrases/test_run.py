"""A run of tokens knows which kinds are among them."""

from __future__ import annotations

from geo.release.phrases.run import Run
from geo.release.phrases.tokens import scan
from geo.release.words.kinds import Kind


def test_a_run_is_its_tokens_and_knows_their_kinds():
    tokens = scan("奎文区开工项目16个", ())
    run = Run(token for token in tokens)
    assert run == tokens
    assert run.kinds == {Kind.WORD, Kind.ACT, Kind.PROJECT, Kind.COUNT}
    assert Run(run[1:3]).kinds == {Kind.ACT, Kind.PROJECT}
    assert Run(()).kinds == frozenset()

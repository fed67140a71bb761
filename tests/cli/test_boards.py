"""The files of a dashboard, made in memory."""

from __future__ import annotations

from geo.cli.boards import board_files
from tests.boards import board


def test_files_are_named_after_the_spec_and_same_input_gives_same_bytes():
    first, second = (board_files(board()) for _ in range(2))
    assert [*first] == ["both.html", "both.pdf"]
    assert first == second
    assert [*board_files(board(), ("pdf",))] == ["both.pdf"]

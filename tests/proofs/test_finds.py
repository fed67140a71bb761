"""Inputs on which a reader once failed are read or refused with a message today."""

from __future__ import annotations

from pathlib import Path

import pytest

from proofs.fuzz.readers import READERS, replay

FINDS = Path(__file__).resolve().parents[2] / "proofs" / "finds"
FILES = sorted(FINDS.iterdir())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_find_does_no_harm_any_more(path):
    assert replay(path.name.partition("-")[0], path.read_bytes()) == ""


def test_a_reader_that_fails_is_noticed(monkeypatch):
    def broken(data: bytes, folder: Path) -> None:
        raise KeyError(data[0])

    monkeypatch.setitem(READERS, "table", broken)
    assert replay("table", b"x") == "KeyError: 120"

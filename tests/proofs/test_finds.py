"""Inputs on which a reader once failed are read or refused with a message today."""

from __future__ import annotations

from pathlib import Path

import pytest

from proofs.fuzz.readers import READERS, replay
from proofs.fuzz.seeds import SEEDS, dictionary

FINDS = Path(__file__).resolve().parents[2] / "proofs" / "finds"
FILES = sorted(FINDS.iterdir())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_find_does_no_harm_any_more(path):
    assert replay(path.name.partition("-")[0], path.read_bytes()) == ""


@pytest.mark.parametrize("reader", READERS)
def test_the_search_starts_from_inputs_that_do_no_harm(reader):
    assert [replay(reader, seed.encode()) for seed in SEEDS[reader]] == [""] * len(SEEDS[reader])
    assert all(dictionary(reader))


def test_a_reader_that_fails_is_noticed(monkeypatch):
    def broken(data: bytes, folder: Path) -> None:
        raise KeyError(data[0])

    monkeypatch.setitem(READERS, "table", broken)
    assert replay("table", b"x") == "KeyError: 120"

"""Edits of inputs: the same for the same seed, and mostly still readable."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.base.errors import MapError
from proofs.fuzz.edits import edited
from proofs.fuzz.readers import READERS
from proofs.fuzz.seeds import SEEDS, dictionary

TABLE = SEEDS["table"][0].encode()


def test_a_seed_gives_the_same_edits_and_others_give_others():
    words = dictionary("table")
    assert edited(TABLE, 7, words) == edited(TABLE, 7, words)
    assert len({edited(TABLE, seed, words) for seed in range(200)}) > 100


def test_what_is_no_text_or_empty_is_edited_too():
    assert all(isinstance(edited(b"\xff\x00", seed, [b"a"]), bytes) for seed in range(50))
    assert all(isinstance(edited(b"", seed, [b"a"]), bytes) for seed in range(50))


@pytest.mark.parametrize("reader", ["table", "totals", "zones", "release"])
def test_more_than_one_edited_input_in_twenty_is_read(reader, tmp_path: Path):
    """Of bytes flipped at random it is one in a thousand."""
    words, seed, read = dictionary(reader), SEEDS[reader][0].encode(), 0
    for number in range(100):
        try:
            READERS[reader](edited(seed, number, words), tmp_path)
        except MapError:
            continue
        read += 1
    assert read > 5

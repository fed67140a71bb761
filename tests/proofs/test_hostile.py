"""Parts of the hostile proof add up to what one run of all strings finds."""

import pytest

from proofs.hostile import __main__ as hostile
from proofs.hostile.trial import Tried
from proofs.outcome import Find

ONE = Tried(built=5, refused=1, builds=2, documents=3, files=9)
OTHER = Tried(built=1, refused=2, builds=1, documents=1, files=4, finds=(Find("dialog", "title"),))


@pytest.fixture
def parts(tmp_path, monkeypatch):
    monkeypatch.setattr(hostile, "_PARTS", tmp_path / "parts")
    return hostile.with_other_parts


def test_the_figures_of_parts_are_added_whichever_ran_first(parts):
    parts(2, 3, OTHER, strings=4, seconds=10)
    found, strings, seconds = parts(1, 3, ONE, strings=6, seconds=20)
    assert (found.built, found.refused, found.files) == (6, 3, 13)
    assert (found.finds, strings, seconds) == (OTHER.finds, 10, 30)


def test_a_part_that_runs_again_counts_once(parts):
    parts(1, 3, OTHER, strings=4, seconds=10)
    assert parts(1, 3, ONE, strings=6, seconds=20) == (ONE, 6, 20)


def test_a_whole_run_and_parts_of_another_size_do_not_mix(parts):
    parts(1, 3, OTHER, strings=4, seconds=10)
    assert parts(1, 2, ONE, strings=6, seconds=20) == (ONE, 6, 20)
    assert parts(1, 1, ONE, strings=6, seconds=20) == (ONE, 6, 20)
    assert parts(3, 3, ONE, strings=6, seconds=20) == (ONE, 6, 20)

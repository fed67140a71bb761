"""The collector of cycles is off in a block, and as it was behind it."""

from __future__ import annotations

import gc

import pytest

from geo.base.collecting import collections_put_off


@collections_put_off()
def fail() -> None:
    assert not gc.isenabled()
    with collections_put_off():
        pass
    assert not gc.isenabled()
    raise ValueError("inside")


def test_it_is_off_inside_and_on_again_behind_an_error():
    with pytest.raises(ValueError, match="inside"):
        fail()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off():
    gc.disable()
    try:
        with collections_put_off():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()

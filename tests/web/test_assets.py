"""What pages are made of: sizes shared by Python, style sheets and scripts, each in one place."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from geo.web.assets import sizes


def test_the_sizes_are_read_once_typed_and_cannot_be_changed():
    assert sizes() is sizes()
    assert (sizes().beside_from, sizes().title.line, sizes().advances.narrow) == (900, 30, 0.33)
    with pytest.raises(FrozenInstanceError):
        sizes().side = 1


def test_a_character_is_narrow_or_wide_but_not_both():
    assert not set(sizes().narrow) & set(sizes().wide)

"""Every reason has its words in both languages."""

from __future__ import annotations

from typing import get_args

import pytest

from geo.base.catalogue import strings
from geo.release.words.reasons import Reason


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_reason_is_told(language):
    words = strings(language)
    assert all(words[f"review_reason_{reason}"] for reason in get_args(Reason))

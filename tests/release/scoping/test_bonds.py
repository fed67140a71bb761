"""Why amounts are not the subject's."""

# ruff: noqa: E501 - a sentence and its cells stay on one line
from __future__ import annotations

import pytest

from geo.release.extract import extract
from tests.release.readings import cells


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # loose: only a count of named projects is certain
        ("安丘市举行观摩会，开工项目27个，总投资93亿元。", {"安丘市 projects 27", "安丘市 investment 93"}),
        ("安丘市举行观摩会，总投资93亿元。", set()),
        # broken by another unit nobody knows: nothing is
        ("安丘市观摩云岭区，开工项目27个，总投资93亿元。", set()),
        # money needs projects that were counted
        ("安丘市完成投资93亿元。", {"安丘市 completed 93"}),
        ("安丘市开工项目27个，总投资93亿元，总投资95亿元。", {"安丘市 projects 27", "安丘市 investment 93"}),
    ],
)  # fmt: skip
def test_what_is_not_certain_is_left(text, expected):
    assert cells(text) == expected


def test_every_number_left_has_a_reason():
    unused = extract("安丘市观摩云岭区，开工项目27个，总投资93亿元。").unused
    assert [number.printed for number in unused] == ["27个", "93亿元"]
    assert all(number.reason for number in unused)

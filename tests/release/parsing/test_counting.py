"""What the words around a number of the user's counter say of it."""

# ruff: noqa: E501 - a sentence and its counts stay on one line
from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.parsing.measures import read_measures


@pytest.mark.parametrize(
    ("given", "text", "counts"),
    [
        ("n=人", "奎文区5400人受灾，潍城区2300人受灾。", "受灾 奎文区 5400人; 受灾 潍城区 2300人"),
        ("n=人", "奎文区5400人受灾；潍城区2300人在坊子区转移。", "受灾 奎文区 5400人"),
        ("n=人", "上述3市12个县（市、区）5.4万人受灾，2人死亡。", "受灾 合计 5.4万人; 死亡 合计 2人"),
        ("n=例", "今（3）日新增之7例本土病例；目前累计96例本土病例。", "今（3）日本土病例 合计 7例; 今（3）日累计本土病例 合计 96例"),
        ("n=例", "某地的173例。", ""),
    ],
)  # fmt: skip
def test_when_and_how_many_is_left_out_and_what_they_went_through_is_told(given, text, counts):
    found = extract(text, measures=read_measures([given]))
    rows = [f"{found.events[r.event]} {r.name} {r.cells[0].printed}" for r in found.rows]
    rows += [f"{found.events[t.event]} {t.label} {t.reading.printed}" for t in found.stated]
    assert "; ".join(rows) == counts

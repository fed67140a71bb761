"""Own text has the figures that readers see, and says where there is none."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from geo.choropleth.fields import own_lines
from tests.small import small_map
from tests.weifang import changed, weifang


def test_fields_are_filled_with_what_readers_see():
    """高新区 has 196.7 of 1,480.6: 13.3 %."""
    line = "{name}（{kind}）{investment} 亿元，第{investment_rank}，占{investment_share}，{area}"
    made = changed(page=weifang().spec.page.model_copy(update={"tooltip": (line, "{code}")}))
    i = list(made.districts["name"]).index("高新区")
    area = made.words.numerals.number(round(float(made.districts["area_km2"].iat[i]), 1), 1)
    assert own_lines(made, i) == (
        f"高新区（功能区）196.7 亿元，第1，占13.3%，{area}", "370705-GX"
    )  # fmt: skip


def test_a_district_without_a_value_says_so():
    made = small_map("AB", [1, np.nan])
    page = made.spec.page.model_copy(update={"tooltip": ("{a}|{a_rank}|{a_share}",)})
    assert own_lines(replace(made, spec=made.spec.model_copy(update={"page": page})), 1) == (
        "无数据||",
    )

"""A finished map gives its measures by id and says which total its circles show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.base.errors import MapError
from geo.choropleth.model import circles_id
from tests.small import small_map
from tests.weifang import weifang


def test_a_measure_is_found_by_its_id_and_the_first_one_without():
    m = weifang()
    assert [m.measure(x.id) for x in m.measures] == list(m.measures)
    assert m.measure() is m.measures[0]


def test_a_misspelt_measure_is_named_with_the_nearest():
    with pytest.raises(MapError) as error:
        weifang().measure("investmnt")
    assert str(error.value) == "weifang: has no measure 'investmnt'. Did you mean investment?"


def test_circles_show_the_map_makers_total_else_the_first_and_none_without_totals():
    spec = weifang().spec
    page = spec.page.model_copy(update={"circles": "projects"})
    chosen = replace(weifang(), spec=spec.model_copy(update={"page": page}))
    assert (circles_id(weifang()), circles_id(chosen)) == ("investment", "projects")
    assert circles_id(small_map("甲乙", [1, 2])) == ""

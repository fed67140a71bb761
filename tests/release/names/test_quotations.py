"""Units in what something is called between quotation marks."""

from __future__ import annotations

import pytest

from geo.release.names.quotations import in_quotation, quotations
from tests.release.readings import cells


@pytest.mark.parametrize(
    ("text", "inside"),
    [("“数字云州”项目", True), ("“云州市”项目", False), ("“云州市开工16个项目，很多。”", False)],
)
def test_a_part_of_what_something_is_called_is_in_it(text, inside):
    at = text.index("云州")
    assert in_quotation(quotations(text), at, at + 2 + (text[at + 2] == "市")) is inside


def test_a_unit_in_a_slogan_has_no_figures():
    told = "昨日，“大开放、大漳州”招商大会举行。当天，签约40个项目。"
    assert cells(told) == set()
    assert cells("“龙海市开工16个项目，总投资5亿元。”") == {
        "龙海市 projects 16",
        "龙海市 investment 5",
    }

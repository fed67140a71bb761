"""The panel of provenance: folded, on the page alone, and only where the spec asks for it."""

from __future__ import annotations

import json
from dataclasses import replace

from lxml import html as parser

from geo.choropleth.prov_json import to_prov
from geo.spec.page import PageSpec
from geo.web.embed import embed
from geo.web.origins import origins
from geo.web.page import page
from tests.choropleth.test_provenance import released
from tests.small import small_map
from tests.weifang import changed, weifang

ASKED = PageSpec(provenance=True)


def test_no_map_has_it_unasked_and_no_embed_has_it():
    assert origins(weifang()) is None
    assert 'id="provenance"' not in page(weifang())
    asked = changed(page=ASKED)
    assert 'id="provenance"' not in embed(asked).html
    (panel,) = parser.document_fromstring(page(asked)).xpath("//details[@id='provenance']")
    assert "open" not in panel.attrib
    districts, totals = panel.findall(".//tbody")
    assert (len(districts), len(totals)) == (16, 16)
    prov = json.loads(panel.find(".//script").text)
    assert prov == json.loads(to_prov(asked))


def test_it_names_files_columns_and_rows_in_the_language_of_the_map():
    shown = origins(changed(page=ASKED))
    assert [line.split(" · SHA-256 ")[0] for line in shown.lines] == [
        "数据：projects.csv",
        "公布的总数：totals.csv",
        "边界：weifang.geojson",
        "总投资：investment",
        "项目数：projects",
        "项目平均投资：investment、projects",
        "每平方公里投资：investment、面积 (平方公里)",
        "总投资的分级界限：0、50、90、130、170、200（自然断点法）",
        "项目数的分级界限：3、10、17、19、20（自然断点法）",
        "项目平均投资的分级界限：1、3、4.5、6、9、10（自然断点法）",
        "每平方公里投资的分级界限：0、500、1,000、2,000、5,000、20,000（编辑设定）",
        "粗界线：由各地区边界合并而成",
    ]
    assert shown.totals_head == ("公布的总数", "行")
    assert shown.totals[1] == ("全市：总投资", "3")
    assert shown.head == ("地区", "行", "边界")
    assert ("奎文区", "2", "") in shown.rows
    assert ("峡山区", "17", "边界为示意，位于坊子区范围内。") in shown.rows


def test_of_a_release_it_gives_line_and_characters_and_says_what_was_cut_and_shifted():
    spec = released().spec.model_copy(update={"page": ASKED})
    shown = origins(replace(released(), spec=spec))
    assert "坐标已由GCJ-02还原为WGS 84。" in shown.lines
    assert shown.totals_head[1] == "行、字符位置"
    assert shown.head[1] == "行、字符位置"
    places = {name: (place, outline) for name, place, outline in shown.rows}
    assert places["滨海区"][1] == "从寒亭区划出"
    line, spans = places["奎文区"][0].split(": ")
    assert line.isdecimal()
    assert len(spans.split(", ")) == 2


def test_a_column_that_would_be_empty_is_left_out():
    small = small_map("AB", [1, 2])
    shown = origins(replace(small, spec=small.spec.model_copy(update={"page": ASKED})))
    assert shown.head == ("地区", "行")

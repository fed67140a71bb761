"""The map without a frame: its script and its snippet; a browser runs them in test_element."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace

from geo.spec.page import EmbedSpec
from geo.web.assets import built
from geo.web.element import element, element_snippet
from geo.web.embed import embed
from geo.web.frame import frame
from geo.web.options import script
from tests.weifang import changed, weifang


def snippet(choropleth):
    return element_snippet(choropleth, frame(choropleth, embed(weifang())))


def test_the_script_holds_the_embeds_own_as_a_function_and_the_element():
    found = element(weifang())
    assert f"{{{script(weifang(), article=True)}\n}};" in found
    assert built("element.js") in found
    assert found.startswith('(()=>{const geoMapName="weifang",')
    assert len(gzip.compress(found.encode(), 9)) < 11_300


def test_a_name_is_data_in_the_script():
    evil = replace(weifang(), name='</script>"+alert(1)+"')
    assert "</script>" not in element(evil)
    assert 'geoMapName="\\u003c/script\\u003e\\"+alert(1)+\\"",' in element(evil)


def test_the_snippet_keeps_the_same_room_free_and_leads_to_the_page_until_the_map_is_there():
    there = changed(embed=EmbedSpec(url="https://maps.example.org/2024/"), title="<b>")
    text = snippet(there)
    assert re.findall(r"<style>(.*?)</style>", text) == [frame(there, embed(weifang())).style]
    assert '<div class="geo-map geo-weifang" lang="zh-CN">' in text
    assert (
        '<geo-map src="https://maps.example.org/2024/weifang-embed.html">'
        '<a href="https://maps.example.org/2024/weifang.html">&lt;b&gt;</a></geo-map>'
    ) in text
    assert '<script async src="https://maps.example.org/2024/weifang-map.js"></script>' in text


def test_without_a_page_there_is_no_link_to_it():
    assert '<geo-map src="weifang-embed.html"></geo-map>' in snippet(changed(outputs=("embed",)))

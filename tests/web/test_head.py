"""What the page's head says to networks, search engines and tabs."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote

from geo.spec.page import EmbedSpec, PageSpec
from geo.spec.plate import PlateSpec
from geo.web.head import Card, dataset, head, icon, page_address
from geo.web.page import page
from tests.small import small_map
from tests.weifang import changed, weifang

SITE = EmbedSpec(url="https://maps.example.org/2024/", provider="Example")
CARD = PlateSpec(name="card", size="social")


def test_a_map_on_a_site_has_its_address_and_the_social_card():
    there = changed(embed=SITE, plates=(PlateSpec(), CARD))
    found = head(there, "zh-CN")
    assert found.canonical == "https://maps.example.org/2024/weifang.html"
    assert (found.locale, head(there, "de").locale) == ("zh_CN", "de_DE")
    assert found.provider == "Example"
    assert found.card == Card(
        "https://maps.example.org/2024/weifang-card.png", found.card.alt, (1200, 630)
    )
    assert found.card.alt.startswith(f"{weifang().spec.title}：")
    large = head(changed(embed=SITE), "zh-CN").card
    assert large.image == "https://maps.example.org/2024/weifang.png"
    assert large.size is None


def test_without_a_site_there_is_no_address_that_nobody_could_follow():
    for folder in ("", "../maps/"):
        found = head(changed(embed=EmbedSpec(url=folder), plates=(CARD,)), "zh-CN")
        assert (found.canonical, found.card) == ("", None)
    assert page_address(changed(embed=SITE)) == "https://maps.example.org/2024/weifang.html"
    read = PageSpec(url="https://example.org/weifang/")
    assert page_address(changed(embed=SITE, page=read)) == "https://example.org/weifang/"


def test_the_icon_is_the_lowest_the_middle_and_the_highest_class_and_no_request():
    colors = ("#111111", "#222222", "#333333", "#444444", "#555555")
    found = icon(colors)
    assert found.startswith("data:image/svg+xml,%3Csvg ")
    assert re.findall("#[0-9]+", unquote(found)) == ["#111111", "#333333", "#555555"]
    assert "#" not in found  # would begin a fragment
    assert re.findall("#[0-9]+", unquote(icon(("#111111",)))) == ["#111111"] * 3


def test_the_dataset_says_what_is_measured_where_and_what_can_be_loaded():
    found = dataset(changed(embed=SITE), "zh-CN")
    assert found["@type"] == "Dataset"
    assert found["url"] == "https://maps.example.org/2024/weifang.html"
    assert found["publisher"] == {"@type": "Organization", "name": "Example"}
    assert found["variableMeasured"][0] == {
        "@type": "PropertyValue",
        "name": "总投资",
        "unitText": "亿元",
        "minValue": 6.9,
        "maxValue": 196.7,
    }
    assert found["spatialCoverage"]["geo"]["box"] == "35.71 118.17 37.3 120.01"
    assert found["distribution"] == [
        {
            "@type": "DataDownload",
            "encodingFormat": kind,
            "contentUrl": f"https://maps.example.org/2024/weifang.{ending}",
        }
        for kind, ending in (("text/csv", "csv"), ("application/geo+json", "geojson"))
    ]


def test_a_dataset_names_nothing_that_is_not_there():
    found = dataset(small_map("AB", [1, None], kind="total", label="L", unit=""), "en")
    assert found["variableMeasured"] == [
        {"@type": "PropertyValue", "name": "L", "minValue": 1, "maxValue": 1}
    ]
    assert not {"url", "image", "publisher", "distribution"} & set(found)
    only = changed(embed=SITE, outputs=("html",))
    assert "distribution" not in dataset(only, "zh-CN")


def test_the_page_has_it_all_in_its_head_as_text():
    evil = changed(embed=SITE, plates=(CARD,), title="</script><b>\"'&", dek="</script>")
    text = page(evil)
    found = dict(re.findall(r'<meta property="([^"]+)" content="([^"]*)">', text))
    assert found["og:title"] == "&lt;/script&gt;&lt;b&gt;&#34;&#39;&amp;"
    assert found["og:image:width"], found["og:image:height"] == ("1200", "630")
    assert '<meta name="twitter:card" content="summary_large_image">' in text
    [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert json.loads(block) == dataset(evil, "zh-CN")
    assert "<" not in block

"""oEmbed: what its standard requires, and a thumbnail only where its size is known."""

from __future__ import annotations

import json

from geo.spec.page import EmbedSpec
from geo.spec.plate import PlateSpec
from geo.web.embed import embed
from geo.web.frame import frame
from geo.web.oembed import oembed
from geo.web.reserve import height_at
from tests.weifang import changed, weifang


def made(choropleth):
    shown = frame(choropleth, embed(weifang()))
    return json.loads(oembed(choropleth, shown)), shown


def test_it_has_what_the_standard_requires_of_rich_content():
    data, shown = made(weifang())
    assert data == {
        "version": "1.0",
        "type": "rich",
        "title": weifang().spec.title,
        "html": shown.html,
        "width": 640,
        "height": height_at(640, shown.room, shown.ratio),
    }


def test_it_names_the_social_card_with_its_size():
    card = PlateSpec(name="card", size="social")
    data, _ = made(changed(plates=(PlateSpec(), card)))
    assert data["thumbnail_url"] == "weifang-card.png"
    assert (data["thumbnail_width"], data["thumbnail_height"]) == (1200, 630)
    other = card.model_copy(update={"dpi": 300})
    assert "thumbnail_url" not in made(changed(plates=(PlateSpec(), other)))[0]


def test_it_names_the_provider_and_its_site():
    there = EmbedSpec(url="https://maps.example.org/2024/", provider="Example")
    data, _ = made(changed(embed=there))
    assert data["provider_name"] == "Example"
    assert data["provider_url"] == "https://maps.example.org"

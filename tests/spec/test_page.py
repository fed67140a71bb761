"""Addresses that go into pages and policies are checked when the spec is read."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from geo.base.text import one_line
from geo.spec.page import AnnotationSpec, EmbedSpec, PageSpec


def reason(error: pytest.ExceptionInfo) -> str:
    return str(error.value.errors()[0]["ctx"]["error"])


@pytest.mark.parametrize(
    "url",
    ["", "https://maps.example.org/2024/", "http://localhost:8000", "HTTPS://A.ORG/a%20b?c=d",
     "https://[::1]:8000/x/", "../maps/", "/maps/2024", "maps", "./a:b/"],
)  # fmt: skip
def test_the_embed_is_served_from_a_folder_of_the_web_or_of_the_same_site(url):
    assert EmbedSpec(url=url).url == url


@pytest.mark.parametrize(
    "url",
    ["javascript://%0aalert(1)", "javascript:alert(1)", "data:text/html,x", "file:///etc",
     "ftp://a.org/", "https://x--><img src=x onerror=alert(1)>", "https://x;script-src *",
     "https://a b.org/", "https://user@a.org/", "//a.org/", "https:/a.org", "https://",
     "https://a.org/\'x", 'https://a.org/"x', "https://例子.中国/", "https://a.org\\@b.org/",
     "a\nb:c", "https://a.org:80:90/", "https://[::1/x"],
)  # fmt: skip
def test_no_other_address_is_accepted(url):
    with pytest.raises(ValidationError) as error:
        EmbedSpec(url=url)
    assert reason(error).startswith(f"{one_line(url)!r} is not an address. Write one")


def test_parts_without_the_map_or_a_search_of_nothing_are_refused():
    with pytest.raises(ValidationError) as error:
        PageSpec(parts=("legend", "table"))
    assert reason(error) == 'a map without "map" shows nothing. Add it to `parts`'
    with pytest.raises(ValidationError) as error:
        EmbedSpec(parts=("map", "search"))
    assert reason(error) == '"search" finds rows of the table. Add "table" to `parts`'


@pytest.mark.parametrize("place", [{}, {"lon": 119.0}, {"district": "A", "lon": 1.0, "lat": 2.0}])
def test_an_annotation_has_one_place(place):
    with pytest.raises(ValidationError) as error:
        AnnotationSpec(text="t", **place)
    assert reason(error) == "give either `district`, or `lon` and `lat`"
    assert AnnotationSpec(text="t", district="A").lon is None


def test_tiles_have_no_cartogram_over_them():
    with pytest.raises(ValidationError) as error:
        PageSpec(cartogram="demers", basemap={"provider": "amap", "key": "k"})
    assert reason(error) == "a `cartogram` has no place on a `basemap`: leave one of them out"

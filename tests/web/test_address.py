"""Addresses of the files."""

from __future__ import annotations

import pytest

from geo.spec.page import EmbedSpec
from geo.web.address import address, site
from tests.weifang import changed


@pytest.mark.parametrize(
    ("folder", "found"),
    [
        ("", "%E6%BD%8D%20a.html"),
        ("https://maps.example.org/2024/", "https://maps.example.org/2024/%E6%BD%8D%20a.html"),
        ("https://maps.example.org/2024", "https://maps.example.org/2024/%E6%BD%8D%20a.html"),
    ],
)
def test_a_file_is_in_the_folder_the_spec_names_its_name_quoted(folder, found):
    assert address(changed(embed=EmbedSpec(url=folder)), "潍 a.html") == found


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://maps.example.org/2024/", "https://maps.example.org"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("https://a.org-->x", ""),
        ("../maps/", ""),
        ("", ""),
    ],
)
def test_a_site_is_scheme_and_host(url, host):
    assert site(url) == host

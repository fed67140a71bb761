"""Only http, https and relative addresses go into pages and policies; tests/spec has the others."""

from __future__ import annotations

import pytest

from geo.base.addresses import checked_address, is_address


@pytest.mark.parametrize("url", ["https://a.org/x?y#z", "../maps/", "#map", ""])
def test_an_address_stays_as_it_is(url):
    assert checked_address(url) == url


@pytest.mark.parametrize("url", ["javascript:alert(1)", "//a.org/", "https://a b.org/", 'a"b'])
def test_what_is_none_is_named(url):
    assert not is_address(url)
    with pytest.raises(ValueError, match="is not an address"):
        checked_address(url)

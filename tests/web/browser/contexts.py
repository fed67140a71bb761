"""Contexts of a browser that tests share: one costs as much again as the page in it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

_of_browsers: WeakKeyDictionary[Browser, dict[frozenset, BrowserContext]] = WeakKeyDictionary()


def new_tab(browser: Browser, width: int = 1280, height: int = 720, **options: Any) -> Page:
    """A blank tab in the context of these options; whoever asked for it closes it.

    Pages keep nothing in a browser (no storage, no cookie), so that tabs of one context are as
    strange to each other as tabs of two.
    """
    contexts = _of_browsers.setdefault(browser, {})
    key = frozenset(options.items())
    if key not in contexts:
        contexts[key] = browser.new_context(**options)
    tab = contexts[key].new_page()
    tab.set_viewport_size({"width": width, "height": height})
    return tab

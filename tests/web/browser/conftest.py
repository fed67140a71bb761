"""Pages of Weifang as files, and a tab that shows one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

import pytest

from tests.conftest import no_browser
from tests.web.browser.contexts import new_tab
from tests.web.browser.engines import firefox, webkit
from tests.web.browser.engines.playwright_tab import PlaywrightTab
from tests.web.browser.engines.tab import Tab
from tests.web.browser.pages import FORMS, document

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for form in FORMS:
        (folder / f"{form}.html").write_text(document(form), encoding="utf-8")
    return folder


@contextmanager
def tabs(browser, files) -> Iterator[Callable]:
    """Open a form (or any document's text); at the end nothing may have gone wrong in a script."""
    opened_tabs, problems = [], []

    def opened(form, width=1280, height=900, fragment="", touch=False, **options):
        is_map = form in FORMS or "map-data" in form
        if form not in FORMS:
            (files / "other.html").write_text(form, encoding="utf-8")
            form = "other"
        tab = new_tab(browser, width, height, has_touch=touch, **options)
        opened_tabs.append(tab)
        tab.set_default_timeout(20000)
        tab.on("pageerror", lambda error: problems.append(str(error)))
        tab.on("console", lambda m: problems.append(m.text) if m.type == "error" else None)
        tab.goto(f"file://{files}/{form}.html{fragment}")
        if is_map:  # the scripts start after a first frame
            tab.wait_for_selector("[data-code][role=button]", state="attached")
            # … and the names that the build drew give way to those of the size of the window
            tab.wait_for_function("!document.querySelector('#labels > text')")
        tab.wait_for_timeout(60)  # a frame or two: the map is laid out when its size is known
        return tab

    yield opened
    for tab in opened_tabs:
        tab.close()
    assert not problems, problems


@pytest.fixture
def show(browser, files) -> Iterator[Callable]:
    """Open tabs of one's own, to press and type in."""
    with tabs(browser, files) as opened:
        yield opened


@pytest.fixture(scope="module")
def seen(request, browser, files) -> Iterator[Page]:
    """A tab of (form, width, fragment) that all tests of a file share, to be looked at only."""
    form, width, fragment = request.param
    with tabs(browser, files) as opened:
        yield opened(form, width, fragment=fragment)


ENGINES = ("chromium", "firefox", "webkit")
SYSTEMS_OWN = {"firefox": firefox, "webkit": webkit}


@pytest.fixture(scope="session", params=ENGINES)
def tab(request, tmp_path_factory, environment) -> Iterator[Tab]:
    """A tab of each engine: the system's own browser, else the one that playwright brings."""
    engine, folder = request.param, tmp_path_factory.mktemp(request.param)
    own = SYSTEMS_OWN.get(engine)
    if own and own.program():
        with getattr(own, engine)(folder, environment) as started:
            yield started
        return
    browser = request.getfixturevalue("browser") if engine == "chromium" else None
    with nullcontext(browser) if browser else playwrights(request, engine) as launched:
        started = PlaywrightTab(launched, engine, folder)
        yield started
        started.close()


@contextmanager
def playwrights(request, engine) -> Iterator:
    from playwright.sync_api import Error

    driver = request.getfixturevalue("driver")
    try:
        launched = getattr(driver, engine).launch(env=request.getfixturevalue("environment"))
    except Error as problem:
        no_browser(f"no {engine} to be had: {problem.message.splitlines()[0]}")
    yield launched
    launched.close()

"""Pages of Weifang as files, and a tab that shows one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.web.browser.pages import FORMS, document


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for form in FORMS:
        (folder / f"{form}.html").write_text(document(form), encoding="utf-8")
    return folder


@pytest.fixture
def show(browser, files) -> Iterator[Callable]:
    """Open a form (or any document's text); at the end nothing may have gone wrong in a script."""
    contexts, problems = [], []

    def opened(form, width=1280, height=900, fragment="", touch=False, **options):
        is_map = form in FORMS or "map-data" in form
        if form not in FORMS:
            (files / "other.html").write_text(form, encoding="utf-8")
            form = "other"
        context = browser.new_context(
            viewport={"width": width, "height": height}, has_touch=touch, **options
        )
        contexts.append(context)
        tab = context.new_page()
        tab.set_default_timeout(8000)
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
    for context in contexts:
        context.close()
    assert not problems, problems

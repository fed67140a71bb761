"""docs/embedding.md followed to the letter: the article on one site, the map's files on another."""

from __future__ import annotations

import re
from contextlib import contextmanager
from pathlib import Path

import pytest

from geo.spec.page import EmbedSpec
from geo.web.csp import source_hash
from geo.web.snippet import embed_files
from tests.web.browser.contexts import new_tab
from tests.web.browser.local_site import serving
from tests.weifang import changed

pytestmark = pytest.mark.browser
DOCS = Path(__file__).resolve().parents[3] / "docs" / "embedding.md"
PLATE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
COUNTS = """window.heard = [];
for (const kind of ["geo-ready", "geo-measure", "geo-district"])
  document.addEventListener(kind, ({ type, detail }) => heard.push([type, detail.measure]));"""


def theme_switch() -> str:
    """The lines that the document gives to sites with a switch of their own."""
    text = DOCS.read_text(encoding="utf-8")
    return next(code for code in re.findall(r"```js\n(.*?)```", text, re.DOTALL) if "theme" in code)


def part(text: str, number: int) -> str:
    found = re.search(rf"<!-- {number}\. .*?-->\n(.*?)(?=<!-- \d\. |\Z)", text, re.DOTALL)
    return found[1]


def policy_lines(text: str) -> dict[str, str]:
    """Part 5, in which each policy stands behind its own words: open, with hashes, element."""
    lines = re.search(r"<!-- 5\. (.*?)\n-->", text, re.DOTALL)[1].splitlines()
    kinds = dict(zip(("open", "hashes", "element", "embed"), lines[-4:], strict=True))
    return {kind: line.rsplit("： ", 1)[1] for kind, line in kinds.items()}


@contextmanager
def article(browser, number, policy_of=None):
    """Open an article that holds a part of the text file, and counts what readers look at."""
    files: dict[str, str] = {"/weifang.svg": PLATE}
    with serving(files, shared=True) as (maps, _):
        made = embed_files(changed(embed=EmbedSpec(url=f"{maps}/")))
        files |= {f"/{name}": data.decode() for name, data in made.items()}
        text = files["/weifang-embed.txt"]
        script = COUNTS + theme_switch()
        page = f"<!DOCTYPE html><meta charset=utf-8><script>{script}</script>{part(text, number)}"
        policy = policy_of(policy_lines(text), source_hash(script)) if policy_of else None
        with serving({"/": page}, {"/": policy} if policy else None) as (site, _):
            assert site != maps
            tab = new_tab(browser, 768, 1000)
            complaints: list[str] = []
            tab.on("console", lambda m: m.type == "error" and complaints.append(m.text))
            tab.goto(f"{site}/")
            yield tab, complaints
            tab.close()


def until(tab, expression: str) -> None:
    """Wait for it; playwright's own way needs `eval`, which a policy forbids."""
    for _ in range(200):
        if tab.evaluate(f"() => !!({expression})"):
            return
        tab.wait_for_timeout(40)
    raise AssertionError(expression)


def open_policy(lines, _):
    return f"script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; {lines['open']}"


def strict_policy(lines, own):
    return "default-src 'none'; " + lines["hashes"].replace("script-src", f"script-src {own}")


@pytest.mark.parametrize("policy_of", [None, open_policy, strict_policy])
def test_the_snippet_works_from_another_site_under_the_policy_it_asks_for(browser, policy_of):
    with article(browser, 1, policy_of) as (tab, complaints):
        until(tab, "heard.length")  # the site's own script runs, and hears the map
        inner = tab.frames[1]
        inner.click("label:has(input[value=density])")
        until(tab, "heard.length > 1")
        assert tab.evaluate("heard") == [["geo-ready", "investment"], ["geo-measure", "density"]]
        assert inner.evaluate("document.documentElement.style.colorScheme") == "dark"
        until(tab, "document.querySelector('iframe').style.height")
        need = inner.evaluate("document.querySelector('main').getBoundingClientRect().height")
        assert 0 <= inner.evaluate("innerHeight") - need <= 24
        inner.click("#all-rows")
        until(tab, f"document.querySelector('iframe').offsetHeight > {need} + 100")
        tab.emulate_media(media="print")
        until(tab, "document.querySelector('.geo-map img').naturalWidth")
        assert tab.evaluate("document.querySelector('iframe').offsetHeight") == 0
        assert complaints == []


def test_the_element_works_from_another_site(browser):
    with article(browser, 6) as (tab, complaints):
        until(tab, "heard.length")
        tab.click("geo-map label:has(input[value=density])")
        until(tab, "heard.length > 1")
        assert tab.evaluate("heard") == [["geo-ready", "investment"], ["geo-measure", "density"]]
        assert complaints == []


def test_a_hash_added_to_a_policy_with_unsafe_inline_would_stop_the_sites_own_script(browser):
    """Why part 5 has a line without hashes for those policies."""

    def wrong(lines, _):
        return strict_policy(lines, "'unsafe-inline'")

    with article(browser, 1, wrong) as (tab, complaints):
        tab.wait_for_selector("iframe")
        assert tab.evaluate("window.heard === undefined")
        assert any("Content Security Policy" in text for text in complaints)

"""`python -m proofs.looks`: how pages look in Chromium, Firefox and WebKit, for a person to judge.

One sheet for each map, theme and engine: the top of the page, pinned and not, at five widths.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from itertools import product
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from geo.choropleth.model import Choropleth
from geo.choropleth.pipeline import build
from geo.web.embed import embed
from geo.web.page import page
from tests.conftest import CHROMIUM_FLAGS, chromium_path, font_environment
from tests.web.browser.engines.firefox import firefox
from tests.web.browser.engines.playwright_tab import PlaywrightTab
from tests.web.browser.engines.tab import Tab, until
from tests.web.browser.engines.webkit import webkit

ENGINES = ("chromium", "firefox", "webkit")
THEMES = ("light", "dark")
WIDTHS = (320, 375, 768, 1280, 1920)
HEIGHT = 1500  # pixels of the window, which is more than most readers have
SCALE = 0.45  # of a sheet, so that all widths are seen at once


@contextmanager
def opened(engine: str, folder: Path) -> Iterator[Tab]:
    """Start an engine of the system."""
    environment = font_environment(folder)
    if engine == "firefox":
        with firefox(folder, environment) as tab:
            yield tab
    elif engine == "webkit":
        with webkit(folder, environment) as tab:
            yield tab
    else:
        with sync_playwright() as driver:
            browser = driver.chromium.launch(
                executable_path=chromium_path(), args=CHROMIUM_FLAGS, env=environment
            )
            yield PlaywrightTab(browser, engine, folder)


def themed(choropleth: Choropleth, theme: str) -> Choropleth:
    """Return a map whose theme is fixed: not every driver can say what the device prefers."""
    spec = choropleth.spec
    fixed = spec.page.model_copy(update={"theme": theme})
    return replace(choropleth, spec=spec.model_copy(update={"page": fixed}))


def sheet(tab: Tab, file: Path, code: str) -> Image.Image:
    """Return a page at every width side by side; a district is chosen at every second one."""
    shots = []
    for i, width in enumerate(WIDTHS):
        tab.resize(width, HEIGHT)
        tab.open("about:blank")
        tab.open(f"file://{file}" + (f"#district={code}" if i % 2 else ""))
        until(tab, "() => document.querySelector('[data-code][role=button]')?.tagName")
        time.sleep(0.5)  # seconds: colours have changed, names are placed
        shots.append(Image.open(BytesIO(tab.screenshot())).convert("RGB"))
    whole = Image.new("RGB", (sum(s.width + 20 for s in shots), HEIGHT), "#808080")
    left = 0
    for shot in shots:
        whole.paste(shot, (left, 0))
        left += shot.width + 20
    return whole.resize((round(whole.width * SCALE), round(whole.height * SCALE)), Image.LANCZOS)


def main() -> int:
    """Write the sheets; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m proofs.looks", description=__doc__)
    parser.add_argument("specs", nargs="+", type=Path, metavar="SPEC")
    parser.add_argument("--out", type=Path, required=True, help="the folder for the sheets")
    parser.add_argument("--engine", action="append", choices=ENGINES, help="may be repeated")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    maps = [build(spec) for spec in chosen.specs]
    with tempfile.TemporaryDirectory() as work:
        for engine in chosen.engine or ENGINES:
            folder = Path(work) / engine
            folder.mkdir()
            with opened(engine, folder) as tab:
                for made, theme, form in product(maps, THEMES, ("page", "embed")):
                    fixed, file = themed(made, theme), folder / "map.html"
                    html = page(fixed) if form == "page" else embed(fixed).html
                    file.write_text(html, encoding="utf-8")
                    name = f"{made.name}-{form}-{theme}-{engine}.png"
                    sheet(tab, file, made.districts["code"].iat[0]).save(chosen.out / name)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

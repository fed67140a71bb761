"""Fixtures that several test files need."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

# A busy machine is no reason to fail, and the same examples run everywhere.
settings.register_profile("map", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("map")

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium_path() -> str | None:
    """Return the system's Chromium; None leaves playwright to its own download."""
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    return os.environ.get("CHROMIUM") or next((path for path in found if path), None)


def font_environment(folder: Path) -> dict[str, str]:
    """Return an environment in which Chromium finds Chinese glyphs on a machine that has none.

    Without them every character is a box of the same width, and no layout test means anything.
    """
    import pylopdf_fonts_zh_cn

    fonts = Path(pylopdf_fonts_zh_cn.__file__).parent
    config = folder / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<dir>{fonts}</dir><cachedir>{folder}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(config)}


def no_browser(problem: str) -> NoReturn:
    """Skip, but where browsers have to be there: in CI, and in `make test`."""
    if os.environ.get("CI") or os.environ.get("BROWSER_REQUIRED"):
        pytest.fail(problem, pytrace=False)
    pytest.skip(problem)


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What browsers are started with."""
    return font_environment(tmp_path_factory.mktemp("fonts"))


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    """Playwright, which a process can start only once."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(driver: Playwright, environment: dict[str, str]) -> Iterator[Browser]:
    """One real Chromium for all browser tests of a worker."""
    from playwright.sync_api import Error

    try:
        launched = driver.chromium.launch(
            executable_path=chromium_path(), args=CHROMIUM_FLAGS, env=environment
        )
    except Error as problem:
        no_browser(f"no Chromium to be had: {problem.message.splitlines()[0]}")
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def npm_packages() -> None:
    """The packages of package-lock.json are there."""
    from tests.npm import install

    install()


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the project."""
    return ROOT

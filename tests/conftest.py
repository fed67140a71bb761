"""Fixtures that several test files need."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
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


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """One real Chromium for all browser tests of a worker."""
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as driver:
        try:
            launched = driver.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_FLAGS)
        except Error as problem:
            if os.environ.get("CI") or os.environ.get("BROWSER_REQUIRED"):
                raise
            pytest.skip(f"no Chromium to be had: {problem.message.splitlines()[0]}")
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the project."""
    return ROOT

"""The gallery shows every preset, and its pictures are small."""

from __future__ import annotations

import importlib.util
import sys

from geo.plate.page import PAGES


def gallery(root):
    spec = importlib.util.spec_from_file_location("make_gallery", root / "docs/make_gallery.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_gallery"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_every_preset_has_a_picture_and_the_page_shows_it(root):
    made = gallery(root)
    assert {entry.name for entry in made.ENTRIES} >= set(PAGES)
    assert (root / "docs" / "gallery.md").read_text(encoding="utf-8") == made.page()


def test_every_picture_is_what_its_spec_draws_today(root):
    """`make gallery` draws them anew."""
    made = gallery(root)
    stale = [
        name
        for name, drawn in made.pictures()
        if (made.FOLDER / f"{name}.png").read_bytes() != drawn
    ]
    assert stale == []


def test_its_pictures_together_are_smaller_than_3_megabytes(root):
    sizes = [path.stat().st_size for path in (root / "docs" / "gallery").glob("*.png")]
    assert 0 < sum(sizes) < 3_000_000

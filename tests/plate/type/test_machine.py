"""Fonts of this machine: found though they are new, and in collections by the language."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTCollection, TTFont
from matplotlib import font_manager

from geo.base.errors import MapError
from geo.plate.type.faces import outline
from geo.plate.type.machine import located
from geo.plate.type.packs import named, packaged


def small(family: str, text: str, style: str = "Regular") -> TTFont:
    """Return a font of a family that has the letters of a text."""
    font = TTFont(packaged("sans").path)
    subsetter = Subsetter()
    subsetter.options.name_IDs = ["*"]
    subsetter.populate(text=text)
    subsetter.subset(font)
    for number, word in ((1, family), (2, style), (16, family), (17, style)):
        font["name"].setName(word, number, 3, 1, 0x409)
    return font


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """A collection as Noto's and Source Han's: the Japanese fonts come first."""
    made = TTCollection()
    made.fonts = [
        small("Sample CJK JP", "一二"), small("Sample CJK SC", "一三", "Bold"),
        small("Sample CJK SC", "一四"), small("Sample CJK TC", "一五"),
    ]  # fmt: skip
    path = tmp_path / "Sample.ttc"
    made.save(path)
    return path


@pytest.mark.parametrize(
    ("language", "letter"), [("zh", "四"), ("en", "四"), ("zh-TW", "五"), ("ja", "二")]
)
def test_of_a_collection_the_regular_font_with_the_forms_of_the_language_is_taken(
    collection: Path, language: str, letter: str
):
    face = named(str(collection), "plates[1].font", language=language)
    assert [c for c in "二三四五" if not face.missing(c)] == [letter]
    assert len(outline(face, letter)[0])


def test_a_font_installed_since_the_list_was_made_is_found(
    tmp_path: Path, collection: Path, monkeypatch: pytest.MonkeyPatch
):
    alone = tmp_path / "new.otf"
    small("Installed A Minute Ago", "一").save(alone)
    broken = tmp_path / "broken.otf"
    broken.write_bytes(b"no font")
    found = [str(alone), str(broken), str(collection)]
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda: found)
    before = list(font_manager.fontManager.ttflist)
    try:
        assert located("Installed A Minute Ago", "plates[1].font", "zh") == (alone, 0)
        assert located("Sample CJK TC", "plates[1].font", "zh") == (collection, 3)
        alone.unlink()
        with pytest.raises(MapError) as caught:
            located("Installed A Minute Ago", "plates[1].font", "zh")
        assert str(caught.value).startswith(
            "plates[1].font: no font 'Installed A Minute Ago' on this machine."
        )
    finally:
        font_manager.fontManager.ttflist[:] = before
        font_manager.fontManager._findfont_cached.cache_clear()


def test_a_file_that_is_no_collection_is_refused(tmp_path: Path):
    path = tmp_path / "bad.ttc"
    path.write_bytes(b"ttcf no more")
    with pytest.raises(MapError) as caught:
        located(str(path), "fonts.plate", "zh")
    assert str(caught.value) == "fonts.plate: 'bad.ttc' is no font. Name another."

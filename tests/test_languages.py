"""Maps in every language, whole: no file of one has a word of another."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from html import unescape

import numpy as np
import pytest
import shapely

from geo.base.catalogue import strings
from geo.base.languages import LANGUAGES
from geo.choropleth.model import Choropleth
from geo.plate.plates import plates
from geo.spec.plate import PlateSpec
from geo.web.page import page
from geo.web.snippet import embed_files
from tests.plate.plates import with_plates
from tests.small import map_of, small_map

HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
ARABIC = re.compile("[\u0600-\u06ff]")
CHINESE = {"zh", "zh-CN", "zh-TW", "ja"}


@cache
def made(language: str) -> Choropleth:
    """A map whose own texts are signs alone: every word in its files is the interface's."""
    values = [1234.5, -2, 3, 4, np.nan, 6, 7, 8, 9, 10]
    names = [f"№{i}" for i in range(len(values))]
    return small_map(names, values, language=language, title="†", label="‡", allow_negative=True)


def said(html: str) -> str:
    """The words of a document: of its elements, its labels, its data's strings."""
    bare = re.sub(r"<(style|script)(?! type=.application).*?</\1>", " ", html, flags=re.S)
    # Names that programs read, and keys of the data.
    return unescape(re.sub(r'(class|id|aria-sort|data-\w+)="[^"]*"|"\w+":', " ", bare))


def texts_of(language: str) -> dict[str, str]:
    files = {"page.html": page(made(language)).encode()} | embed_files(made(language))
    files |= plates(with_plates(squares(language), PlateSpec(formats=("svg",), bars=True)))
    return {name: said(content.decode()) for name, content in files.items()}


def squares(language: str) -> Choropleth:
    """Three squares in signs, one without data."""
    shapes = [shapely.box(i / 10, 10, (i + 1) / 10, 10.1) for i in range(3)]
    plain = map_of(shapes, [1, 2, np.nan], names="№§†", language=language, label="‡", unit="%")
    return replace(plain, spec=plain.spec.model_copy(update={"title": "†", "source": "§"}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_file_of_a_map_has_a_word_of_another_language(language):
    english = {
        text
        for key, text in strings("en").items()
        if not key.startswith("review_") and len(text) > 8 and "{" not in text
    } - {text for text in strings(language).values() if isinstance(text, str)}
    for name, text in texts_of(language).items():
        worded = not name.endswith(".js")  # it finds its words in the document
        assert bool(HAN.search(text)) == (language in CHINESE and worded), name
        assert bool(ARABIC.search(text)) == (language == "ar" and worded), name
        if language != "en":
            assert [word for word in english if word in text] == [], name

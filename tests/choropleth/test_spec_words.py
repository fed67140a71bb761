"""The first texts of a spec, in the language of the names or of the map-maker."""

from __future__ import annotations

import pytest

from geo.base.languages import LANGUAGES
from geo.choropleth.spec_words import language_of, words_for


@pytest.mark.parametrize(
    ("names", "language"),
    [("潍城区奎文区", "zh"), ("台東縣新竹市", "zh-TW"), ("神奈川県", "ja"),
     ("さいたま市", "ja"),
     ("القاهرة", "ar"), ("Île-de-France", "en"), ("", "en")],
)  # fmt: skip
def test_names_tell_their_language(names, language):
    assert language_of(names) == language


def test_labels_are_those_of_the_interface_without_their_unit():
    assert [words_for(language)["area"] for language in ("zh", "zh-TW", "ja", "de", "ar")] == [
        "面积", "面積", "面積", "Fläche", "المساحة",
    ]  # fmt: skip
    assert words_for("zh-TW")["source_text"] == "來源待填寫"
    assert {words_for(language)["language"] for language in LANGUAGES} == set(LANGUAGES)

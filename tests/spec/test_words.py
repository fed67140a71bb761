"""Own words of a map: for its districts, and for single texts."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from geo.spec.measure import MeasureSpec
from geo.spec.model import MapSpec
from geo.spec.problems import problems_of
from geo.spec.words import lacking_forms

MEASURE = MeasureSpec(id="a", label="a", unit="", kind="rate", column="a")


def problems(**given) -> list[str]:
    with pytest.raises(ValidationError) as error:
        MapSpec.model_validate({"title": "t", "source": "s", "measures": (MEASURE,), **given})
    return [str(problem) for problem in problems_of("m.toml", error.value)]


def test_a_unit_of_the_catalogue_or_words_with_all_plurals_are_taken():
    MapSpec(title="t", source="s", measures=(MEASURE,), units="county")
    own = {"one": "Landkreis", "other": "Landkreise"}
    MapSpec(title="t", source="s", measures=(MEASURE,), language="de", units=own)
    MapSpec(title="t", source="s", measures=(MEASURE,), units={"other": "街道"})


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (
            {"units": "conty"},
            "m.toml, units: units 'conty' is not in the catalogue. "
            "Did you mean county or country or city? Own words are a table by plural category: "
            '{ one = "Landkreis", other = "Landkreise" }.',
        ),
        (
            {"language": "de", "units": {"other": "Landkreise"}},
            "m.toml: units lacks one, which is a plural of 'de'.",
        ),
        (
            {"language": "ar", "units": {"one": "حي", "other": "حي"}},
            "m.toml: units lacks few, many, two, which are a plural of 'ar'.",
        ),
        (
            {"units": {"others": "a", "other": "b"}},
            "m.toml, units: units has the form 'others'. Did you mean other?",
        ),
        ({"units": {"other": " "}}, "m.toml, units: units.other is empty."),
        (
            {"units": {"other": "x" * 31}},
            "m.toml, units: units.other has a word of 31 letters; 30 fit.",
        ),
        (
            {"texts": {"source": "see " + "x" * 80}},
            "m.toml, texts: texts.source has a word of 80 letters; 30 fit.",
        ),
        ({"units": {"other": "{n}"}}, "m.toml, units: units.other has braces."),
        (
            {"texts": {"mising": "x"}},
            "m.toml, texts: texts.mising is no text of the interface. Did you mean missing?",
        ),
        (
            {"texts": {"rank_of": "{rank} / {all}"}},
            "m.toml, texts: texts.rank_of has '{all}', which nothing fills. "
            "It may have {District}, {district}, {districts}, {n}, {rank}.",
        ),
        (
            {"language": "nl"},
            "m.toml, language: 'nl' is not one of "
            "'zh', 'zh-CN', 'zh-TW', 'en', 'de', 'fr', 'es', 'ja', 'ar'.",
        ),
    ],
)
def test_wrong_words_are_named(given, text):
    assert problems(**given) == [text]


def test_a_unit_of_the_catalogue_lacks_nothing():
    assert lacking_forms("county", "ar") == []
    assert lacking_forms({"one": "a", "other": "b"}, "en") == []

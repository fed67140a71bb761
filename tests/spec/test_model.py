"""A spec is checked whole: every problem is named at once, with the nearest thing that exists."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from geo.base.text import one_line
from geo.spec.model import EmbedSpec, MapSpec, MeasureSpec

COLUMN = {
    "id": "investment",
    "label": "总投资",
    "unit": "亿元",
    "kind": "total",
    "column": "investment",
}
RATIO = {"id": "mean", "label": "平均", "unit": "亿元/个", "kind": "rate",
         "numerator": "investment", "denominator": "projects"}  # fmt: skip


def a_map(**changes):
    return MapSpec.model_validate(
        {"title": "t", "source": "s", "measures": [COLUMN, RATIO]} | changes
    )


def reason(error: pytest.ExceptionInfo) -> str:
    return str(error.value.errors()[0]["ctx"]["error"])


def test_a_spec_never_changes_after_reading():
    with pytest.raises(ValidationError, match="frozen"):
        a_map().title = "other"


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        (COLUMN | {"numerator": "a"}, "give either `column`, or `numerator` and `denominator`"),
        (COLUMN | {"column": ""}, "give either `column`, or `numerator` and `denominator`"),
        (RATIO | {"denominator": ""}, "give either `column`, or `numerator` and `denominator`"),
        (RATIO | {"kind": "total"}, 'a ratio is a rate: write kind = "rate"'),
        (COLUMN | {"scheme": "own"}, '`breaks` and scheme = "own" go together'),
        (COLUMN | {"breaks": [1, 2]}, '`breaks` and scheme = "own" go together'),
        (COLUMN | {"scheme": "own", "breaks": [2, 2]}, "`breaks` have to ascend"),
    ],
)
def test_a_measure_that_contradicts_itself_is_refused(measure, words):
    with pytest.raises(ValidationError) as error:
        MeasureSpec.model_validate(measure)
    assert reason(error) == words


def test_references_that_lead_nowhere_are_reported_together():
    with pytest.raises(ValidationError) as error:
        a_map(
            measures=[COLUMN, COLUMN, RATIO],
            page={"circles": "mean"},
            plates=[{"measure": "investmnt", "circles": "mean"}],
        )
    assert reason(error).splitlines() == [
        "measure id 'investment' is given twice",
        "page.circles 'mean' is not a total. Allowed: investment.",
        "plates[1].measure 'investmnt' is not a measure. Did you mean investment?",
        "plates[1].circles 'mean' is not a total. Allowed: investment.",
    ]


@pytest.mark.parametrize("taken", ["code", "area_km2", "investment_class"])
def test_a_measure_cannot_have_the_name_of_another_column_of_the_data_files(taken):
    with pytest.raises(ValidationError) as error:
        a_map(measures=[COLUMN, COLUMN | {"id": taken}])
    assert reason(error) == (
        f"measure id {taken!r} is a column of the data files. Give it another name than code, "
        "name, name_en, kind, host, approximate, area_km2, or a measure's id with _text, _class, "
        "_color"
    )


def test_boundaries_come_from_one_place():
    with pytest.raises(ValidationError) as error:
        a_map(boundaries={"file": "a.geojson", "code": "370700"})
    assert reason(error) == "give either `file` or `code`, not both"


@pytest.mark.parametrize(
    "url",
    ["", "https://maps.example.org/2024/", "http://localhost:8000", "HTTPS://A.ORG/a%20b?c=d",
     "https://[::1]:8000/x/", "../maps/", "/maps/2024", "maps", "./a:b/"],
)  # fmt: skip
def test_the_embed_is_served_from_a_folder_of_the_web_or_of_the_same_site(url):
    assert EmbedSpec(url=url).url == url


@pytest.mark.parametrize(
    "url",
    ["javascript://%0aalert(1)", "javascript:alert(1)", "data:text/html,x", "file:///etc",
     "ftp://a.org/", "https://x--><img src=x onerror=alert(1)>", "https://x;script-src *",
     "https://a b.org/", "https://user@a.org/", "//a.org/", "https:/a.org", "https://",
     "https://a.org/\'x", 'https://a.org/"x', "https://例子.中国/", "https://a.org\\@b.org/",
     "a\nb:c", "https://a.org:80:90/", "https://[::1/x"],
)  # fmt: skip
def test_no_other_address_is_accepted(url):
    with pytest.raises(ValidationError) as error:
        EmbedSpec(url=url)
    assert reason(error).startswith(f"{one_line(url)!r} is not the address of a folder. Write one")


@pytest.mark.parametrize("breaks", [(float("nan"),), (float("inf"),), (-float("inf"), 7)])
def test_breaks_are_finite_numbers(breaks: tuple[float, ...]):
    with pytest.raises(ValidationError, match="finite number"):
        MeasureSpec.model_validate(COLUMN | {"scheme": "own", "breaks": breaks})


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        (COLUMN | {"scheme": "own", "breaks": (1, 1e300)}, "`breaks` reach to 1e+24 at most"),
        (
            COLUMN | {"factor": 10},
            "`factor` belongs to a ratio: a column is shown as it is printed",
        ),
    ],
)
def test_what_would_be_ignored_or_unreadable_is_refused(measure, words: str):
    with pytest.raises(ValidationError) as error:
        MeasureSpec.model_validate(measure)
    assert reason(error) == words


@pytest.mark.parametrize("name", ["constructor", "toString", "hasOwnProperty"])
def test_words_of_javascript_are_ids_like_others(name: str):
    assert MeasureSpec.model_validate(COLUMN | {"id": name}).id == name

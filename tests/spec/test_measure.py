"""A measure that contradicts itself is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from geo.spec.measure import MeasureSpec

EITHER = "give either `column`, or `numerator` and `denominator`, or `formula`"
COLUMN = {
    "id": "investment",
    "label": "总投资",
    "unit": "亿元",
    "kind": "total",
    "column": "investment",
}
RATIO = {"id": "mean", "label": "平均", "unit": "亿元/个", "kind": "rate",
         "numerator": "investment", "denominator": "projects"}  # fmt: skip


def reason(error: pytest.ExceptionInfo) -> str:
    return str(error.value.errors()[0]["ctx"]["error"])


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        (COLUMN | {"numerator": "a"}, EITHER),
        (COLUMN | {"column": ""}, EITHER),
        (RATIO | {"denominator": ""}, EITHER),
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


def test_a_formula_that_does_not_add_up_is_a_rate():
    given = {"id": "a", "label": "a", "unit": "", "kind": "total"}
    assert MeasureSpec(**given, formula="a + b").needs == ("a", "b")
    with pytest.raises(ValidationError, match='write kind = "rate"'):
        MeasureSpec(**given, formula="a / b")
    with pytest.raises(ValidationError, match="is no formula"):
        MeasureSpec(**given, formula="a /")
    with pytest.raises(ValidationError, match="write it into the formula"):
        MeasureSpec(**given | {"kind": "rate"}, formula="a / b", factor=10)


def test_a_change_is_centred_on_zero_unless_the_map_maker_says_otherwise():
    change = COLUMN | {"change": {"since": "2001"}}
    made = MeasureSpec.model_validate(change)
    assert (made.center, made.palette) == (0, "RdBu")
    made = MeasureSpec.model_validate(change | {"center": 2, "palette": "vik"})
    assert (made.center, made.palette) == (2, "vik")


def test_a_change_in_per_cent_does_not_add_up():
    with pytest.raises(ValidationError) as error:
        MeasureSpec.model_validate(COLUMN | {"change": {"since": "2001", "per_cent": True}})
    assert reason(error) == 'a change in per cent does not add up: write kind = "rate"'


def test_classes_of_an_edition_are_taken_whole():
    own = {"id": "m", "label": "l", "unit": "", "kind": "rate", "column": "a"}
    assert MeasureSpec(**own, breaks_from="old.html").breaks_from == Path("old.html")
    with pytest.raises(ValidationError, match="takes classes and open ends of that edition"):
        MeasureSpec(**own, breaks_from="old.html", scheme="quantiles")


def refused(**given) -> str:
    with pytest.raises(ValidationError) as error:
        MeasureSpec(**{"id": "m", "label": "L"} | given)
    return error.value.errors()[0]["msg"].removeprefix("Value error, ")


BOTH = {"kind": "bivariate", "x": "a", "y": "b"}
RATE = {"kind": "rate", "unit": "%", "column": "a"}


def test_a_bivariate_measure_needs_no_unit_and_has_three_classes_of_each():
    made = MeasureSpec(id="m", label="L", **BOTH)
    assert (made.unit, made.size) == ("", 3)
    assert MeasureSpec(id="m", label="L", classes=4, **BOTH).size == 4


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            BOTH | {"scheme": "quantiles"},
            "`scheme` is not for a bivariate measure: it takes the figures and classes of `x` and "
            "`y`",
        ),
        (BOTH | {"y": "a"}, "a bivariate measure crosses two others: give their ids as `x`, `y`"),
        (
            {"kind": "bivariate"},
            "a bivariate measure crosses two others: give their ids as `x`, `y`",
        ),
        (BOTH | {"unit": "%"}, "a bivariate measure has the units of its two: drop `unit`"),
        (
            BOTH | {"classes": 5},
            "`classes` of a bivariate measure are 3 or 4 for each of the two",
        ),
        (RATE | {"x": "b"}, '`x` and `y` go with kind = "bivariate"'),
        (RATE | {"alpha": "n", "unclassed": True}, "`alpha` needs classes: drop `unclassed`"),
        ({"kind": "rate", "column": "a"}, "Field required"),
    ],
)
def test_what_two_measures_in_one_cannot_be_is_said(given, said):
    assert refused(**given) == said

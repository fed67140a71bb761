"""A house style is as strict as a spec: no unknown key, no text that could end a rule."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from geo.spec.style import ColorsSpec, FontsSpec, StyleSpec


def test_an_empty_style_is_the_default_look():
    assert StyleSpec() == StyleSpec(colors=ColorsSpec(), fonts=FontsSpec())
    assert StyleSpec().colors.model_dump(exclude_none=True) == {}


@pytest.mark.parametrize("color", ["teal", "#fff", "#12345g", "#123456;}", "url(x)"])
def test_a_colour_is_six_digits(color):
    with pytest.raises(ValidationError):
        ColorsSpec(text=color)


@pytest.mark.parametrize("family", ['a"b', "a;b", "a}b", "a<b", ""])
def test_a_family_cannot_end_its_rule(family):
    with pytest.raises(ValidationError):
        FontsSpec(text=(family,))
    assert FontsSpec(text=("Source Serif 4", "宋体", "sans-serif")).text[1] == "宋体"

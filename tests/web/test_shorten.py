"""Shorter names mean the same: what is public keeps its name, what is not is renamed alike."""

from __future__ import annotations

import re

import pytest

from geo.web.assets import source
from geo.web.page import SCRIPTS
from geo.web.shorten import shortened


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("const total = 1;\nuse(total);", "const A = 1;\nuse(A);"),
        ("function twice(value) { return value + value; }", "function A(a) { return a + a }"),
        # A local name is short again in the next statement.
        ("function f1(one) { return one; }\nfunction f2(two) { return two; }",
         "function A(a) { return a }\nfunction B(a) { return a }"),
        # Properties and keys stay, also where a variable has the same name.
        ("const size = 2; draw({ size: size, w: box.size });",
         "const A = 2; draw({ size: A, w: box.size });"),
        # A shorthand is a key too.
        ("const size = 2; draw({ size });", "const size = 2; draw({ size });"),
        # Text is text; only what stands in ${} is code.
        ('const name = "name"; say(`name ${name} ${`${name}`}`, /name/);',
         'const A = "name"; say(`name ${A} ${`${A}`}`, /name/);'),
        ("const [left, right] = pair; use(left, right);", "const [A, B] = pair; use(A, B);"),
        ("each((item) => item.id);", "each(a => a.id);"),
        ("each((one, two) => [one, two,]);", "each((a, b) => [a, b]);"),
        ("const [, second] = pair; use(second);", "const [, A] = pair; use(A);"),
        ("const a1 = b ? c : d; use(a1);", "const A = b ? c : d; use(A);"),
        ("const rows = [...list]; use(rows?.rows);", "const A = [...list]; use(A?.rows);"),
    ],
)  # fmt: skip
def test_names_are_shortened_and_nothing_else_changes(long, short):
    assert shortened(long) == short


def test_a_short_name_is_never_one_that_is_used_already():
    assert shortened("const long = A + B; use(long);") == "const C = A + B; use(C);"
    assert shortened("function f1(first) { return a + first; }") == "function A(b) { return a + b }"


def test_the_scripts_keep_their_texts_and_properties():
    """Whatever is quoted or follows a point in the sources stands in the shortened script."""
    long = source(*SCRIPTS)
    short = shortened(long)
    for pattern in (r'"[\w -]*"', r"(?<!\.)\.[A-Za-z]\w*"):
        assert set(re.findall(pattern, short)) == set(re.findall(pattern, long))
    assert len(short) < 0.85 * len(long)

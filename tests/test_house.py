"""The house rules that a machine can see: sizes, catalogues, no word of the outside."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from geo.base.languages import LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
CODE = sorted(
    path
    for folder in ("geo", "tests", "bench", "proofs", "docs", "tools")
    for pattern in ("*.py", "*.js", "*.css", "*.html", "*.lark")
    for path in (ROOT / folder).rglob(pattern)
    if not {"vendor", "built", "dist", "node_modules"} & set(path.parts)
)


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_has_at_most_300_lines(path: Path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize(
    "path", [p for p in CODE if p.suffix == ".py"], ids=lambda path: str(path.relative_to(ROOT))
)
def test_a_function_has_at_most_45_lines_besides_its_docstring(path: Path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            documented = ast.get_docstring(node) is not None
            first = node.body[1] if documented and len(node.body) > 1 else node.body[0]
            start = node.lineno if not documented else first.lineno
            assert node.end_lineno - start < 45, f"{path}:{node.lineno} {node.name}"


def test_every_catalogue_has_the_same_keys_in_the_same_order():
    folder = ROOT / "geo" / "base" / "catalogue"
    keys = {
        path.stem: list(json.loads(path.read_text(encoding="utf-8")))
        for path in folder.glob("*.json")
    }
    assert keys["zh"] == keys["en"] == sorted(keys["en"])
    assert {*keys} == {*LANGUAGES} - {"zh-CN"}  # which is zh
    for language, own in keys.items():
        assert own == keys["en"], language


#: Modules that other files test, and which.
TESTED_ELSEWHERE = {
    "__main__": "tests/cli/test_main.py runs `python -m geo`",
}


def test_every_module_has_a_test_file_of_its_own():
    package = ROOT / "geo"
    modules = [
        path.relative_to(package) for path in package.rglob("*.py") if path.stem != "__init__"
    ]
    missing = {
        str(module.with_suffix(""))
        for module in modules
        if not (ROOT / "tests" / module.parent / f"test_{module.stem}.py").is_file()
    }
    assert missing == set(TESTED_ELSEWHERE)

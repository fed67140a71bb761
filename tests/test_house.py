"""The house rules that a machine can see: sizes, catalogues, no word of the outside."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = sorted(
    path
    for folder in ("geo", "tests", "bench", "docs", "tools")
    for pattern in ("*.py", "*.js", "*.css", "*.html", "*.lark")
    for path in (ROOT / folder).rglob(pattern)
    if "vendor" not in path.parts and "built" not in path.parts
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


def test_both_catalogues_have_the_same_keys_in_the_same_order():
    catalogues = [
        json.loads((ROOT / "geo" / "catalogue" / f"{language}.json").read_text(encoding="utf-8"))
        for language in ("zh", "en")
    ]
    assert list(catalogues[0]) == list(catalogues[1]) == sorted(catalogues[0])


def run_time_imports(node: ast.AST) -> set[str]:
    """Return the modules of this package that a module imports, early or late, but for types."""
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return set()
    if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("geo."):
        return {node.module.removeprefix("geo.")}
    return set().union(*map(run_time_imports, ast.iter_child_nodes(node)))


def test_the_way_of_the_data_has_one_direction_and_no_module_imports_in_a_circle():
    imports = {
        path.stem: run_time_imports(ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted((ROOT / "geo").glob("*.py"))
    }
    # The one exception: a notebook asks the map itself for its page.
    imports["choropleth"].remove("web")
    done: set[str] = set()
    while left := {m for m in imports if m not in done}:
        free = {m for m in left if not (imports[m] & left - {m})}
        assert free, f"modules import each other in a circle: {sorted(left)}"
        done |= free


def test_the_list_of_modules_in_the_package_docstring_is_complete():
    """A newcomer finds the room for a change from it."""
    listed = ast.get_docstring(ast.parse((ROOT / "geo" / "__init__.py").read_text("utf-8"))) or ""
    families = ("plate_", "release_", "markup_", "page_", "cli_", "spec_file", "embed_height")
    for path in (ROOT / "geo").glob("*.py"):
        if path.stem in ("__init__", "__main__", "readable", "shorten", "basemap"):
            continue
        assert path.stem in listed or path.stem.startswith(families), path.stem

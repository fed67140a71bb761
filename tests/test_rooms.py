"""The plan of the house: a room imports only from rooms to its left, and nothing in a circle."""

from __future__ import annotations

import ast
import re
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from pathlib import Path

import pytest

import geo

ROOT = Path(__file__).resolve().parents[1]
#: Rooms between two bars do not know each other; the front doors stand last.
PLAN = (
    {"base", "geometry"}, {"spec"}, {"districts"}, {"tables"}, {"symbology", "release"},
    {"choropleth"}, {"web", "plate"}, {"export", "notebook"}, {"cli"}, {"__init__", "__main__"},
)  # fmt: skip
#: The rooms within the largest room, in the order of its work; what stands beside them comes last.
RELEASE = ("words", "text", "names", "phrases", "parsing", "scoping", "tabular", "result", "")
FLOOR = {room: floor for floor, rooms in enumerate(PLAN) for room in rooms}
FILES = sorted((ROOT / "geo").rglob("*.py"))


def name_of(path: Path) -> str:
    """``geo/plate/marks/map.py`` is ``geo.plate.marks.map``; a package is its folder."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in FILES}


def imported(tree: ast.AST, module: str) -> set[str]:
    """Every module of the package that a tree imports: early, late, for types, by name."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                here = module.split(".")
                base = ".".join([*here[: len(here) - node.level], *filter(None, [base])])
            found |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
        # `import_module("geo.web.page")` and its like: a dotted name is an import, too
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and re.fullmatch(r"geo(\.\w+)+", text):
            found.add(text)
    return {name for name in found if name in MODULES and name != "geo"}


IMPORTS = {
    name: imported(ast.parse(path.read_text(encoding="utf-8")), name)
    for name, path in MODULES.items()
}


def room_of(module: str) -> str:
    return [*module.split("."), "__init__"][1]


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_room_imports_only_from_rooms_to_its_left(module: str):
    here = room_of(module)
    wrong = {
        other
        for other in IMPORTS[module]
        if room_of(other) != here and FLOOR[room_of(other)] >= FLOOR[here]
    }
    assert not wrong


def test_within_the_release_room_imports_go_one_way_too():
    inner = {
        name: path.relative_to(ROOT / "geo" / "release").parent.name
        for name, path in MODULES.items()
        if room_of(name) == "release"
    }
    assert set(inner.values()) == set(RELEASE)
    wrong = {
        (name, other)
        for name, here in inner.items()
        for other in IMPORTS[name] & inner.keys()
        if RELEASE.index(inner[other]) > RELEASE.index(here)
    }
    assert not wrong


def test_no_module_imports_in_a_circle():
    try:
        TopologicalSorter(IMPORTS).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


@pytest.mark.parametrize(
    "text",
    [
        "import geo.web.page",
        "from geo.web import page",
        "from geo.web.page import page as p",
        "from ..web import page",
        "from ..web.page import page",
        "def f():\n    from geo.web import page",
        "if TYPE_CHECKING:\n    from geo.web.page import page",
        "import_module('geo.web.page')",
    ],
)
def test_every_form_of_import_is_seen(text: str):
    assert "geo.web.page" in imported(ast.parse(text), "geo.plate.sheet")


def test_every_room_is_on_the_plan_and_its_door_holds_a_docstring_and_nothing_else():
    assert {room_of(module) for module in MODULES} == set(FLOOR)
    for path in FILES:
        if path.name == "__init__.py" and path.parent.name != "geo":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            assert ast.get_docstring(tree), path
            assert len(tree.body) == 1, path


def test_the_package_draws_the_same_plan():
    drawn = re.search(r"(?m)^    base geometry[\s\S]*?cli$", geo.__doc__ or "")
    assert drawn
    columns = [set(column.split()) for column in drawn[0].split("|")]
    assert columns == list(PLAN[:-1])
    assert all(not a & b for a, b in pairwise(columns))

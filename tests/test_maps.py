"""What a visitor sees in maps/ is what the build makes now."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.base.files import stale
from geo.choropleth.dashboard import build_dashboard
from geo.choropleth.pipeline import build
from geo.cli.boards import board_files
from geo.cli.own import is_dashboard
from geo.cli.report import contradictions
from geo.export import render

FILES = sorted((Path(__file__).resolve().parents[1] / "maps").glob("*.toml"))
BOARDS = [path for path in FILES if is_dashboard(path)]
SPECS = [path for path in FILES if path not in BOARDS]
#: Maps whose plate takes so long that only their page is compared.
SLOW = {"us-unemployment"}


@pytest.mark.parametrize("spec", SPECS, ids=lambda path: path.stem)
def test_the_committed_files_are_what_the_build_makes(spec: Path):
    """Run `make map` and commit maps/ if this fails."""
    choropleth = build(spec)
    assert contradictions(choropleth) == []
    files = render(choropleth, ("html",) if spec.stem in SLOW else choropleth.spec.outputs)
    assert stale({spec.parent / name: data for name, data in files.items()}) == []


@pytest.mark.parametrize("spec", BOARDS, ids=lambda path: path.stem)
def test_the_committed_dashboards_are_what_the_build_makes(spec: Path):
    """Run `make map` and commit maps/ if this fails."""
    files = board_files(build_dashboard(spec))
    assert stale({spec.parent / name: data for name, data in files.items()}) == []


def test_two_builds_in_two_processes_give_the_same_bytes(tmp_path: Path):
    """Hash seeds, dictionary order and temporary names must not leak into a file."""
    import subprocess
    import sys

    spec = next(path for path in SPECS if path.stem == "weifang")
    for folder, seed in (("a", "1"), ("b", "2")):
        command = [sys.executable, "-m", "geo", "build", str(spec), "--out", str(tmp_path / folder)]
        subprocess.run(command, check=True, capture_output=True, env={"PYTHONHASHSEED": seed})
    first = {path.name: path.read_bytes() for path in (tmp_path / "a").iterdir()}
    second = {path.name: path.read_bytes() for path in (tmp_path / "b").iterdir()}
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_the_maps_are_there():
    stems = {spec.stem for spec in SPECS}
    assert stems >= {"weifang", "china", "us-unemployment", "world-life", "europe-fertility"}
    assert [path.stem for path in BOARDS] == ["weifang-four"]

"""What a visitor sees in maps/ is what the build makes now."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.base.files import stale
from geo.choropleth.pipeline import build
from geo.cli.report import contradictions
from geo.export import render

SPECS = sorted((Path(__file__).resolve().parents[1] / "maps").glob("*.toml"))
#: Maps whose plate takes so long that only their page is compared.
SLOW = {"us-unemployment"}


@pytest.mark.parametrize("spec", SPECS, ids=lambda path: path.stem)
def test_the_committed_files_are_what_the_build_makes(spec: Path):
    """Run `make map` and commit maps/ if this fails."""
    choropleth = build(spec)
    assert contradictions(choropleth) == []
    files = render(choropleth, ("html",) if spec.stem in SLOW else choropleth.spec.outputs)
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

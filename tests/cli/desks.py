"""A desk for the command line: a folder laid out like the project, and `geo` run in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def geo(*words: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "geo", *map(str, words)],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def set_up(folder: Path) -> Path:
    """Copy the map of Weifang, as far as it is read, into a folder."""
    for name in (
        "maps/weifang.toml",
        "data/projects.csv",
        "data/totals.csv",
        "data/boundaries/zones.csv",
        "data/boundaries/weifang.geojson",
    ):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ROOT / name).read_bytes())
    return folder


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def files(desk: Path) -> set[str]:
    return {path.name for path in (desk / "maps").iterdir()}

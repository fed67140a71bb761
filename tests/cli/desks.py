"""A desk for the command line: a folder laid out like the project, and `geo` run in it."""

from __future__ import annotations

from pathlib import Path
from subprocess import CompletedProcess

from proofs.command import run

ROOT = Path(__file__).resolve().parents[2]


def geo(*words: object, cwd: Path) -> CompletedProcess[str]:
    """Run the command line as a shell would see it, but in this process: imports take seconds."""
    ran = run([str(word) for word in words], cwd)
    if ran.error:
        raise ran.error
    return CompletedProcess(words, ran.status, ran.out, ran.err)


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

"""A run that is killed leaves all old files or all new ones, whatever it is killed by and when."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from geo.base import stage
from geo.base.stage import finish, finish_killed, guarded, stage_in, write_down
from geo.base.writing import write_whole

#: Writes two files and is killed at the n-th rename, with or without the process that guards it.
KILLED = """
import os, signal, sys, contextlib, pathlib, geo.base.stage, geo.base.writing
folder, last, guard = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
real, calls = pathlib.Path.replace, []
def replace(self, target):
    calls.append(target)
    if len(calls) == last:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(self, target)
pathlib.Path.replace = replace
if guard == "alone":
    geo.base.writing.guarded = lambda stages: contextlib.nullcontext()
one = folder / sys.argv[4]
geo.base.writing.write_whole({one: b'new', folder / 'b': b'new', folder / 'c': b'new'})
"""


def kill(folder: Path, last: int, guard: str, first: str = "a") -> None:
    script = [sys.executable, "-c", KILLED, str(folder), str(last), guard, first]
    ended = subprocess.run(script, check=False, capture_output=True)  # until the guard has ended
    assert ended.returncode == -signal.SIGKILL, ended.stderr


def listing(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


NEW = {"a": b"new", "b": b"new", "c": b"new"}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    for name in "ab":
        (tmp_path / name).write_bytes(b"old")
    return tmp_path


@pytest.mark.parametrize("last", [1, 2, 3])
def test_a_run_killed_at_a_rename_is_finished_at_once(old: Path, last: int):
    kill(old, last, "guarded")
    assert listing(old) == NEW
    assert len(list(old.iterdir())) == 3


@pytest.mark.parametrize("last", [1, 2, 3])
def test_a_run_killed_with_its_guard_is_finished_by_the_next(old: Path, last: int):
    kill(old, last, "alone")
    assert sum(data == b"new" for data in listing(old).values()) == last - 1
    finish_killed(old)
    assert listing(old) == NEW
    assert len(list(old.iterdir())) == 3


def test_a_set_in_two_folders_is_finished_from_either(old: Path):
    (old / "two").mkdir()
    kill(old, 2, "alone", first="two/a")
    finish_killed(old / "two")
    assert (listing(old / "two"), listing(old)) == (
        {"a": b"new"},
        {"a": b"old", "b": b"new", "c": b"new"},
    )
    assert {path.name for path in old.iterdir()} == {"a", "b", "c", "two"}
    assert [path.name for path in (old / "two").iterdir()] == ["a"]


def test_a_folder_that_was_moved_meanwhile_is_finished_where_it_is(old: Path, tmp_path_factory):
    kill(old, 2, "alone")
    moved = old.rename(tmp_path_factory.mktemp("other") / "moved")
    finish_killed(moved)
    assert listing(moved) == NEW


def test_a_set_on_two_drives_is_noted_with_whole_paths(old: Path, monkeypatch):
    def apart(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    with stage_in(old) as mine:
        (mine / "0.new").write_bytes(b"new")
        with monkeypatch.context() as windows:
            windows.setattr(os.path, "relpath", apart)
            write_down([mine], [(mine / "0.new", old / "a")])
        finish(mine)
    assert listing(old) == {"a": b"new", "b": b"old"}


def test_a_rollback_that_is_killed_is_finished_too(old: Path):
    with stage_in(old) as mine:
        (mine / "0.old").write_bytes(b"older")
        write_down([mine], [(mine / "0.old", old / "a"), (None, old / "b")])
        finish(mine)
    assert listing(old) == {"a": b"older"}


def test_what_cannot_be_finished_is_left_for_the_next_time(old: Path):
    with stage_in(old) as mine:
        (mine / "0.new").write_bytes(b"new")
        (old / "folder").mkdir()
        write_down([mine], [(mine / "0.new", old / "folder")])
        finish(mine)
        assert (mine / "0.new").is_file()
    assert listing(old) == {"a": b"old", "b": b"old"}


def test_a_run_that_still_writes_is_not_finished_by_another(old: Path):
    with stage_in(old) as mine:
        (mine / "0.new").write_bytes(b"new")
        write_down([mine], [(mine / "0.new", old / "a")])
        finish_killed(old)
        assert (old / "a").read_bytes() == b"old"
    assert listing(old) == {"a": b"old", "b": b"old"}


def test_the_guard_does_nothing_while_its_run_lives(old: Path):
    with stage_in(old) as mine:
        (mine / "0.new").write_bytes(b"new")
        write_down([mine], [(mine / "0.new", old / "a")])
        with guarded([mine]):
            pass
        assert (old / "a").read_bytes() == b"old"


def test_a_guard_that_is_killed_does_not_hinder_its_run(old: Path, monkeypatch):
    guards, fork = [], os.fork
    monkeypatch.setattr(os, "fork", lambda: guards.append(fork()) or guards[-1])
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        os.kill(guards[0], signal.SIGKILL) if len(guards) == 1 else None
        guards.append(0)
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    write_whole({old / "a": b"new", old / "b": b"new", old / "c": b"new"})
    assert listing(old) == NEW


@pytest.mark.parametrize("locks", [True, False], ids=["locks", "no locks"])
def test_where_there_are_no_locks_a_day_tells(old: Path, monkeypatch, locks: bool):
    left = old / ".geo-writing-1-x"
    left.mkdir()
    (left / "lock").touch()
    if not locks:
        monkeypatch.setattr(stage, "fcntl", None)
    for age, stays in ((3600, not locks), (86_500, False)):
        if left.exists():
            os.utime(left, (time.time() - age,) * 2)
        finish_killed(old)
        assert left.exists() == stays


def test_the_notes_name_every_file_from_their_own_folder(old: Path):
    with stage_in(old) as mine:
        write_down([mine], [(mine / "0.new", old / "a"), (None, old / "b")])
        notes = json.loads((mine / "steps.json").read_text("ascii"))
    assert notes == {
        "stages": [mine.name],
        "steps": [[f"{mine.name}/0.new", "a"], [None, "b"]],
    }

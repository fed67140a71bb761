"""Files are read with plain refusals, written whole or not at all, and staleness is seen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.base.files import read_bytes, read_text, stale, write_whole


def test_a_missing_file_offers_its_neighbour(tmp_path: Path):
    (tmp_path / "projects.csv").write_text("", encoding="utf-8")
    with pytest.raises(MapError) as error:
        read_text(tmp_path / "project.csv")
    assert str(error.value) == f"{tmp_path}/project.csv: no such file. Did you mean projects.csv?"


def test_a_missing_file_without_neighbour_says_to_check_the_path(tmp_path: Path):
    with pytest.raises(MapError) as error:
        read_text(tmp_path / "x.csv")
    assert str(error.value) == f"{tmp_path}/x.csv: no such file. Check the path."


def test_a_missing_folder_is_named(tmp_path: Path):
    with pytest.raises(MapError) as error:
        read_bytes(tmp_path / "no" / "x.csv")
    assert str(error.value) == (
        f"{tmp_path}/no/x.csv: no such file. The folder {tmp_path}/no does not exist."
    )


def test_a_folder_is_no_file(tmp_path: Path):
    with pytest.raises(MapError) as error:
        read_bytes(tmp_path)
    assert str(error.value) == f"{tmp_path}: is a folder. Name a file in it."


def test_a_file_that_may_not_be_read_says_so(monkeypatch: pytest.MonkeyPatch):
    def refuse(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(MapError) as error:
        read_bytes(Path("a.csv"))
    assert str(error.value) == "a.csv: cannot be read. Change its permissions."


def listing(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_files_are_written_with_the_permissions_others_need(tmp_path: Path):
    written = write_whole({"a": b"1", "b": b"22"}, tmp_path)
    assert [(file.path.name, file.size) for file in written] == [("a", 1), ("b", 2)]
    assert listing(tmp_path) == {"a": b"1", "b": b"22"}
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o666 & ~current_umask()


def current_umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_failure_in_the_middle_leaves_the_old_files_and_no_litter(tmp_path: Path, monkeypatch):
    (tmp_path / "a").write_bytes(b"old")
    calls = []

    def full_disk(handle):
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(MapError) as error:
        write_whole({"a": b"new", "b": b"new"}, tmp_path)
    assert str(error.value) == f"{tmp_path}: cannot be written: No space left on device."
    assert listing(tmp_path) == {"a": b"old"}


def test_a_build_that_is_killed_leaves_the_old_files(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"old")
    script = (
        "import os, sys, time, pathlib, geo.base.files\n"
        "os.fsync = lambda handle: (print('staged', flush=True), time.sleep(60))\n"
        "geo.base.files.write_whole({'a': b'new'}, pathlib.Path(sys.argv[1]))\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"staged\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert (tmp_path / "a").read_bytes() == b"old"


def test_the_last_part_of_a_folder_is_made_but_a_deeper_missing_path_is_a_typo(tmp_path: Path):
    write_whole({"a": b"1"}, tmp_path / "out")
    assert (tmp_path / "out" / "a").read_bytes() == b"1"
    with pytest.raises(MapError) as error:
        write_whole({"a": b"1"}, tmp_path / "mpas" / "out")
    assert str(error.value) == (
        f"{tmp_path}/mpas/out: no such folder; its parent {tmp_path}/mpas is missing too. "
        "Create it first."
    )
    with pytest.raises(MapError) as error:
        write_whole({"a": b"1"}, tmp_path / "out" / "a")
    assert str(error.value) == f"{tmp_path}/out/a: is a file. Name a folder."


def test_a_name_that_is_a_folder_is_refused_before_anything_is_written(tmp_path: Path):
    (tmp_path / "b").mkdir()
    with pytest.raises(MapError) as error:
        write_whole({"a": b"1", "b": b"2"}, tmp_path)
    assert str(error.value) == f"{tmp_path}/b: is a folder. Name a file."
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_missing_and_different_files_are_stale(tmp_path: Path):
    (tmp_path / "same").write_bytes(b"1")
    (tmp_path / "other").write_bytes(b"1")
    assert stale({"same": b"1", "other": b"2", "missing": b"3"}, tmp_path) == ["other", "missing"]


def test_an_interrupt_during_the_renaming_waits_until_every_file_is_new(tmp_path: Path):
    """Ctrl-C between two renames would leave a page and a plate that disagree."""
    script = (
        "import os, signal, sys, pathlib, geo.base.files\n"
        "real = pathlib.Path.replace\n"
        "def replace(self, target):\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    return real(self, target)\n"
        "pathlib.Path.replace = replace\n"
        "geo.base.files.write_whole({'a': b'1', 'b': b'2'}, pathlib.Path(sys.argv[1]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, check=False
    )
    assert b"KeyboardInterrupt" in done.stderr
    assert listing(tmp_path) == {"a": b"1", "b": b"2"}

"""Files are written whole or not at all, over no input, and nothing is left lying about."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.base.writing import refuse_clashes, write_whole


def write(files: dict[str, bytes], folder: Path) -> None:
    write_whole({folder / name: data for name, data in files.items()})


def listing(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_nothing_to_write_is_no_failure():
    assert write_whole({}) == []


def test_files_are_written_with_the_permissions_others_need(tmp_path: Path):
    written = write_whole({tmp_path / "a": b"1", tmp_path / "b": b"22"})
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
        write({"a": b"new", "b": b"new"}, tmp_path)
    assert str(error.value) == f"{tmp_path}: cannot be written: No space left on device."
    assert listing(tmp_path) == {"a": b"old"}


def test_a_build_that_is_killed_leaves_the_old_files(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"old")
    script = (
        "import os, sys, time, pathlib, geo.base.writing\n"
        "os.fsync = lambda handle: (print('staged', flush=True), time.sleep(60))\n"
        "geo.base.writing.write_whole({pathlib.Path(sys.argv[1], 'a'): b'new'})\n"
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
    assert len(list(tmp_path.iterdir())) == 2
    write({"b": b"new"}, tmp_path)
    assert listing(tmp_path) == {"a": b"old", "b": b"new"}


def test_the_files_of_a_run_that_still_writes_are_left_alone(tmp_path: Path):
    script = (
        "import os, sys, pathlib, geo.base.writing\n"
        "os.fsync = lambda handle: (print('staged', flush=True), sys.stdin.read())\n"
        "geo.base.writing.write_whole({pathlib.Path(sys.argv[1], 'a'): b'slow'})\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as slow:
        assert slow.stdout is not None
        assert slow.stdout.readline() == b"staged\n"
        write({"b": b"fast"}, tmp_path)
        slow.communicate()
    assert listing(tmp_path) == {"a": b"slow", "b": b"fast"}


@pytest.mark.parametrize(
    ("process", "left"), [(2**22 + 1, False), (os.getpid(), True)], ids=["gone", "running"]
)
def test_a_run_killed_before_it_took_its_lock_leaves_nothing(tmp_path: Path, process, left):
    stage = tmp_path / f".geo-writing-{process}-abc"
    stage.mkdir()
    write({"b": b"new"}, tmp_path)
    assert stage.exists() == left
    os.utime(stage, (0, 0)) if left else None
    write({"b": b"new"}, tmp_path)
    assert not stage.exists()


def test_hidden_files_of_other_programs_are_left_alone(tmp_path: Path):
    (tmp_path / ".weifang.svg.part").write_bytes(b"mine")
    (tmp_path / ".geo-writing-notes").write_bytes(b"mine")
    write({"b": b"new"}, tmp_path)
    assert set(listing(tmp_path)) == {".weifang.svg.part", ".geo-writing-notes", "b"}


@pytest.mark.parametrize("last", [1, 2, 3])
def test_a_rename_that_fails_puts_the_old_files_back(tmp_path: Path, monkeypatch, last: int):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "c").symlink_to("a")
    real, calls = Path.replace, []

    def fail(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == last:
            raise OSError(5, "Input/output error")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(MapError) as error:
        write({"a": b"new", "b": b"new", "c": b"new"}, tmp_path)
    name = "abc"[last - 1]
    assert str(error.value) == f"{tmp_path}/{name}: cannot be written: Input/output error."
    assert listing(tmp_path) == {"a": b"old", "c": b"old"}
    assert (tmp_path / "c").is_symlink()


def test_a_drive_without_links_keeps_the_old_files_too(tmp_path: Path, monkeypatch):
    def no_links(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(MapError):
        write({"a": b"new", "x" * 300: b"new"}, tmp_path)
    assert listing(tmp_path) == {"a": b"old"}


def test_files_in_two_folders_are_one_set(tmp_path: Path):
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "a").write_bytes(b"old")
    with pytest.raises(MapError):
        write({"one/a": b"new", "two/" + "x" * 300: b"new"}, tmp_path)
    assert listing(tmp_path / "one") == {"a": b"old"}


@pytest.mark.parametrize(
    "spelling", ["a.csv", "../{0}/a.csv", "link.csv", "hard.csv", "here/a.csv"]
)
def test_an_input_is_not_written_over_however_it_is_spelt(tmp_path: Path, spelling: str):
    (tmp_path / "a.csv").write_bytes(b"input")
    (tmp_path / "link.csv").symlink_to("a.csv")
    (tmp_path / "hard.csv").hardlink_to(tmp_path / "a.csv")
    (tmp_path / "here").symlink_to(".")
    target = tmp_path / spelling.format(tmp_path.name)
    with pytest.raises(MapError) as error:
        write_whole({target: b"new"}, read=[tmp_path / "a.csv"])
    assert str(error.value) == (
        f"{target}: is read, and would be written over. Write to another file, or rename the input."
    )
    assert (tmp_path / "a.csv").read_bytes() == b"input"


@pytest.mark.parametrize(
    ("one", "other"),
    [("a", "a"), ("a", "../{0}/a"), ("a", "here/a"), ("Map.csv", "map.csv"), ("é", "e\u0301")],
)
def test_two_things_are_not_written_to_one_file(tmp_path: Path, one: str, other: str):
    (tmp_path / "here").symlink_to(".")
    second = tmp_path / other.format(tmp_path.name)
    with pytest.raises(MapError) as error:
        refuse_clashes([tmp_path / one, second])
    assert str(error.value) == f"{second}: would be written twice. Give each its own file."


def test_files_of_one_content_under_two_names_may_both_be_written(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").hardlink_to(tmp_path / "a")
    write({"a": b"1", "b": b"2"}, tmp_path)
    assert listing(tmp_path) == {"a": b"1", "b": b"2"}


def test_a_device_is_not_replaced_by_a_file(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(MapError) as error:
        write({"pipe": b"1"}, tmp_path)
    assert str(error.value) == f"{tmp_path}/pipe: is a device. Name a file."


@pytest.mark.parametrize(
    ("folder", "message"),
    [
        ("loop", "loop: is a link that leads nowhere. Name a folder."),
        ("x" * 300, "x" * 300 + ": cannot be written: File name too long."),
        ("a\x00b", "a\\x00b: cannot be written: embedded null byte."),
    ],
)
def test_a_folder_that_the_system_refuses_is_one_message(tmp_path: Path, folder, message):
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(MapError) as error:
        write({"a": b"1"}, tmp_path / folder)
    assert str(error.value) == f"{tmp_path}/{message}"


def test_the_last_part_of_a_folder_is_made_but_a_deeper_missing_path_is_a_typo(tmp_path: Path):
    write({"a": b"1"}, tmp_path / "out")
    assert (tmp_path / "out" / "a").read_bytes() == b"1"
    with pytest.raises(MapError) as error:
        write({"a": b"1"}, tmp_path / "mpas" / "out")
    assert str(error.value) == (
        f"{tmp_path}/mpas/out: no such folder; its parent {tmp_path}/mpas is missing too. "
        "Create it first."
    )
    with pytest.raises(MapError) as error:
        write({"a": b"1"}, tmp_path / "out" / "a")
    assert str(error.value) == f"{tmp_path}/out/a: is a file. Name a folder."


def test_a_name_that_is_a_folder_is_refused_before_anything_is_written(tmp_path: Path):
    (tmp_path / "b").mkdir()
    with pytest.raises(MapError) as error:
        write({"a": b"1", "b": b"2"}, tmp_path)
    assert str(error.value) == f"{tmp_path}/b: is a folder. Name a file."
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_an_interrupt_during_the_renaming_waits_until_every_file_is_new(tmp_path: Path):
    """Ctrl-C between two renames would leave a page and a plate that disagree."""
    script = (
        "import os, signal, sys, pathlib, geo.base.writing\n"
        # A process in the background of a script inherits that interrupts are ignored.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "real = pathlib.Path.replace\n"
        "def replace(self, target):\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    return real(self, target)\n"
        "pathlib.Path.replace = replace\n"
        "folder = pathlib.Path(sys.argv[1])\n"
        "geo.base.writing.write_whole({folder / 'a': b'1', folder / 'b': b'2'})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, check=False
    )
    assert b"KeyboardInterrupt" in done.stderr
    assert listing(tmp_path) == {"a": b"1", "b": b"2"}

"""The fault proof notices what it is for: a set half written, a traceback, a file left behind."""

from __future__ import annotations

import errno
import os
import signal
from pathlib import Path

import pytest

from proofs.faults.child import Ended
from proofs.faults.failing import Fault, failing
from proofs.faults.scenes import Scene
from proofs.faults.trial import Clean, trial

SCENE = Scene("two files", ("schema", "-o", "out/a"), ("out/a", "out/b"))
CLEAN = Clean(SCENE, 0, {"out/a": b"new a", "out/b": b"new b"}, (), 0.1)


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / "out" / name).write_bytes(f"new {name}".encode())


@pytest.fixture
def next_run_mends(monkeypatch):
    def ran(arguments, folder, log):
        write(folder, "a", "b")
        return Ended(0, "", (), 0)

    monkeypatch.setattr("proofs.faults.trial.command", ran)


def kinds(act, **options) -> list[str]:
    return [find.kind for find in trial(CLEAN, "planted", act, **options)]


@pytest.mark.usefixtures("next_run_mends")
class TestOfATrial:
    def test_old_files_and_one_message_are_in_order(self):
        assert kinds(lambda folder, log: Ended(2, "cannot be written.\n", (), 0)) == []

    def test_new_files_are_in_order(self):
        def act(folder, log):
            write(folder, "a", "b")
            return Ended(0, "", (), 0)

        assert kinds(act) == []

    def test_one_new_file_of_two_is_found(self):
        def act(folder, log):
            write(folder, "a")
            return Ended(2, "cannot be written.\n", (), 0)

        assert kinds(act) == ["set neither old nor new"]

    def test_success_with_old_files_is_found(self):
        assert kinds(lambda folder, log: Ended(0, "", (), 0)) == ["set neither old nor new"]

    def test_a_traceback_is_found(self):
        err = "Traceback (most recent call last)\nOSError: full\n"
        assert kinds(lambda folder, log: Ended(1, err, (), 0)) == ["traceback"]

    def test_two_messages_are_found(self):
        assert kinds(lambda folder, log: Ended(2, "one\ntwo\n", (), 0)) == ["not one message"]

    def test_a_changed_input_is_found(self):
        def act(folder, log):
            (folder / "table.csv").write_text("", encoding="utf-8")
            return Ended(2, "cannot be written.\n", (), 0)

        assert kinds(act) == ["input changed"]

    def test_a_file_left_behind_is_found(self):
        def act(folder, log):
            (folder / "out" / ".a.part").touch()
            return Ended(-signal.SIGKILL, "", (), 0)

        assert kinds(act, killed=True) == ["temporary file left after the next run"]


def test_the_chosen_call_fails_and_the_others_do_not(tmp_path):
    fault = Fault(at=2, error=errno.ENOSPC, folder=str(tmp_path))
    with failing(fault):
        with (tmp_path / "a").open("w") as file:
            file.write("x")
        with pytest.raises(OSError, match="No space"):
            os.replace(tmp_path / "a", tmp_path / "b")  # noqa: PTH105 - the function that fails
        (tmp_path / "a").replace(tmp_path / "c")
    assert [call.split()[0] for call in fault.calls] == ["open", "write", "replace", "replace"]
    assert [path.name for path in tmp_path.iterdir()] == ["c"]

"""The command line: exit status, one message, nothing heavy before it is needed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from geo.__main__ import main
from geo.cli.main import cli
from tests.cli.desks import change, files, geo, set_up


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return set_up(tmp_path)


def test_help_is_instant_because_nothing_heavy_is_imported(tmp_path: Path):
    heavy = [
        "numpy",
        "pandas",
        "geopandas",
        "matplotlib",
        "folium",
        "mapclassify",
        "rich",
        "pydantic",
        "lark",
    ]
    code = f"import sys, geo.cli.main; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_list_of_commands_ends_no_line_halfway():
    """A terminal of 80 columns has 54 beside the longest name."""
    lines = {name: command.get_short_help_str(54) for name, command in cli.commands.items()}
    assert [name for name, line in lines.items() if not line.endswith(".") or "..." in line] == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["build", "maps/weifan.toml"],
         "maps/weifan.toml: no such file. Did you mean maps/weifang.toml?"),
        (["build", "--only", "html,pgn"],
         "--only: unknown output 'pgn'. Allowed: html, embed, png, svg, pdf, tiff, data, prov."),
        (["build", "--release", "relese.txt"],
         "--release: no such file 'relese.txt'. Check the path."),
    ],
)  # fmt: skip
def test_a_slip_on_the_command_line_is_one_message(desk: Path, words, message):
    done = geo(*words, cwd=desk)
    assert done.returncode == 2
    assert [line for line in done.stderr.splitlines() if not line.startswith("…")] == [message]


def test_a_folder_that_does_not_exist_is_no_place_to_write(desk: Path):
    done = geo("build", "--only", "data", "--out", "mpas/new", cwd=desk)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == (
        "mpas/new: no such folder; its parent mpas is missing too. Create it first."
    )


def test_a_place_that_cannot_be_written_is_one_message(desk: Path):
    done = geo("build", "--only", "data", "--out", "x" * 300, cwd=desk)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith(": cannot be written: File name too long.")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "gbk"])
def test_a_terminal_without_utf_8_stops_no_command(desk: Path, encoding: str):
    change(desk / "maps/weifang.toml", 'title = "', 'title = "é×−🙂')
    env = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    for words, status in ((["build", "--only", "data"], 0), (["check", "maps/缺.toml"], 2)):
        done = subprocess.run([sys.executable, "-m", "geo", *words], cwd=desk, env=env,
                              capture_output=True, check=False)  # fmt: skip
        assert (done.returncode, b"Traceback" in done.stderr) == (status, False), done.stderr
    assert "weifang.csv" in files(desk)


def test_a_name_in_bytes_of_another_system_is_printed_and_refused_in_one_message(desk: Path):
    named = desk / "maps" / os.fsdecode("区.toml".encode("gbk"))
    named.write_bytes((desk / "maps/weifang.toml").read_bytes())
    done = geo("build", "--only", "data", named.relative_to(desk), cwd=desk)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        2,
        "maps/\\udcc7\\udcf8.toml: has bytes in its name that are not UTF-8. Rename it.",
    )


def test_data_on_standard_output_are_utf_8_on_any_terminal(desk: Path):
    (desk / "records.csv").write_text("district\n奎文区\n", encoding="utf-8")
    words = ["aggregate", "records.csv", "--boundaries", "data/boundaries/weifang.geojson",
             "--key", "district"]  # fmt: skip
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-m", "geo", *words], cwd=desk, env=env,
                          capture_output=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "奎文区" in done.stdout.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_under_the_log_is_one_message(desk: Path):
    with Path("/dev/full").open("w") as full:
        words = [sys.executable, "-m", "geo", "check", "maps/weifang.toml"]
        done = subprocess.run(words, cwd=desk, stdout=full, stderr=subprocess.PIPE, check=False)
    assert b"Traceback" not in done.stderr
    assert done.returncode != 0


class Loading(ModuleType):
    """What is still being loaded when the key is pressed."""

    def __getattr__(self, name: str) -> object:
        raise KeyboardInterrupt


def test_a_key_press_while_the_program_loads_ends_it_with_a_word(monkeypatch):
    monkeypatch.setitem(sys.modules, "geo.cli.main", Loading("geo.cli.main"))
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == "Aborted!"

"""Files are read with plain refusals, whatever the path, and staleness is seen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.base.files import (
    absolute,
    in_text,
    instead_of,
    is_file,
    read_bytes,
    read_text,
    shown,
    stale,
)


def test_a_missing_file_offers_its_neighbour(tmp_path: Path):
    (tmp_path / "projects.csv").write_text("", encoding="utf-8")
    with pytest.raises(MapError) as error:
        read_text(tmp_path / "project.csv")
    assert (
        str(error.value)
        == f"{tmp_path}/project.csv: no such file. Did you mean {tmp_path}/projects.csv?"
    )


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


def test_missing_and_different_files_are_stale(tmp_path: Path):
    (tmp_path / "same").write_bytes(b"1")
    (tmp_path / "other").write_bytes(b"1")
    same, other, missing = (tmp_path / name for name in ("same", "other", "missing"))
    assert stale({same: b"1", other: b"2", missing: b"3"}) == [other, missing]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("x" * 300 + ".csv", "cannot be read: File name too long. Check the path."),
        ("loop", "cannot be read: Too many levels of symbolic links. Check the path."),
        ("a\x00b", "cannot be read: embedded null byte. Check the path."),
        ("file/below", "no such file. The folder {0}/file does not exist."),
        ("loop/below", "cannot be read: Too many levels of symbolic links. Check the path."),
    ],
)
def test_a_path_that_the_system_refuses_is_one_message(tmp_path: Path, name: str, message: str):
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "file").write_bytes(b"")
    path = tmp_path / name
    with pytest.raises(MapError) as error:
        read_bytes(path)
    assert str(error.value) == f"{shown(path)}: {message.format(tmp_path)}"
    assert not is_file(path)
    assert absolute(path).is_absolute()


def test_a_message_spells_out_what_a_terminal_would_obey():
    assert shown(Path("a\x1b[31m\nb/州.csv")) == "a\\x1b[31m\\nb/州.csv"


@pytest.mark.parametrize("wrong", ["hangzho.toml", "hangzhou.tom"])
def test_a_missing_file_offers_files_of_its_kind(tmp_path: Path, wrong: str):
    for kind in ("toml", "html"):
        (tmp_path / f"hangzhou.{kind}").write_text("")
    assert instead_of(tmp_path / wrong) == f"Did you mean {tmp_path}/hangzhou.toml?"
    assert instead_of(tmp_path / wrong, Path("maps", wrong)) == "Did you mean maps/hangzhou.toml?"


def test_a_backslash_that_became_a_line_break_is_told_apart_from_a_wrong_name(tmp_path: Path):
    (tmp_path / "new.csv").touch()
    remedy = r"Between double quotes \n is a line break, \t a tab: write / between folders."
    assert instead_of(tmp_path / "data\new.csv") == remedy
    assert instead_of(tmp_path / "nwe.csv", Path("nwe.csv")) == "Did you mean new.csv?"
    assert instead_of(tmp_path / "data\tables/new.csv") == remedy
    assert instead_of(tmp_path / r"data\own.csv") == "Write / between folders."


def test_a_control_character_in_the_name_of_a_missing_file_never_reaches_the_terminal(tmp_path):
    with pytest.raises(MapError) as error:
        read_bytes(tmp_path / "a\x1b[2J.csv")
    assert "a\\x1b[2J.csv: no such file." in str(error.value)


@pytest.mark.parametrize("address", ["https://example.org/t.csv", "s3://bucket/t.csv"])
def test_an_address_is_no_path(tmp_path: Path, address: str):
    remedy = "That is an address on the web: download the file and name the copy."
    assert instead_of(tmp_path / address) == instead_of(Path(address)) == remedy


def test_a_name_in_bytes_that_are_no_text_is_refused_before_a_page_has_to_say_it(tmp_path: Path):
    from_another_system = tmp_path / os.fsdecode("区.csv".encode("gbk"))
    from_another_system.write_text("a\n", encoding="utf-8")
    with pytest.raises(MapError) as error:
        read_bytes(from_another_system)
    assert str(error.value) == (
        f"{tmp_path}/\\udcc7\\udcf8.csv: has bytes in its name that are not UTF-8. Rename it."
    )


def test_a_folder_in_such_bytes_is_refused_only_where_a_spec_has_to_name_it(tmp_path: Path):
    folder = tmp_path / os.fsdecode("区".encode("gbk"))
    folder.mkdir()
    (folder / "a.csv").write_text("a\n", encoding="utf-8")
    assert read_bytes(folder / "a.csv") == b"a\n"
    with pytest.raises(MapError, match=r"bytes in its name"):
        in_text(folder / "a.csv", f"{folder.name}/a.csv")

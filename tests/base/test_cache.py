"""What is kept comes back as it was, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from geo.base import cache


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "geo-choropleth"


def test_bytes_come_back_under_their_own_key_alone():
    assert cache.recall("a") is None
    cache.keep("a", b"polygons")
    cache.keep("b", b"")
    assert (cache.recall("a"), cache.recall("b"), cache.recall("c")) == (b"polygons", b"", None)


@pytest.mark.parametrize("damage", [b"", b"short", b"0" * 40], ids=["empty", "cut", "other"])
def test_a_damaged_entry_is_as_if_there_were_none_and_is_written_over(place, damage):
    cache.keep("a", b"polygons")
    (entry,) = place.iterdir()
    entry.write_bytes(damage)
    assert cache.recall("a") is None
    cache.keep("a", b"polygons")
    assert cache.recall("a") == b"polygons"
    assert [path.name for path in place.iterdir()] == [entry.name]  # nothing half-written is left


def test_the_entries_that_were_not_used_for_longest_go_first(place, monkeypatch):
    """Room for two of 40 bytes with their checksums of 32: the second was not used since."""
    for i, key in enumerate("ab"):
        cache.keep(key, bytes(40))
        os.utime(place / f"{key}.kept", (i, i))
    cache.recall("a")
    monkeypatch.setattr("geo.base.cache._MOST", 144)
    cache.keep("c", bytes(40))
    assert sorted(path.stem for path in place.iterdir()) == ["a", "c"]
    cache.keep("d", bytes(200))  # larger than all the room
    assert sorted(path.stem for path in place.iterdir()) == ["a", "c"]


def test_where_nothing_can_be_kept_nothing_is_said(tmp_path, monkeypatch):
    """The folder's place is taken by a file."""
    taken = tmp_path / "file"
    taken.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(taken))
    cache.keep("a", b"polygons")
    assert cache.recall("a") is None


@pytest.mark.parametrize(
    ("system", "where"),
    [
        ("linux", ".cache/geo-choropleth"),
        ("darwin", "Library/Caches/geo-choropleth"),
        ("win32", "AppData/Local/geo-choropleth/Cache"),
    ],
)
def test_the_folder_is_where_the_system_has_caches(monkeypatch, system, where):
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setattr("sys.platform", system)
    assert cache.folder() == Path.home() / where

"""Names of districts come back as they were kept, and only for the very same files."""

from __future__ import annotations

import pytest

from geo.districts import kept
from tests.frames import districts

SQUARES = districts({"370702": "潍城区", "370705": "奎文区"}, aliases=["潍城;潍城区政府", ""])


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))


def test_the_columns_of_names_come_back(tmp_path, monkeypatch):
    monkeypatch.setattr("geo.districts.kept._LEAST", 0)
    (tmp_path / "b.fgb").write_bytes(b"1")
    key = kept.names_key(tmp_path / "b.fgb")
    assert kept.recalled_names(key) is None
    kept.keep_names(key, SQUARES)
    assert kept.recalled_names(key) == {
        "code": ["370702", "370705"], "name": ["潍城区", "奎文区"], "name_en": ["", ""],
        "host": ["", ""], "aliases": ["潍城;潍城区政府", ""],
    }  # fmt: skip
    (tmp_path / "b.fgb").write_bytes(b"2")
    assert kept.recalled_names(kept.names_key(tmp_path / "b.fgb")) is None


def test_nothing_is_kept_of_a_small_file_and_of_one_that_is_not_there(tmp_path):
    (tmp_path / "b.fgb").write_bytes(b"1")
    assert kept.names_key(tmp_path / "b.fgb") == kept.names_key(tmp_path / "c.fgb") == ""
    kept.keep_names("", SQUARES)
    assert not (tmp_path / "caches").exists()
    assert kept.recalled_names("") is None


def test_a_shapefile_is_all_its_files(tmp_path):
    for name in ("b.shp", "b.dbf", "c.dbf"):
        (tmp_path / name).write_bytes(b"1")
    assert [path.name for path in kept.parts_of(tmp_path / "b.shp")] == ["b.shp", "b.dbf"]
    assert [path.name for path in kept.parts_of(tmp_path / "c.dbf")] == ["c.dbf"]

"""The hostile strings: many, distinct, and none of them harmless."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from proofs.hostile.places import PLACES, field, write_sources
from proofs.hostile.spec_text import toml
from proofs.hostile.squares import square
from proofs.hostile.strings import FAMILIES, all_strings


def test_there_are_at_least_250_and_all_are_distinct():
    texts = [text for _, text in all_strings()]
    assert len(texts) == len(set(texts)) >= 250


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_no_string_of_a_family_is_harmless(family):
    assert [text for text in family.strings if not family.hostile(text)] == []


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_a_plain_title_belongs_to_no_family_but_that_of_names(family):
    assert family.name == "names" or not family.hostile("Investment by district")


def test_every_field_takes_the_string_somewhere_in_the_files(tmp_path):
    for place in PLACES:
        write_sources(tmp_path, {place: "hostile"})
        found = [p.name for p in tmp_path.iterdir() if b"hostile" in _content(p)]
        assert found or place == "file name", place
        (tmp_path / "table.xlsx").unlink(missing_ok=True)


def _content(path: Path) -> bytes:
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as book:
        return b"".join(map(book.read, book.namelist()))


def test_a_field_that_is_not_chosen_keeps_its_harmless_text():
    at = field({"spec title": "<x>"})
    assert (at("spec title", "t"), at("spec dek", "d")) == ("<x>", "d")


def test_a_toml_string_reads_back_as_it_was():
    import tomllib

    for _, text in all_strings():
        if not any(0xD800 <= ord(c) < 0xE000 for c in text):
            assert tomllib.loads(f"a = {toml(text)}")["a"] == text


def test_every_string_stands_in_every_field_once_and_builds_have_each_but_once():
    strings, fields = [f"s{i}" for i in range(21)], [f"f{i}" for i in range(9)]
    builds = list(square(fields, strings))
    assert len(builds) == len(strings)
    assert {(f, t) for build in builds for f, t in build.items()} == {
        (f, t) for f in fields for t in strings
    }
    assert all(len(set(build.values())) == len(fields) for build in builds)

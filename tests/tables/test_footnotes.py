"""A figure with a footnote mark is read without it, and the report names it."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.tables.aggregate import aggregate
from geo.tables.reader import read_table
from tests.frames import districts


@pytest.fixture
def marked_file(tmp_path: Path) -> Path:
    path = tmp_path / "t.csv"
    path.write_text("district,v\n奎文区,81.8①\n潍城区,16²\n坊子区,—³\n", encoding="utf-8")
    return path


def test_every_marked_figure_of_a_table_is_a_note(marked_file: Path):
    found = read_table(marked_file, key="district", columns={"v": ""})
    assert [str(n) for n in found.columns["v"].numbers] == ["81.8", "16", "None"]
    assert [str(note).replace(f"{marked_file.parent}/", "") for note in found.notes] == [
        "t.csv, row 2: v 81.8 has a footnote mark ①. See whether the map needs that note.",
        "t.csv, row 3: v 16 has a footnote mark ². See whether the map needs that note.",
    ]


def test_records_are_added_up_without_their_marks(marked_file: Path):
    frame = districts({"1": "奎文区", "2": "潍城区", "3": "坊子区"})
    found = aggregate(marked_file, frame, key="district", sums={"v": ""})
    assert [str(x) for x in found.frame["v"]] == ["81.8", "16", "None"]
    assert len(found.notes) == 2


@pytest.mark.parametrize("key", ["37070②", "³70702", "37070₂"])
def test_a_mark_in_a_key_is_no_digit_of_a_code(tmp_path: Path, key: str):
    path = tmp_path / "t.csv"
    path.write_text(f"district\n{key}\n", encoding="utf-8")
    found = aggregate(path, districts({"370702": "潍城区"}), key="district", allow_outside=True)
    assert len(found.outside) == 1

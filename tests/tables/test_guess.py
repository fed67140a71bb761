"""An unknown sheet: which column names the districts, which hold figures, in what unit."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.tables.guess import Figures, guess

NAMES = ["Alpha", "Beta", "Gamma"]


def district(cell: str) -> int | None:
    return NAMES.index(cell) if cell in NAMES else None


def sheet(folder: Path, text: str) -> Path:
    path = folder / "s.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sheet_as_offices_write_it(tmp_path: Path):
    path = sheet(
        tmp_path,
        "Projects 2024,,,\n单位：亿元,,,\nRank,District,Projects (个),Invested,Growth (%)\n"
        "1,Alpha,12,85.3,-1.25\n2,Beta,9,120,3.125\n,Total,21,205.3,\n",
    )
    found = guess(path, district)
    assert (found.key, found.districts, found.unknown) == ("District", {0, 1}, ())
    assert found.figures == (
        Figures("Projects", "个", 0, rate=False, negative=False),
        Figures("Invested", "亿元", 1, rate=False, negative=False),
        Figures("Growth", "%", 2, rate=True, negative=True, both=True),
    )


@pytest.mark.parametrize(
    "between",
    [
        "合计,21,205.3\n",
        "Whole city,21,205.3\n",
        "Alfa,12,85.3\n",
        "甲,1,2\n",
        "一、Inner city,,\n",
        "I. Inner,I. Inner,I. Inner\nTotal,21,205.3\n",
    ],
)
def test_what_stands_between_the_head_and_the_first_district_is_no_head(tmp_path: Path, between):
    path = sheet(tmp_path, f"Projects 2024,,\nDistrict,2023,2024\n{between}Beta,9,120\nGamma,3,4\n")
    found = guess(path, district)
    assert (found.key, [f.column for f in found.figures]) == ("District", ["2023", "2024"])


@pytest.mark.parametrize("total", ["", "合计,21,205.3,80\n", ",21,205.3,80\n"])
def test_a_head_of_two_lines_has_the_names_of_its_second(tmp_path: Path, total):
    head = "单位：亿元、个,,,\nDistrict,Count,Money,\n,,Asked (亿元),Spent\n"
    found = guess(sheet(tmp_path, f"{head}{total}Alpha,1,2,3\nBeta,4,5,6\n"), district)
    assert [(f.column, f.unit) for f in found.figures] == [
        ("Count", ""), ("Money Asked", "亿元"), ("Money Spent", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "rate"),
    [("Net migration", False), ("Shareholders", False), ("Indexed deals", False),
     ("Birthrate", True), ("share_of_land", True), ("Mean age", True), ("人均收入", True)],
)  # fmt: skip
def test_a_rate_is_told_by_whole_words(tmp_path: Path, head, rate):
    found = guess(sheet(tmp_path, f"d,{head}\nAlpha,-1\nBeta,-2\n"), district)
    assert found.figures == (Figures(head, "", 0, rate=rate, negative=True),)


@pytest.mark.parametrize(
    ("cells", "decimals", "rate"),
    [(["0.003421545", "0.001590524"], 4, True), (["0.5", "0"], 1, True), (["0", "0"], 0, False),
     (["0.0000000012", "0"], 6, True), (["12.3456", "0.5"], 2, False), (["-0.25", "1"], 2, False)],
)  # fmt: skip
def test_figures_below_one_are_no_amounts_and_keep_two_digits(tmp_path, cells, decimals, rate):
    found = guess(sheet(tmp_path, f"d,v\nAlpha,{cells[0]}\nBeta,{cells[1]}\n"), district)
    assert [(f.decimals, f.rate) for f in found.figures] == [(decimals, rate)]


@pytest.mark.parametrize(
    ("head", "cell", "unit"),
    [("项目数", "3", "个"), ("新增企业数量", "3", "个"), ("年末户数", "3", "户"),
     ("人数", "3", "人"),
     ("cases", "3", ""), ("项目数", "3.5", ""), ("指数", "3", ""), ("数", "3", ""),
     ("人数（万人）", "3", "万人"), ("Value", "3", "")],
)  # fmt: skip
def test_whole_figures_are_counted_in_what_their_head_counts(tmp_path, head, cell, unit):
    found = guess(sheet(tmp_path, f"d,{head}\nAlpha,1\nBeta,{cell}\n"), district)
    assert [f.unit for f in found.figures] == [unit]


def test_of_a_long_table_the_last_year_is_taken(tmp_path: Path):
    path = sheet(tmp_path, "d,year,v\nAlpha,999,1\nAlpha,2007,2\nBeta,2007,3\nDelta,2007,4\n")
    found = guess(path, district)
    assert found.where == {"year": "2007"}
    assert [f.column for f in found.figures] == ["v"]
    assert found.unknown == ("Delta",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "a,b\n1,2\n",
            "has no column that names the districts of the polygons. "
            "Check that both are of one place.",
        ),
        (
            "d,b\nAlpha,x\n",
            "has no column of figures beside 'd'. Add one with a name above its numbers.",
        ),
        (
            "d,b\nAlpha,1\nAlpha,2\n",
            "has several rows for a district, and no column that tells them apart. "
            "Keep one row a district.",
        ),
        (
            "Alpha,1\nBeta,2\n",
            "has no head above 'Alpha'. Write the columns' names into its first row.",
        ),
    ],
)
def test_a_sheet_that_cannot_be_wired_in_says_why(tmp_path: Path, text, message):
    path = sheet(tmp_path, text)
    with pytest.raises(MapError) as caught:
        guess(path, district)
    assert str(caught.value) == f"{path}: {message}"


def test_units_in_a_row_of_their_own_belong_to_the_heads_above_them(tmp_path: Path):
    """The key is merged over both lines, as offices draw it: its head stands in each."""
    head = "表3,,,,\nDistrict,Output,Output,Investment\nDistrict,总量（亿元）,增长（%）,（万元）\n"
    found = guess(sheet(tmp_path, f"{head}Alpha,1,2,3\nBeta,4,5,6\n"), district)
    assert [(f.column, f.unit) for f in found.figures] == [
        ("Output 总量", "亿元"), ("Output 增长", "%"), ("Investment", "万元"),
    ]  # fmt: skip

"""Whether a file writes 81,8 or 81.8: its own figures tell, or the map-maker does."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.tables.reader import read_table
from geo.tables.table import Table
from geo.tables.totals import read_totals


def read(folder: Path, separator: str, *cells: str, decimal="") -> Table:
    rows = [f"{chr(ord('a') + i)}{separator}{cell}" for i, cell in enumerate(cells)]
    text = "\n".join([f"district{separator}v", *rows, ""])
    (folder / "t.csv").write_text(text, encoding="utf-8")
    return read_table(folder / "t.csv", key="district", columns={"v": "亿元"}, decimal=decimal)


def values(table: Table) -> list[str]:
    return [str(number) for number in table.columns["v"].numbers]


def refusal(folder: Path, separator: str, *cells: str, decimal="") -> str:
    with pytest.raises(MapError) as error:
        read(folder, separator, *cells, decimal=decimal)
    return str(error.value).replace(f"{folder}/", "")


@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("81,8", "81,812"), ["81.8", "81.812"]),
        (("0,812", "1.234"), ["0.812", "1234"]),
        (("1.234,5", "78"), ["1234.5", "78"]),
        (("1.234.567", "78,000"), ["1234567", "78.000"]),
        (("81.8", "1,480"), ["81.8", "1480"]),
        (("1,480.5", "1,480"), ["1480.5", "1480"]),
        (("16", "15"), ["16", "15"]),
        (("1.234", "81.8①"), ["1.234", "81.8"]),
    ],
)
def test_figures_that_can_be_read_one_way_decide(
    tmp_path: Path, separator: str, cells: tuple[str, ...], expected: list[str]
):
    assert values(read(tmp_path, separator, *cells)) == expected


@pytest.mark.parametrize(("cell", "thousands"), [("81,812", "81812"), ("81.812", "81812")])
def test_semicolons_and_figures_that_could_be_both_are_refused(
    tmp_path: Path, cell: str, thousands: str
):
    assert refusal(tmp_path, ";", "16", cell) == (
        f"t.csv, row 3: v '{cell}' could be 81.812 or {thousands}. "
        'Choose: decimal = "," or decimal = "." in [table] of the spec, or --decimal.'
    )


@pytest.mark.parametrize(("decimal", "value"), [(",", "81.812"), (".", "81812")])
def test_the_map_maker_decides(tmp_path: Path, decimal: str, value: str):
    assert values(read(tmp_path, ";", "81,812", decimal=decimal)) == [value]


def test_thousands_between_tabs_are_read_with_a_note(tmp_path: Path):
    found = read(tmp_path, "\t", "16", "1,480")
    assert values(found) == ["16", "1480"]
    assert [str(note).replace(f"{tmp_path}/", "") for note in found.notes] == [
        "t.csv, row 3: v '1,480' was read as 1480, not 1.480. "
        'Choose: decimal = "," or decimal = "." in [table] of the spec, or --decimal.'
    ]


def test_a_decimal_comma_between_points_is_refused_by_name(tmp_path: Path):
    assert refusal(tmp_path, ";", "81.8", "917,5") == (
        "t.csv, row 3: v '917,5' is not a number: it has a decimal comma. "
        'Write a decimal point, or decimal = "," in [table] of the spec.'
    )


def test_cells_separated_by_commas_have_points(tmp_path: Path):
    assert values(read(tmp_path, ",", '"1,480"', "81.8")) == ["1480", "81.8"]


def test_totals_are_read_the_same_way(tmp_path: Path):
    path = tmp_path / "totals.csv"
    path.write_text("scope;label;column;value;unit\nevent;全市;v;1480,5;亿元\n", encoding="utf-8")
    (stated,) = read_totals(path)
    assert str(stated.figure.value) == "1480.5"

"""What the review page knows of a release, so that a table can be corrected on it."""

from __future__ import annotations

import json

import pytest

from geo.release.editing import editor_columns, editor_data, editor_rows, values_in
from geo.release.extract import extract

UNITS = ("个", "亿元")


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        ("16个", {"个": "16"}),
        ("约81.8亿元", {"亿元": "81.8"}),
        ("8180万元", {"亿元": "0.8180"}),
        ("16", {"个": "16"}),
        ("十六个", {"个": "16"}),
        ("2月26日", {}),
        ("12%", {}),
        ("16至20个", {}),
        ("910亩", {}),
        ("1.3亿美元", {}),
    ],
)
def test_a_number_is_in_the_units_it_can_be_in(printed, values):
    assert values_in(printed, UNITS) == values


def test_a_release_without_rows_has_an_empty_row_for_each_given_name():
    text = "奎文区、潍城区共开工项目31个。"
    release = extract(text, names=("奎文区", "潍城区"))
    data = json.loads(editor_data(release))
    assert list(editor_columns(release)) == ["projects", "investment"]
    assert editor_rows(release, 0) == [("0-m0", "奎文区"), ("0-m1", "潍城区")]
    assert data["numbers"] == {"12": {"printed": "31个", "values": {"个": "31"}}}


def test_rows_have_their_cells_as_the_table_file_has_them():
    data = json.loads(editor_data(extract("奎文区签约16个；开工10个，总投资78.0亿元。")))
    assert [(row["event"], row["cells"]) for row in data["rows"]] == [
        (0, {"projects": "16"}), (1, {"projects": "10", "investment": "78.0"}),
    ]  # fmt: skip
    assert (data["events"], data["several"]) == (["签约", "开工"], True)


def test_no_text_ends_the_script():
    assert "</script" not in editor_data(extract("奎文区16个项目。共9个</script>。"))

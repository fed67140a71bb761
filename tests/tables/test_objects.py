"""Tables as programs hand them out."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.tables.objects import is_table, record_rows
from geo.tables.reader import read_table
from tests.small import squares

TOWNS = [(1, ("town", "people")), (2, ("Alpha", "1200")), (3, ("Beta", ""))]
FORMS = {
    "a list of objects": '[{"town": "Alpha", "people": 1200}, {"town": "Beta", "people": null}]',
    "an object without it": '[{"town": "Alpha", "people": 1200}, {"town": "Beta"}]',
    "what a service wraps around it": '{"success": true, "help": ["a"], "result": {"total": 2, '
    '"records": [{"town": "Alpha", "people": 1200}, {"town": "Beta", "people": null}]}}',
    "a line about the page before it": '[{"page": 1}, [{"town": "Alpha", "people": 1200}, '
    '{"town": "Beta", "people": NaN}]]',
    "lists under a list of names": '[["town", "people"], ["Alpha", "1200"], ["Beta", null]]',
    "columns": '{"town": ["Alpha", "Beta"], "people": [1200, null]}',
    "the columns of a frame": '{"town": {"0": "Alpha", "1": "Beta"}, '
    '"people": {"0": 1200, "1": null}}',
}


def rows(text, name="towns.json"):
    return record_rows(Path(name), text)


@pytest.mark.parametrize("form", FORMS)
def test_two_towns_are_the_same_table_in_every_form(form):
    assert rows(FORMS[form]) == TOWNS


def test_a_line_may_be_a_record():
    text = '{"town": "Alpha", "people": 1200}\n\n{"town": "Beta"}\n'
    assert rows(text, "towns.jsonl") == TOWNS


def test_objects_by_their_key_have_it_in_a_column():
    text = '{"Alpha": {"people": 1200, "rate": 2.50}, "Beta": {"people": 3}}'
    assert rows(text) == [
        (1, ("key", "people", "rate")), (2, ("Alpha", "1200", "2.50")), (3, ("Beta", "3", "")),
    ]  # fmt: skip


def test_what_lies_in_a_record_is_called_by_both_names_and_lists_are_left_out():
    text = '[{"country": {"id": "FR", "value": "France"}, "value": 1, "tags": ["x"]}]'
    assert rows(text) == [
        (1, ("country.id", "country.value", "value")), (2, ("FR", "France", "1"))
    ]  # fmt: skip


def test_figures_keep_their_digits_but_not_the_noise_of_arithmetic():
    text = '[{"a": 12.50, "b": 0.30000000000000004, "c": 123456789012345, "d": 1.5e3, "e": true}]'
    assert rows(text)[1] == (2, ("12.50", "0.3", "123456789012345", "1500", "TRUE"))


def test_polygons_are_no_records_and_records_no_polygons(tmp_path):
    towns, table = tmp_path / "towns.json", tmp_path / "table.json"
    squares(["Alpha", "Beta"]).assign(people=[1, 2]).to_file(towns, driver="GeoJSON")
    table.write_text(FORMS["columns"], encoding="utf-8")
    assert (is_table(towns), is_table(table)) == (False, True)
    assert rows(towns.read_text(encoding="utf-8")) is None
    for path, figures in ((towns, (1, 2)), (table, (1200, None))):
        key = "name" if path == towns else "town"
        read = read_table(path, key=key, columns={"people": ""})
        assert read.columns["people"].numbers == figures


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[1,\n2", "t.json, row 2: is not valid JSON: Expecting ',' delimiter."),
        (
            '{"page": 1}',
            "t.json: is JSON without a list of records. Records are objects in a list, such as "
            "[{...}, {...}], one a district.",
        ),
        ("[" * 99_999, "t.json: is nested too deeply to be a table."),
    ],
)
def test_what_is_no_table_says_why(text, message):
    with pytest.raises(MapError) as refused:
        rows(text, "t.json")
    assert str(refused.value) == message

"""Which column names the districts, where several might."""

from __future__ import annotations

import pytest

from geo.base.errors import MapError
from geo.tables.keys import key_of
from geo.tables.layout import Layout

DISTRICTS = ["1", "2", "3"]


def key(folder, text, called=()):
    path = folder / "s.csv"
    path.write_text(text, encoding="utf-8")
    found = key_of(path, Layout(), lambda c: DISTRICTS.index(c) if c in DISTRICTS else None, called)
    return found[0]


def test_two_running_numbers_that_disagree_are_refused_unless_the_polygons_name_one(tmp_path):
    """Joined by the rank, every district would have another's figures."""
    text = "rank,POLYID,people\n2,1,700\n3,2,12\n1,3,900\n"
    with pytest.raises(MapError) as refused:
        key(tmp_path, text)
    assert str(refused.value) == (
        f"{tmp_path / 's.csv'}: columns rank and POLYID both name the districts, "
        "and not the same in each row. Leave the one out that does not mean them."
    )
    assert key(tmp_path, text, called=("POLYID",)) == "POLYID"


def test_two_columns_that_agree_are_one_and_the_left_one_is_taken(tmp_path):
    assert key(tmp_path, "code,name,people\n1,1,700\n2,2,12\n3,3,900\n") == "code"


def test_a_column_without_a_head_is_called_by_its_letter(tmp_path):
    assert key(tmp_path, "Bevölkerung;;\n;2021;2022\n1;5;6\n2;7;8\n3;9;9\n") == "A"


def test_where_nothing_is_named_the_message_shows_what_there_is(tmp_path):
    with pytest.raises(MapError) as refused:
        key(tmp_path, "Area,n\nNorth East,5\nNorth West,6\nLondon,7\n")
    assert str(refused.value).endswith(
        "has no column that names the districts of the polygons. "
        "Check that both are of one place. It has 'North East', 'North West', 'London'."
    )


def test_a_head_that_is_a_district_too_is_still_the_head(tmp_path):
    """``id`` is Idaho's postal code, and the head of its column; 1 stands for it here."""
    assert key(tmp_path, "1,people,rate\n1,700,2\n2,12,3\n3,900,4\n") == "1"
    assert key(tmp_path, "place,people,note\n1,none,none\n2,12,3\n3,900,4\n") == "place"
    assert key(tmp_path, "Land;Wert\n1;3,5\n2;4\n3;5\n") == "Land"


def test_a_column_that_lacks_a_district_of_the_other_does_not_contradict_it(tmp_path):
    assert key(tmp_path, "state,1,people\n1,1,700\n2,2,12\n3,3,900\n") == "state"

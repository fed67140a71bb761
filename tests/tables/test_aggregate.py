"""Records are counted by district once each; what lies outside is listed, never dropped."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.base.errors import MapError
from geo.tables.aggregate import aggregate
from tests.frames import districts

#: Unit squares from 0 to 3 degrees east.
SQUARES = districts({"370702": "潍城区", "370705": "奎文区", "370772": "滨海区"})


def records(folder: Path, text: str, **options):
    (folder / "r.csv").write_text(text, encoding="utf-8")
    return aggregate(folder / "r.csv", SQUARES, **options)


def refusal(folder: Path, text: str, **options) -> str:
    with pytest.raises(MapError) as error:
        records(folder, text, **options)
    return str(error.value).replace(f"{folder}/", "")


def test_points_are_counted_and_districts_without_any_have_zero(tmp_path: Path):
    done = records(tmp_path, "lon,lat\n0.5,0.5\n0.1,0.9\n2.5,0.5\n")
    assert done.frame.to_dict("list") == {
        "district": ["潍城区", "奎文区", "滨海区"],
        "code": ["370702", "370705", "370772"],
        "count": [2, 0, 1],
    }
    assert (done.records, done.outside) == (3, ())


def test_figures_add_up_as_decimals_and_blanks_add_nothing(tmp_path: Path):
    text = "lon,lat,investment\n0.5,0.5,0.1\n0.1,0.9,0.2亿元\n0.1,0.8,—\n2.5,0.5,\n"
    frame = records(tmp_path, text, sums={"investment": "亿元"}).frame
    assert frame["investment"].tolist() == [Decimal("0.3"), None, None]
    assert frame["count"].tolist() == [3, 0, 1]


def test_a_point_on_a_shared_border_counts_once_for_the_first_district(tmp_path: Path):
    done = records(tmp_path, "lon,lat\n1,0.5\n2,0\n")
    assert done.frame["count"].tolist() == [1, 1, 0]


def test_points_outside_are_refused_with_their_rows(tmp_path: Path):
    assert refusal(tmp_path, "lon,lat\n0.5,0.5\n9,9\n,0.5\n") == (
        "r.csv, row 3: the point (9, 9) is in no district. "
        "Correct it, or allow records outside: they are then listed and not counted.\n"
        "r.csv, row 4: has no coordinates. "
        "Correct it, or allow records outside: they are then listed and not counted."
    )


def test_points_outside_are_listed_where_they_are_allowed(tmp_path: Path):
    done = records(tmp_path, "lon,lat\n0.5,0.5\n9,9\n", allow_outside=True)
    assert done.frame["count"].sum() == 1
    assert [p.what for p in done.outside] == ["the point (9, 9) is in no district"]
    assert done.records == 2


@pytest.mark.parametrize(
    ("datum", "lon", "lat"),
    [("gcj02", 120.00427025, 36.50022675), ("bd09", 120.01068016, 36.50658288)],
)
def test_shifted_coordinates_are_brought_back_first(tmp_path: Path, datum, lon, lat):
    """119.999 E 36.5 N, 100 m inside a border, falls outside by the shift of 500 m and more."""
    box = districts({"370705": "奎文区"})
    box.geometry = box.translate(119, 36)
    (tmp_path / "r.csv").write_text(f"lon,lat\n{lon},{lat}\n", encoding="utf-8")
    assert aggregate(tmp_path / "r.csv", box, datum=datum).frame["count"].tolist() == [1]
    with pytest.raises(MapError, match="is in no district"):
        aggregate(tmp_path / "r.csv", box)


def test_coded_records_are_matched_like_the_rows_of_a_table(tmp_path: Path):
    text = "区县\n潍城区\n370702\n潍坊市奎文区\n北海新区\n"
    done = records(tmp_path, text, key="区县", aliases={"滨海区": ["北海新区"]})
    assert done.frame["count"].tolist() == [2, 1, 1]


def test_unknown_and_blank_keys_are_refused_with_the_nearest_name(tmp_path: Path):
    assert refusal(tmp_path, "区县,n\n奎文趋,1\n,2\n", key="区县") == (
        "r.csv, row 2: '奎文趋' matches no district. Did you mean 奎文区? "
        "Correct it, or allow records outside: they are then listed and not counted.\n"
        "r.csv, row 3: 区县 is blank. "
        "Correct it, or allow records outside: they are then listed and not counted."
    )


def test_an_ambiguous_key_is_never_guessed_even_where_records_may_lie_outside(tmp_path: Path):
    (tmp_path / "r.csv").write_text("区县,n\n鼓楼区,1\n", encoding="utf-8")
    gulou = districts({"320106": "鼓楼区", "350102": "鼓楼区"})
    with pytest.raises(MapError) as error:
        aggregate(tmp_path / "r.csv", gulou, key="区县", allow_outside=True)
    assert str(error.value).replace(f"{tmp_path}/", "") == (
        "r.csv, row 2: 区县 '鼓楼区' could be 鼓楼区 (320106) or 鼓楼区 (350102). "
        "Write the code instead of the name."
    )


def test_repeated_names_give_a_table_by_code(tmp_path: Path):
    (tmp_path / "r.csv").write_text("lon,lat\n0.5,0.5\n", encoding="utf-8")
    gulou = districts({"320106": "鼓楼区", "350102": "鼓楼区"})
    frame = aggregate(tmp_path / "r.csv", gulou).frame
    assert frame["district"].tolist() == ["320106", "350102"]


def test_every_problem_of_the_records_is_reported(tmp_path: Path):
    text = "lon,lat,sum\n119°E,36.7,1\n36.7,119.1,1\n0.5,0.5,12O.5\n"
    found = refusal(tmp_path, text, sums={"sum": "亿元"}, allow_outside=True)
    assert found == (
        "r.csv, row 2: lon '119°E' is in °E, not in °. Write degrees, for example 119.1.\n"
        "r.csv, row 3: lat 119.1 is beyond ±90°. "
        "Write degrees; look whether the axes are swapped.\n"
        "r.csv, row 4: sum '12O.5' is not a number. Write it in 亿元, for example 120.5."
    )


def test_a_missing_coordinate_column_is_named(tmp_path: Path):
    assert refusal(tmp_path, "lng,lat\n0.5,0.5\n") == (
        "r.csv: has no column 'lon'. Did you mean lng? Its columns are lng, lat."
    )


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(-2, 14), st.integers(-1, 5)), min_size=1, max_size=30))
def test_every_record_is_counted_once_or_listed(tmp_path_factory, quarters: list[tuple[int, int]]):
    """Coordinates in quarters of a degree, so that many lie on borders and corners."""
    folder = tmp_path_factory.mktemp("records")
    text = "lon,lat\n" + "".join(f"{x / 4},{y / 4}\n" for x, y in quarters)
    done = records(folder, text, allow_outside=True)
    inside = sum(0 <= x <= 12 and 0 <= y <= 4 for x, y in quarters)
    assert done.frame["count"].sum() == inside
    assert len(done.outside) == len(quarters) - inside
    assert done.records == len(quarters)

"""Every row finds its district or is named; nothing is lost, nothing is guessed."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.errors import MapError
from geo.tables.join import Match, join, join_periods
from geo.tables.table import Table
from tests.frames import districts, table

NAMES = {"370702": "潍城区", "370705": "奎文区", "370772": "滨海区", "370781": "青州市"}
WEIFANG = districts(NAMES, name_en=["Weicheng", "Kuiwen", "Binhai", "Qingzhou"])
ALIASES = {"滨海区": ["潍坊滨海经济技术开发区"]}


def ways(*keys: str, names=WEIFANG, aliases=ALIASES) -> dict[str, tuple[str, str]]:
    """Key to the name of its district and how it was found; the other districts may lack a row."""
    figures = dict.fromkeys(keys, 1)
    joined = join(table(**figures), names, aliases, allow_districts=list(names["name"]))
    return {m.key: (m.name, m.by) for m in joined.matches}


def refusal(*keys: str, names=WEIFANG, aliases=ALIASES, allow_rows=(), allow_districts=()) -> str:
    figures = dict.fromkeys(keys, 1)
    with pytest.raises(MapError) as error:
        join(
            table(**figures), names, aliases,
            allow_rows=allow_rows, allow_districts=allow_districts,
        )  # fmt: skip
    return str(error.value)


def test_figures_come_in_the_order_of_the_districts():
    joined = join(table(青州市=3, 潍城区=1, 滨海区=4, 奎文区=2), WEIFANG, {})
    assert joined.columns["v"].numbers == (1, 2, 4, 3)
    assert joined.matches[0] == Match(3, "潍城区", "370702", "潍城区", "name")
    assert (joined.unmatched_rows, joined.unmatched_districts) == ((), ())


@pytest.mark.parametrize(
    ("key", "name", "by"),
    [
        ("370705", "奎文区", "code"),
        ("奎文区", "奎文区", "name"),
        ("潍坊滨海经济技术开发区", "滨海区", "alias"),
        ("Kuiwen", "奎文区", "alias"),
        ("奎 文　区", "奎文区", "form"),
        ("３７０７０５", "奎文区", "form"),
        ("370705000000", "奎文区", "form"),
        ("370705.0", "奎文区", "form"),
        ("濰城區", "潍城区", "form"),
        ("濰坊濱海經濟技術開發區", "滨海区", "form"),
        ("QINGZHOU", "青州市", "form"),
        ("滨海", "滨海区", "suffix"),
        ("Kuiwen District", "奎文区", "suffix"),
        ("潍坊市奎文区", "奎文区", "city"),
        ("山东省潍坊市奎文区", "奎文区", "city"),
        ("山东省青州市", "青州市", "city"),
        ("濰坊市奎文", "奎文区", "city"),
    ],
)
def test_a_district_is_known_by_every_form_that_offices_write(key: str, name: str, by: str):
    assert ways(key) == {key: (name, by)}


def test_names_in_the_districts_own_column_count_as_aliases():
    own = districts({"370772": "滨海区"}, aliases=["滨海开发区;北海新区"])
    assert ways("北海新区", names=own, aliases={}) == {"北海新区": ("滨海区", "alias")}


def test_a_code_of_an_alias_names_its_district_too():
    assert ways("北海", aliases={"370772": ["北海"]}) == {"北海": ("滨海区", "alias")}


def test_an_exact_name_wins_over_the_form_of_another():
    """吉安 is a district of its own here, and not short for 吉安县."""
    jian = districts({"1": "吉安县", "2": "吉安"})
    assert ways("吉安", "吉安县", names=jian, aliases={}) == {
        "吉安": ("吉安", "name"),
        "吉安县": ("吉安县", "name"),
    }


def test_a_county_is_not_a_city_of_the_same_stem():
    jian = districts({"360821": "吉安县"})
    assert refusal("吉安市", names=jian, aliases={}, allow_districts=["吉安县"]) == (
        "t.csv, row 2: '吉安市' matches no district. Did you mean 吉安县? "
        "Correct it, add an alias, or list it in allow_rows."
    )


def test_a_row_that_could_be_two_districts_names_both():
    gulou = districts({"320106": "鼓楼区", "350102": "鼓楼区"})
    assert refusal("鼓楼区", names=gulou, aliases={}, allow_districts=["鼓楼区"]) == (
        "t.csv, row 2: '鼓楼区' could be 鼓楼区 (320106) or 鼓楼区 (350102). "
        "Write the code instead of the name."
    )


def test_a_stem_that_two_districts_share_is_ambiguous():
    jian = districts({"1": "吉安县", "2": "吉安市"})
    assert refusal("吉安", names=jian, aliases={}, allow_districts=["1", "2"]) == (
        "t.csv, row 2: '吉安' could be 吉安县 (1) or 吉安市 (2). "
        "Write the code instead of the name."
    )


def test_two_rows_for_one_district_are_refused_whatever_their_form():
    assert refusal("滨海", "滨海区", "潍城区", "奎文区", "青州市") == (
        "t.csv, row 3: '滨海区' is 滨海区 (370772), already matched by row 2 ('滨海'). "
        "Keep one of the two rows, or add them up."
    )


def test_unmatched_rows_and_districts_are_all_reported():
    assert refusal("奎文趋", "滨海区", "潍城区", "火星") == (
        "t.csv, row 2: '奎文趋' matches no district. Did you mean 奎文区? "
        "Correct it, add an alias, or list it in allow_rows.\n"
        "t.csv, row 5: '火星' matches no district. "
        "Correct it, add an alias, or list it in allow_rows.\n"
        "districts: 奎文区 (370705) has no row in t.csv. "
        "Add one (a blank cell means no data), or list it in allow_districts.\n"
        "districts: 青州市 (370781) has no row in t.csv. "
        "Add one (a blank cell means no data), or list it in allow_districts."
    )


def test_what_the_spec_allows_stays_unmatched_and_is_reported():
    joined = join(
        table(合计=9, 潍城区=1, 奎文区=2, 青州市=3), WEIFANG, {},
        allow_rows=["合 计"], allow_districts=["370772"],
    )  # fmt: skip
    assert joined.unmatched_rows == ("合计",)
    assert joined.unmatched_districts == ("滨海区",)
    assert joined.columns["v"].numbers == (1, 2, None, 3)
    assert joined.columns["v"].states == ("value", "value", "missing", "value")


def test_another_areas_table_is_named_once_whatever_totals_and_allowed_rows_it_has():
    """Neither 合计 nor an allowed row counts, and that no district has a row says nothing more."""
    message = refusal("合计", "甲区", "乙区", "丙区", "丁区", allow_rows=["丁区"])
    assert message == (
        "t.csv: none of 3 rows matches a district, from '甲区' on. "
        "Is this another area's table? The map has 潍城区, 奎文区, 滨海区 …."
    )


def test_an_alias_of_no_district_is_an_error():
    assert refusal(*NAMES.values(), aliases={"滨海趋": ["北海"]}) == (
        "aliases: '滨海趋' names no district. Did you mean 滨海区?"
    )


def test_the_conversion_table_is_only_loaded_where_exact_names_fail():
    code = (
        "import sys; from tests.frames import districts, table; from geo.tables.join import join\n"
        "join(table(奎文区=1), districts({'370705': '奎文区'}), {'奎文区': ['奎文']})\n"
        "print('opencc' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


def test_a_column_may_have_the_name_of_one_of_the_districts():
    """Figures stay apart from the districts' own columns."""
    figures = table(**dict.fromkeys(NAMES.values(), 1)).columns["v"]
    mine = Table(tuple(NAMES.values()), (2, 3, 4, 5), {"host": figures}, "t.csv")
    assert join(mine, WEIFANG, {}).columns == {"host": figures}


def test_inputs_stay_as_they_were():
    before = (WEIFANG.copy(), dict(ALIASES))
    mine = table(滨海区=1)
    join(mine, WEIFANG, ALIASES, allow_districts=list(NAMES))
    assert mine == table(滨海区=1)
    assert WEIFANG.equals(before[0])
    assert before[1] == ALIASES


@given(st.permutations(["奎文区", "滨海", "潍坊市潍城区", "370781"]))
def test_the_order_of_the_rows_changes_nothing(keys: list[str]):
    value = {"奎文区": 1, "滨海": 2, "潍坊市潍城区": 3, "370781": 4}
    joined = join(table(**{k: value[k] for k in keys}), WEIFANG, {})
    assert joined.columns["v"].numbers == (3, 1, 2, 4)
    assert [(m.key, m.by) for m in joined.matches] == [
        ("潍坊市潍城区", "city"), ("奎文区", "name"), ("滨海", "suffix"), ("370781", "code"),
    ]  # fmt: skip


@given(st.sets(st.sampled_from([*NAMES.values(), "火星", "合计", "月球"]), min_size=1))
def test_no_row_and_no_district_is_ever_lost(keys: set[str]):
    figures = dict.fromkeys(sorted(keys), 1)
    joined = join(
        table(**figures), WEIFANG, {},
        allow_rows=sorted(keys), allow_districts=list(NAMES),
    )  # fmt: skip
    assert sorted([m.key for m in joined.matches] + list(joined.unmatched_rows)) == sorted(keys)
    found = [m.name for m in joined.matches] + list(joined.unmatched_districts)
    assert sorted(found) == sorted(NAMES.values())
    assert joined.columns["v"].states.count("value") == len(joined.matches)


def test_a_total_is_a_row_without_district_whatever_the_spec_allows():
    joined = join(table(合计=9, 潍坊市=9, 潍城区=1), WEIFANG, {}, allow_districts=list(NAMES))
    assert (joined.total_rows, joined.unmatched_rows) == (("合计", "潍坊市"), ())


def test_a_city_that_could_not_be_checked_is_a_note():
    own = districts({"1": "朝阳区", "2": "火星区"})
    joined = join(table(长春市朝阳区=1, 火星区=2), own, {})
    assert [str(note) for note in joined.notes] == [
        "t.csv, row 2: '长春市朝阳区' was read as 朝阳区 (1), though where the map's districts are "
        "is not known. Check the city before the name."
    ]


def test_a_district_without_a_row_in_one_period_is_a_gap_there():
    early, late = join_periods([table(奎文区=1), table(奎文区=2, 潍城区=3)], TWO, {})
    assert early.columns["v"].numbers == (None, 1)
    assert late.columns["v"].numbers == (3, 2)
    assert early.unmatched_districts == ("潍城区",)


def test_over_all_periods_a_name_is_unknown_once_and_a_district_lacks_its_rows_once():
    with pytest.raises(MapError) as error:
        join_periods([table(外区=1, 奎文区=1), table(奎文区=2, 外区=3)], TWO, {})
    assert str(error.value).splitlines() == [
        "t.csv, row 2: '外区' matches no district. Correct it, add an alias, or list it in "
        "allow_rows.",
        "districts: 潍城区 (370702) has no row in t.csv. Add one (a blank cell means no data), or "
        "list it in allow_districts.",
    ]


def test_where_one_cause_explains_a_period_no_district_is_said_to_lack_a_row():
    """The second period's table is of another city."""
    others = {f"外{i}区": i for i in range(12)}
    with pytest.raises(MapError) as error:
        join_periods([table(奎文区=1), table(**others)], TWO, {})
    assert "has no row" not in str(error.value)


TWO = districts({"370702": "潍城区", "370705": "奎文区"})

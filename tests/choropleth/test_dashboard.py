"""Several maps: which texts and parts each has beside the others, and the index of places."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.choropleth.dashboard import build_dashboard
from tests.boards import NAN, board
from tests.cli.desks import set_up
from tests.small import small_map, squares


def test_the_index_has_every_place_by_name_with_its_figure_on_each_page():
    made = board()
    assert made.heads == ("Rate (%)", "Share (%)")
    assert [(entry.name, entry.cells) for entry in made.index] == [
        ("Ann", ("No data", "40")),
        ("Bea", ("", "50")),
        ("Évora", ("2", "30")),  # under E
        ("Zoe", ("1", "")),
    ]


def test_in_chinese_places_keep_the_order_of_the_districts():
    names = ["寿光市", "安丘市", "昌邑市"]
    made = board(small_map(names, [1, 2, 3]), small_map(names[::-1], [1, 2, NAN]))
    in_order = list(made.maps[0].districts["name"])
    assert [entry.name for entry in made.index] == in_order
    found = {entry.name: entry.cells for entry in made.index}
    assert found == {
        "寿光市": ("1", made.words["missing"]),
        "安丘市": ("2", "2"),
        "昌邑市": ("3", "1"),
    }


def test_one_measure_of_two_maps_is_told_apart_by_their_titles():
    pair = (small_map(["A"], [1], "en", title=title) for title in ("In 2023", "In 2024"))
    assert board(*pair).heads == ("In 2023: Rate (%)", "In 2024: Rate (%)")


SPEC = """title = "t"
[[pages]]
spec = "weifang.toml"
[[pages]]
spec = "weifang.toml"
measure = "density"
[[pages]]
spec = "weifang.toml"
measure = "projects"
title = "项目"
dek = "个"
"""


def desk(folder: Path, text: str) -> Path:
    path = set_up(folder) / "maps" / "d.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_page_shows_its_measure_under_a_title_that_no_other_has(tmp_path: Path):
    made = build_dashboard(desk(tmp_path, SPEC))
    whole, density, projects = (one.spec for one in made.maps)
    assert [one.measure().id for one in made.maps] == ["investment", "density", "projects"]
    assert [one.name for one in made.maps] == [
        "weifang-investment", "weifang-density", "weifang-projects",
    ]  # fmt: skip
    assert whole.title.startswith("潍坊264个")
    assert density.heading() == ("每平方公里投资", "", ())
    assert projects.heading()[:2] == ("项目", "个")
    # What the first says of notes need not be said again; readers of it alone choose a measure.
    assert len(whole.heading().notes) == 2
    assert ("switch" in whole.embed.parts, "switch" in density.embed.parts) == (True, False)
    assert (whole.page.card, density.page.card) == ((), ("density",))


def test_a_measure_that_a_map_does_not_have_is_named(tmp_path: Path):
    path = desk(tmp_path, SPEC.replace('"density"', '"densty"'))
    with pytest.raises(MapError) as error:
        build_dashboard(path)
    assert str(error.value) == (
        f"{path}, pages[2].measure: the map has no measure 'densty'. Did you mean density?"
    )


def test_maps_without_a_common_district_have_nothing_to_choose(tmp_path: Path):
    path = desk(tmp_path, SPEC + '[[pages]]\nspec = "other.toml"\n')
    other = tmp_path / "maps" / "other.toml"
    other.write_text(
        'title = "o"\nsource = "s"\n[boundaries]\nfile = "o.geojson"\n[table]\nfile = "o.csv"\n'
        'key = "name"\n[[measures]]\nid = "a"\nlabel = "a"\nunit = ""\nkind = "total"\n'
        'column = "a"\n',
        encoding="utf-8",
    )
    other.with_name("o.csv").write_text("name,a\nA,1\nB,2\n", encoding="utf-8")
    squares(["A", "B"]).to_file(other.with_name("o.geojson"), driver="GeoJSON")
    with pytest.raises(MapError) as error:
        build_dashboard(path)
    assert str(error.value) == (
        f"{path}, pages[4].spec: has no district of the first map: none could be chosen in both. "
        "Show maps of the same districts; they are the same if their codes are."
    )

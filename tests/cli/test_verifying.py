"""`geo verify`: a published file against its spec, and what it says of versions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.base.packaged import version
from geo.choropleth.datafiles import to_csv
from geo.cli.verifying import spec_beside, verify
from geo.web.embed import embed
from geo.web.page import page
from tests.cli.desks import geo, set_up
from tests.weifang import SPEC, weifang


@pytest.fixture(scope="module")
def published() -> dict[str, str]:
    return {
        "page": page(weifang()),
        "embed": embed(weifang()).html,
        "csv": to_csv(weifang()).decode("utf-8-sig"),
    }


def verified(text: str, tmp_path: Path, capsys) -> tuple[bool, str]:
    path = tmp_path / "p.html"
    path.write_text(text, encoding="utf-8")
    clean = verify(path, SPEC)
    return clean, capsys.readouterr().out


@pytest.mark.parametrize("form", ["page", "embed", "csv"])
def test_what_the_spec_gives_is_clean(form: str, published, tmp_path: Path, capsys):
    clean, said = verified(published[form], tmp_path, capsys)
    assert clean
    assert "16 districts, 4 measures: all as in" in said


def test_a_figure_changed_in_the_data_is_named_with_both_values(published, tmp_path, capsys):
    wrong = published["embed"].replace('"investment":84.5', '"investment":94.5')
    clean, said = verified(wrong, tmp_path, capsys)
    assert not clean
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in said.splitlines()]
    assert ["investment", "潍城区 370702", "94.5", "84.5", "-10"] in rows


def test_a_text_changed_in_the_table_is_named_with_its_district(published, tmp_path, capsys):
    clean, said = verified(published["page"].replace(">84.5<", ">48.5<"), tmp_path, capsys)
    assert not clean
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in said.splitlines()]
    assert ["text", "潍城区 370702", "48.5", "84.5"] in rows


@pytest.mark.parametrize("form", ["page", "embed"])
def test_one_vertex_and_one_break_that_were_moved_are_named(form, published, tmp_path, capsys):
    outline = re.search(r' d="M(\d+) ', published[form])
    moved = f' d="M{int(outline[1]) + 1} '
    wrong = (
        published[form].replace(outline[0], moved, 1).replace('"edges":[0,50,', '"edges":[0,51,')
    )
    assert wrong.count("[0,51,") == 1
    clean, said = verified(wrong, tmp_path, capsys)
    assert not clean
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in said.splitlines()]
    assert any(row[0] == "outline" for row in rows if row)
    assert ["investment", "0 51 90 130 170 200", "0 50 90 130 170 200"] in rows


def test_a_page_of_another_version_may_have_other_scripts_and_says_so(published, tmp_path, capsys):
    other = published["page"].replace(f"geo-choropleth {version()}", "geo-choropleth 0.0.9")
    clean, said = verified(other.replace("<style>", "<style>b{}"), tmp_path, capsys)
    assert clean
    assert f"made by geo 0.0.9; this is geo {version()}, which may draw otherwise" in said


def test_scripts_of_nobody_knows_whom_are_a_difference(published, tmp_path, capsys):
    clean, said = verified(published["embed"].replace("<style>", "<style>b{}"), tmp_path, capsys)
    assert not clean
    assert f"scripts or styles are not those of geo {version()}" in said


def test_the_command_has_its_exit_status(tmp_path: Path):
    desk = set_up(tmp_path)
    (desk / "p.html").write_text(embed(weifang()).html, encoding="utf-8")
    ran = geo("verify", "p.html", "--spec", "maps/weifang.toml", cwd=desk)
    assert (ran.returncode, ran.stderr) == (0, "")
    table = desk / "data" / "projects.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("84.5", "84.4"), encoding="utf-8")
    assert geo("verify", "p.html", "--spec", "maps/weifang.toml", cwd=desk).returncode == 1
    none = geo("verify", "p.html", "--spec", "maps/none.toml", cwd=desk)
    assert (none.returncode, none.stdout) == (2, "")


def test_the_spec_is_the_one_beside_the_page_whose_name_it_has(tmp_path: Path):
    for name in (
        "a.toml",
        "a-b.toml",
        "b.toml",
        "a.html",
        "a-b-embed.html",
        "a-2024.csv",
        "c.html",
    ):
        (tmp_path / name).touch()
    found = [spec_beside(tmp_path / n).name for n in ("a.html", "a-b-embed.html", "a-2024.csv")]
    assert found == ["a.toml", "a-b.toml", "a.toml"]
    with pytest.raises(MapError) as caught:
        spec_beside(tmp_path / "c.html")
    assert str(caught.value) == (
        f"{tmp_path / 'c.html'}: no spec in {tmp_path} has its name. "
        "Say which it was built from: --spec maps/weifang.toml."
    )
    with pytest.raises(MapError, match="no such file"):
        spec_beside(tmp_path / "d.html")


def test_a_page_of_another_map_is_told_in_one_line(published, tmp_path: Path, capsys):
    codes = re.compile(r"3707(\d\d)")
    clean, said = verified(codes.sub(r"3708\1", published["csv"]), tmp_path, capsys)
    assert not clean
    assert said.splitlines()[1:] == [
        "another map: none of its 16 districts is among the 16 that the spec gives. Is it of "
        "another spec?"
    ]

"""Which spec is meant where none is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.cli.own import chosen_specs, is_dashboard, own_specs
from tests.cli.desks import geo

SPEC = "[[measures]]\n"


def put(folder: Path, *names: str, text: str = SPEC) -> None:
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def test_files_with_measures_are_specs_even_broken_ones(tmp_path: Path):
    put(tmp_path, "b.toml", "a.toml", "maps/c.toml")
    put(tmp_path, "broken.toml", text="title = 成都\n[[measures]]\n")
    put(tmp_path, "pyproject.toml", "style.toml", text="[tool.ruff]\n")
    put(tmp_path, "readme.md")
    names = [path.relative_to(tmp_path).as_posix() for path in own_specs(tmp_path)]
    assert names == ["a.toml", "b.toml", "broken.toml", "maps/c.toml"]


def test_a_file_with_pages_and_no_measures_is_a_dashboard(tmp_path: Path):
    put(tmp_path, "map.toml")
    put(tmp_path, "board.toml", text='[[pages]]\nspec = "map.toml"\n')
    put(tmp_path, "broken.toml", text="[[pages]\n")
    assert [p.stem for p in sorted(tmp_path.glob("*.toml")) if is_dashboard(p)] == ["board"]
    assert not is_dashboard(tmp_path / "none.toml")


def test_the_only_one_is_taken_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "qingdao.toml")
    assert list(chosen_specs(())) == [Path("qingdao.toml")]
    assert capsys.readouterr().err == "… qingdao.toml, the only spec here\n"
    assert list(chosen_specs((Path("x.toml"),))) == [Path("x.toml")]


def test_the_house_style_beside_several_specs_is_none_of_them(tmp_path: Path):
    put(tmp_path, "a.toml", "b.toml")
    put(tmp_path, "style.toml", text="radius = 4\n")
    a, b, style = (tmp_path / name for name in ("a.toml", "b.toml", "style.toml"))
    assert list(chosen_specs((a, b, style))) == [a, b]
    assert list(chosen_specs((style,))) == [style]  # whoever reads it as a map says what is wrong


def test_of_several_one_is_asked_for_and_of_none_how_to_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(MapError) as caught:
        chosen_specs(())
    assert str(caught.value) == (
        "no spec is named, and there is none here or in maps. `geo new` starts one: geo new 青岛, "
        "geo new World."
    )
    put(tmp_path, "a.toml", "maps/b.toml")
    with pytest.raises(MapError) as caught:
        chosen_specs(())
    assert str(caught.value) == "2 specs are here: a.toml, maps/b.toml. Name one, or several."


def test_the_default_map_goes_before_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "a.toml", "maps/weifang.toml")
    assert list(chosen_specs(())) == [Path("maps/weifang.toml")]


def test_a_map_that_was_started_is_checked_and_built_without_naming_it(tmp_path: Path):
    assert geo("new", "370700", cwd=tmp_path).returncode == 0
    for words in (["check"], ["build", "--only", "data"]):
        done = geo(*words, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert "… weifang.toml, the only spec here" in done.stderr
    assert (tmp_path / "weifang.csv").is_file()

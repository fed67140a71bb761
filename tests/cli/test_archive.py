"""An edition is kept under its date, and stays what it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from geo.base.errors import MapError
from geo.cli.archive import additions
from geo.cli.main import cli
from tests.cli.desks import change, files, set_up

REMEDY = (
    "Give `edition` another date, or for a correction of that day a number: 2024-02-26-2. "
    "geo diff says what changed."
)
DATED = {"weifang-2024-02-26.csv", "weifang-2024-02-26.geojson"}


def geo(*words: str) -> Result:
    return CliRunner().invoke(cli, words)


def archive(*words: str) -> Result:
    return geo("build", "maps/weifang.toml", "--archive", "--only", "data", *words)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(set_up(tmp_path))
    change(tmp_path / "maps/weifang.toml", "title =", "edition = 2024-02-26\ntitle =")
    return tmp_path


def dated(desk: Path) -> dict[str, bytes]:
    return {name: (desk / "maps" / name).read_bytes() for name in DATED}


def test_the_newest_keeps_its_name_and_the_edition_before_it_its_content(desk: Path):
    assert archive().exit_code == 0
    assert files(desk) == {"weifang.toml", "weifang.csv", "weifang.geojson", *DATED}
    before = dated(desk)
    assert before["weifang-2024-02-26.csv"] == (desk / "maps/weifang.csv").read_bytes()
    change(desk / "data/projects.csv", "84.5", "84.6")
    change(desk / "maps/weifang.toml", "2024-02-26\n", '"2024-03"\n')
    assert archive().exit_code == 0
    assert dated(desk) == before
    newest, kept = (
        (desk / "maps" / f"weifang{date}.csv").read_bytes() for date in ("", "-2024-03")
    )
    assert newest == kept != before["weifang-2024-02-26.csv"]


def test_an_edition_that_would_change_is_refused_and_nothing_is_written(desk: Path):
    assert archive().exit_code == archive().exit_code == archive("--check").exit_code == 0
    before = dated(desk) | {"": (desk / "maps/weifang.csv").read_bytes()}
    change(desk / "data/projects.csv", "84.5", "84.6")
    ran = archive()
    assert str(ran.exception) == "\n".join(
        f"maps/{name}: is archived, and would be another file. {REMEDY}"
        for name in ("weifang-2024-02-26.geojson", "weifang-2024-02-26.csv")
    )
    assert dated(desk) | {"": (desk / "maps/weifang.csv").read_bytes()} == before
    assert archive("--check").exit_code == 1
    # Without the option a draft may change as often as it will.
    assert geo("build", "maps/weifang.toml", "--only", "data").exit_code == 0
    assert dated(desk).items() <= before.items()


def test_a_map_without_a_date_is_refused_by_name(desk: Path):
    change(desk / "maps/weifang.toml", "edition = 2024-02-26\n", "")
    assert str(archive().exception) == (
        "maps/weifang.toml: has no `edition` to be archived under. "
        'Write its date at the top: edition = "2024-02-26".'
    )
    assert files(desk) == {"weifang.toml"}


def test_a_plate_named_as_the_edition_would_be_the_same_file(desk: Path):
    spec = desk / "maps/weifang.toml"
    plates = '\n[[plates]]\n\n[[plates]]\nname = "2024-02-26"\n'
    spec.write_text(spec.read_text(encoding="utf-8") + plates, encoding="utf-8")
    ran = geo("build", "maps/weifang.toml", "--archive", "--only", "png")
    assert str(ran.exception) == (
        "maps/weifang-2024-02-26.png: would be written twice. Give each its own file."
    )


def test_an_archived_page_is_verified_by_the_name_it_has(desk: Path):
    """Its file names, such as those of downloads, have the date; they are no forgery."""
    words = ("build", "maps/weifang.toml", "--archive", "--only", "embed")
    assert geo(*words).exit_code == 0
    page = "maps/weifang-2024-02-26-embed.html"
    assert b"weifang-2024-02-26" in (desk / page).read_bytes()
    assert geo("verify", page, "--spec", "maps/weifang.toml").exit_code == 0
    snippet = (desk / "maps/weifang-2024-02-26-embed.txt").read_text(encoding="utf-8")
    assert 'src="weifang-2024-02-26-embed.html"' in snippet
    assert 'src="weifang-embed.html"' not in snippet


def test_only_what_an_archive_lacks_is_added(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"1")
    assert additions({tmp_path / "a": b"1", tmp_path / "b": b"2"}) == {tmp_path / "b": b"2"}
    with pytest.raises(MapError) as error:
        additions({tmp_path / "a": b"2"})
    assert str(error.value) == (f"{tmp_path}/a: is archived, and would be another file. {REMEDY}")

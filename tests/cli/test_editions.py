"""`geo diff`: what it prints, and its exit status."""

from __future__ import annotations

import json
from pathlib import Path

from tests.choropleth.editions import edition, files
from tests.cli.desks import change as rewrite
from tests.cli.desks import geo, set_up


def test_a_page_against_the_spec_whose_table_changed(tmp_path: Path):
    """The newsroom's question: what would publishing now change?"""
    desk = set_up(tmp_path)
    assert geo("build", "maps/weifang.toml", "--only", "html", cwd=desk).returncode == 0
    pair = ("maps/weifang.html", "maps/weifang.toml")
    same = geo("diff", *pair, cwd=desk)
    assert (same.returncode, same.stderr) == (0, "")
    assert "nothing differs" in same.stdout
    rewrite(desk / "data" / "projects.csv", "84.5", "84.6")
    told = geo("diff", *pair, "--json", cwd=desk)
    assert (told.returncode, told.stderr) == (1, "")
    found = json.loads(told.stdout)
    assert found["same"] is False
    assert found["not_compared"] == []
    assert found["old"]["version"] == found["new"]["version"] != ""
    assert found["changes"][0] == {
        "kind": "value", "measure": "investment", "code": "370702", "name": "潍城区",
        "old": "84.5", "new": "84.6", "difference": "0.1",
    }  # fmt: skip
    # Each figure that follows from it is there, too.
    assert {c["measure"] for c in found["changes"]} == {"investment", "per_project", "density"}


def test_what_a_file_does_not_hold_is_said_and_is_no_difference(tmp_path: Path):
    made = files(edition(), tmp_path)
    ran = geo("diff", made["csv"], made["html"], cwd=tmp_path)
    assert ran.returncode == 0
    assert (
        "not compared, as one of the files does not hold them: texts, breaks, palette" in ran.stdout
    )


def test_a_file_that_is_no_map_is_status_2_without_a_traceback(tmp_path: Path):
    (tmp_path / "a.html").write_text("<p>")
    ran = geo("diff", "a.html", "b.html", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == (
        "a.html: holds no data of a map. "
        "Give a page, an embed, a CSV or a GeoJSON file that geo build wrote.\n"
    )

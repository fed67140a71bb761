"""`geo extract`: which files it writes, and what it refuses."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from geo.base.errors import MapError
from geo.cli.extract import extract_command


@pytest.fixture
def path(root):
    return root / "data" / "releases" / "weifang-2024-02-26.txt"


def run(*arguments) -> tuple[int, str, str]:
    result = CliRunner().invoke(extract_command, [str(a) for a in arguments])
    if isinstance(result.exception, MapError):
        return 2, "", str(result.exception)  # as the command line reports it
    return result.exit_code, result.stdout, result.stderr


def test_the_command_writes_table_totals_and_review(path, tmp_path, root):
    polygons = root / "data" / "boundaries" / "weifang.geojson"
    files = ("-o", tmp_path / "p.csv", "--review", tmp_path / "r.html")
    code, out, _ = run(path, *files, "--boundaries", polygons)
    assert code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["p.csv", "p.totals.csv", "r.html"]
    assert (tmp_path / "p.csv").read_bytes() == (root / "data" / "projects.csv").read_bytes()
    # On one line, however long the path before it is.
    assert out.splitlines()[0] == f"{path}: 16 rows, 16 stated totals, 11 numbers unused"


@pytest.mark.parametrize(
    ("text", "arguments", "message"),
    [
        ("奎文区16个项目。", ("--event", "2"), "has no event 2. It has 1."),
    ],
)  # fmt: skip
def test_bad_input_is_one_message_and_nothing_is_written(tmp_path, text, arguments, message):
    article = tmp_path / "a.txt"
    article.write_text(text, encoding="utf-8")
    code, _, error = run(article, "-o", tmp_path / "a.csv", *arguments)
    assert (code, error) == (2, f"{article}: {message}")
    assert not (tmp_path / "a.csv").exists()


def test_one_event_of_several_can_be_written_alone(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("奎文区签约16个，开工10个；潍城区签约15个。", encoding="utf-8")
    run(article, "-o", tmp_path / "all.csv")
    run(article, "-o", tmp_path / "two.csv", "--event", "2")
    assert (
        tmp_path / "all.csv"
    ).read_text() == "district,event,projects\n奎文区,签约,16\n潍城区,签约,15\n奎文区,开工,10\n"
    assert (tmp_path / "two.csv").read_text() == "district,projects\n奎文区,10\n"


def test_the_command_reports_a_contradiction_with_status_1_and_writes_what_was_said(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text(
        "全市开工30个。奎文区16个，潍城区15个。潍城区14个项目开工。", encoding="utf-8"
    )
    code, out, _ = run(article, "-o", tmp_path / "a.csv")
    assert code == 1
    assert "CONTRADICTION 潍城区, projects: 15个 (line 1) ≠ 14个 (line 1); neither is taken" in out
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "district,projects\n奎文区,16\n"


def test_an_unknown_name_is_reported_with_status_3(tmp_path, root):
    article = tmp_path / "a.txt"
    article.write_text("奎文区16个，总投资81.8亿元；云山县15个，总投资84.5亿元。", encoding="utf-8")
    code, out, _ = run(article, "--boundaries", root / "data" / "boundaries" / "weifang.geojson")
    assert code == 3
    assert "not among the districts: 云山县" in out


def test_json_takes_the_place_of_the_report(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("奎文区16个项目。", encoding="utf-8")
    code, out, _ = run(article, "--json")
    assert (code, json.loads(out)["rows"][0]["district"]) == (0, "奎文区")


def test_totals_go_beside_the_table_or_where_they_are_wanted(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("全市开工16个项目。奎文区16个项目。", encoding="utf-8")
    run(article, "-o", tmp_path / "one.csv")
    run(article, "-o", tmp_path / "two.csv", "--totals", tmp_path / "sums.csv")
    names = {made.name for made in tmp_path.iterdir()}
    assert names == {"a.txt", "one.csv", "one.totals.csv", "two.csv", "sums.csv"}
    assert (tmp_path / "sums.csv").read_bytes() == (tmp_path / "one.totals.csv").read_bytes()


def test_the_article_is_not_written_over(tmp_path):
    article = tmp_path / "a.csv"
    article.write_text("奎文区16个项目。", encoding="utf-8")
    code, _, error = run(article, "-o", article)
    assert (code, error) == (
        2,
        f"{article}: is read, and would be written over. "
        "Write to another file, or rename the input.",
    )
    assert article.read_text(encoding="utf-8") == "奎文区16个项目。"


def test_a_text_without_figures_is_no_error_and_makes_no_table(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("今天奎文区天气很好。", encoding="utf-8")
    code, out, error = run(article, "-o", tmp_path / "a.csv")
    assert (code, "no figures of districts were read" in out) == (0, True)
    assert f"{tmp_path / 'a.csv'} not written: no figures of districts were read" in error
    assert not (tmp_path / "a.csv").exists()


def test_a_joint_figure_is_left_unread_with_status_3(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("奎文区、潍城区分别举行开工仪式，项目共82个。", encoding="utf-8")
    code, out, _ = run(article)
    assert (code, "! 1 numbers of districts were left unread" in out) == (3, True)


def test_a_folder_becomes_one_long_table_with_date_and_source(tmp_path):
    folder = tmp_path / "releases"
    folder.mkdir()
    (folder / "a.txt").write_text("2024年2月26日，奎文区开工项目16个。", encoding="utf-8")
    (folder / "b.txt").write_text("奎文区开工项目约20个。", encoding="utf-8")
    (folder / "c.csv").write_text("no release", encoding="utf-8")
    code, _, _ = run(folder, "-o", tmp_path / "all.csv", "--review", tmp_path / "pages")
    assert code == 0
    assert (tmp_path / "all.csv").read_text(encoding="utf-8").splitlines() == [
        "date,source,event,district,column,value,unit,approximate",
        f"2024-02-26,{folder / 'a.txt'},,奎文区,projects,16,个,",
        f",{folder / 'b.txt'},,奎文区,projects,20,个,约",
    ]
    assert sorted(page.name for page in (tmp_path / "pages").iterdir()) == [
        "a.txt.html",
        "b.txt.html",
    ]


def test_of_several_releases_a_list_is_printed_and_the_gravest_status_returned(tmp_path):
    texts = (
        "奎文区开工项目16个。",
        "奎文区、潍城区共开工项目31个。",
        "全市开工项目9个，奎文区16个。",
    )
    paths = [tmp_path / f"{i}.txt" for i in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    code, out, _ = run(*paths, "--json")
    assert code == 1
    assert [len(release["rows"]) for release in json.loads(out)] == [1, 0, 1]
    assert run(*paths[:2])[0] == 3


@pytest.mark.parametrize("option", [("--event", "1"), ("--totals", "t.csv")])
def test_what_is_for_one_release_is_refused_for_several(tmp_path, option):
    (tmp_path / "a.txt").write_text("奎文区16个项目。", encoding="utf-8")
    _, _, error = run(tmp_path / "a.txt", tmp_path / "a.txt", *option)
    message = f"{option[0]}: is for one release, and there are 2. Read that release alone."
    assert error == message


def test_a_folder_without_releases_is_refused(tmp_path):
    _, _, error = run(tmp_path)
    assert error == (
        f"{tmp_path}: has no releases in it. Releases end in .txt, .md, .html, .htm, .docx, .pdf."
    )


def test_another_measure_is_read_instead(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("奎文区地区生产总值432.1亿元，增长6.1%；开工项目16个。", encoding="utf-8")
    code, out, _ = run(article, "--json", "--measure", "gdp=地区生产总值:亿元")
    (row,) = json.loads(out)["rows"]
    assert (code, {c: cell["value"] for c, cell in row["cells"].items()}) == (0, {"gdp": "432.1"})


def test_the_level_of_the_atlas_is_that_of_the_names_in_the_text(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("贵阳市开工项目30个；遵义市48个；黔南州20个。", encoding="utf-8")
    code, out, _ = run(article, "--json", "--boundaries", "520000")
    assert code == 0
    assert [row["district"] for row in json.loads(out)["rows"]] == [
        "贵阳市", "遵义市", "黔南布依族苗族自治州",
    ]  # fmt: skip

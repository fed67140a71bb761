"""Every command and file of the tutorials and how-tos does what the page says, in its order."""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import pytest
import yaml

import geo
from geo.cli.main import cli
from geo.spec.measure import MeasureSpec
from geo.spec.model import MapSpec
from geo.spec.plate import PlateSpec
from tests.plate.press_profile import cmyk_profile

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
TUTORIALS = sorted(path.name for path in DOCS.glob("tutorial*.md"))
HOWTOS = sorted(path.name for path in DOCS.glob("howto-*.md") if ".zh" not in path.name)
#: Other pages with commands to follow.
GUIDES = ("dashboard.md", "editions.md", "records.md", "release.md", "../data/boundaries/README.md")
#: What these find in "the folder of this repository".
FILES = (
    "maps/weifang.toml", "maps/weifang-four.toml", "maps/weifang.csv", "maps/weifang.geojson",
    "data",
)  # fmt: skip
PAGES = sorted([*ROOT.glob("README*.md"), *DOCS.rglob("*.md"), *(ROOT / "data").rglob("*.md")])
#: What installs is beyond a test.
INSTALLS = ("make ", "uvx ", "pip install ")


class Block(NamedTuple):
    language: str
    title: str
    text: str


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page."""
    found = re.findall(
        r'^ *```(\w+)(?: title="([^"]*)")?\n(.*?)^ *```$',
        page.read_text(),
        re.MULTILINE | re.DOTALL,
    )  # those of a list are set in
    return [Block(language, title, textwrap.dedent(text)) for language, title, text in found]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """An empty folder, with `geo` on the path as an installation has it."""
    tools = tmp_path / "tools"
    tools.mkdir()
    script = tools / "geo"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m geo "$@"\n')
    script.chmod(0o755)
    folder = tmp_path / "desk"
    folder.mkdir()
    return folder


def follow(page: Path, folder: Path, *, only: str = "") -> None:
    """Do what a page says, step by step; of commands perhaps only those of one program."""
    path = f"{folder.parent / 'tools'}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}
    done = 0
    for block in blocks(page):
        if block.language in {"csv", "toml", "text"} and block.title:
            (folder / block.title).write_text(block.text)
            continue
        if block.language not in {"sh", "python"} or not block.text.startswith(only):
            continue
        command = ["sh", "-ec"] if block.language == "sh" else [sys.executable, "-c"]
        # Other files cost seconds, and the tutorial makes them.
        text = block.text
        if only:
            text = re.sub("^geo build", "geo build --only html", text, flags=re.MULTILINE)
        if page.name in HOWTOS:
            text = re.sub("^geo dashboard", "geo dashboard --only html", text, flags=re.MULTILINE)
        ran = subprocess.run(
            [*command, text], cwd=folder, env=environment, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        wanted = int(block.title.removeprefix("exit status ")) if block.title else 0
        assert ran.returncode == wanted, f"{page.name}: {block.text}{ran.stdout}{ran.stderr}"
        assert "Traceback" not in ran.stderr
        done += 1
    assert done


@pytest.mark.parametrize("name", TUTORIALS)
def test_a_beginner_who_follows_the_tutorial_has_a_map(name: str, desk: Path):
    follow(DOCS / name, desk)
    for file in ("qingdao.html", "qingdao-embed.html", "qingdao-embed.txt"):
        assert (desk / file).stat().st_size > 5_000


def test_the_readme_can_be_followed(desk: Path):
    """What installs and tests (`make`, `uvx`, `pipx`) is beyond a test, Python in a how-to."""
    (desk / "maps").mkdir()
    shutil.copytree(ROOT / "data", desk / "data")
    shutil.copy(ROOT / "data/releases/weifang-2024-02-26.txt", desk / "release.txt")
    (desk / "2024").symlink_to("maps")  # the earlier edition is the one just made
    follow(ROOT / "README.md", desk, only="geo ")
    translated = blocks(ROOT / "README.zh-CN.md")
    said = [re.sub(r" *#.*", "", block.text) for block in translated if block.title]
    assert said == [re.sub(r" *#.*", "", b.text) for b in blocks(ROOT / "README.md") if b.title]


@pytest.mark.parametrize("name", [*HOWTOS, *GUIDES])
def test_a_how_to_can_be_followed(name: str, desk: Path):
    for file in FILES:
        target = desk / file
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (ROOT / file).is_dir() else shutil.copy)(ROOT / file, target)
    (desk / "maps" / "press.icc").write_bytes(cmyk_profile())
    follow(DOCS / name, desk)


def test_a_page_in_chinese_has_the_same_files_and_commands_and_each_links_to_the_other():
    translated = [page for page in DOCS.glob("*.zh-CN.md") if page.name not in TUTORIALS]
    assert {name.replace(".md", ".zh-CN.md") for name in HOWTOS} < {p.name for p in translated}
    for page in translated:
        english = DOCS / page.name.replace(".zh-CN", "")
        assert blocks(page) == blocks(english)
        assert f"]({page.name})" in english.read_text().split("\n## ")[0]
        assert f"]({english.name})" in page.read_text().split("\n## ")[0]


def test_no_page_has_commands_that_no_test_runs():
    followed = {DOCS / name for name in (*TUTORIALS, *HOWTOS)} | {ROOT / "README.md"}
    followed |= {(DOCS / name).resolve() for name in GUIDES}
    followed |= {page for page in PAGES if page.name.endswith(".zh-CN.md")}  # the same
    assert [
        f"{page.relative_to(ROOT)}: {block.text}"
        for page in PAGES
        if page not in followed
        for block in blocks(page)
        if block.language == "sh" and not block.text.startswith(INSTALLS)
    ] == []


def commands(page: Path) -> Iterator[list[str]]:
    """Every `geo` command of a page, in blocks that nobody runs and within lines, too."""
    text = page.read_text()
    fenced = re.findall(r"^ *```(?:sh|text)[^\n]*\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL)
    lines = [line for block in fenced for line in block.splitlines()]
    lines += re.findall(r"`(geo [^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    for line in lines:
        for part in re.split(r"\s[|>]\s|;| {3,}|\s#\s", line):
            if re.match(r" *geo [a-z]", part) and "…" not in part:
                yield shlex.split(part)[1:]


def test_every_command_of_every_page_is_one_that_geo_has():
    """Names that stand for files are as good as files: nothing is run."""
    wrong = []
    for page in PAGES:
        for name, *words in commands(page):
            command = cli.commands.get(name)
            try:
                assert command, "no such command"
                context = click.Context(command)
                _, rest, _ = command.make_parser(context).parse_args(words)
                assert not rest, f"too many: {rest}"
            except (click.UsageError, AssertionError) as error:
                wrong.append(f"{page.relative_to(ROOT)}: geo {name} {' '.join(words)}: {error}")
    assert wrong == []


def test_pages_link_to_what_is_there():
    missing = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]
        for link in re.findall(r"\]\(([^)#\s]+)", re.sub(r"`[^`\n]*`", "", page.read_text()))
        if "://" not in link
        and not link.startswith(("mailto:", "reference-"))
        and not (page.parent / link).exists()
    ]
    assert missing == []


def site():
    spec = importlib.util.spec_from_file_location("make_site", DOCS / "make_site.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_points_of_a_list_with_code_between_them_are_four_spaces_deep_on_the_site():
    text = "1. One:\n\n   ```sh\n   geo build\n   ```\n\n   more\n2. Two\n\nText\n   of a line\n"
    deep = (
        "1. One:\n\n    ```sh\n    geo build\n    ```\n\n    more\n2. Two\n\nText\n   of a line\n"
    )
    assert site().deep_lists(text) == deep


def test_chinese_sentences_have_no_blank_at_the_end_of_a_line_on_the_site():
    text = "地图，\n表格。\n\n- 一项\n  两行\n- 文字\n`geo`\n\n```csv\n区县\n奎文区\n```\n| 列 |\n"
    assert site().joined_lines(text) == (
        "地图，表格。\n\n- 一项两行\n- 文字\n`geo`\n\n```csv\n区县\n奎文区\n```\n| 列 |\n"
    )


def test_the_references_have_every_key_every_command_and_every_public_name():
    made = site()
    keys, commands, names = made.spec_page(), made.commands_page(), made.python_page()
    models = [MapSpec, PlateSpec, MeasureSpec]
    assert [f for model in models for f in model.model_fields if f"| `{f}` |" not in keys] == []
    for line in keys.splitlines():
        if line.startswith("| `"):
            assert len(re.findall(r"(?<!\\)\|", line)) == 5, line
    assert [name for name in cli.commands if f"## geo {name}\n" not in commands] == []
    assert [name for name in geo.__all__ if f".{name}\n" not in names] == []
    assert set(re.findall(r"^::: (\S+)$", names, re.MULTILINE)) >= {"geo.choropleth.draft.new"}


def test_the_workflow_and_the_hook_are_yaml_that_runs_what_geo_has():
    workflow = yaml.safe_load((DOCS / "examples" / "maps.yml").read_text())
    assert workflow[True] == {  # YAML 1.1 reads `on` as a truth value
        "pull_request": {"paths": ["maps/**", "data/**"]}, "push": {"branches": ["main"]},
    }  # fmt: skip
    (job,) = workflow["jobs"].values()
    assert {"runs-on", "steps", "timeout-minutes"} <= set(job)
    assert all(bool(step.get("uses")) != bool(step.get("run")) for step in job["steps"])
    (repo,) = yaml.safe_load((DOCS / "examples" / "pre-commit-config.yaml").read_text())["repos"]
    (hook,) = repo["hooks"]
    assert {"id", "name", "entry", "language", "files"} <= set(hook)
    # Totals come to contradict the sum in a table: no spec is changed then.
    assert all(
        re.search(hook["files"], path) for path in ("maps/weifang.toml", "data/projects.csv")
    )
    assert not hook["pass_filenames"]
    runs = [hook["entry"], *(step.get("run", "") for step in job["steps"])]
    commands = [run.split("geo ")[1].split()[0] for run in runs if "geo " in run]
    assert commands == ["check", "check", "build"]
    assert set(commands) <= set(cli.commands)
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"][
        "optional-dependencies"
    ]
    asked = re.findall(r"geo-choropleth\[([\w,]+)\]", " ".join(map(str, [*runs, hook])))
    assert len(asked) == 2
    assert {name for some in asked for name in some.split(",")} <= set(extras)


def test_every_page_has_its_place_in_the_site():
    navigation = (DOCS / "mkdocs.yml").read_text()
    pages = [path.relative_to(ROOT).as_posix() for path in DOCS.glob("*.md")]
    assert [page for page in pages if page not in navigation] == []
    named = re.findall(r"(?:: |- )([\w./-]+\.md)$", navigation, re.MULTILINE)
    written = {"docs/reference-spec.md", "docs/reference-commands.md", "docs/reference-python.md"}
    assert [page for page in named if page not in written and not (ROOT / page).exists()] == []

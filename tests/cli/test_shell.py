"""What a shell completes, and the page that `man` shows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from geo.cli.main import cli


def printed(*arguments: str) -> str:
    ran = CliRunner().invoke(cli, arguments)
    assert ran.exit_code == 0, ran.output
    return ran.output


@pytest.mark.parametrize(
    ("shell", "line"),
    [
        ("bash", "complete -o nosort -F _geo_completion geo"),
        ("zsh", "#compdef geo"),
        ("fish", "complete --no-files --command geo"),
    ],
)
def test_the_script_of_each_shell_is_for_geo(shell: str, line: str):
    script = printed("completion", shell)
    assert line in script
    assert f"_GEO_COMPLETE={shell}_complete" in script
    # In the help of a command commas are commas.
    assert 'split "," $completion' not in script


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")
def test_bash_takes_the_script():
    subprocess.run(["bash", "-n"], input=printed("completion", "bash"), text=True, check=True)


def test_a_shell_that_is_not_known_is_refused_by_name():
    ran = CliRunner().invoke(cli, ["completion", "csh"])
    assert ran.exit_code == 2
    assert "'csh' is not one of 'bash', 'zsh', 'fish'" in ran.output


def test_a_half_written_command_is_completed_as_the_script_asks():
    asked = {"_GEO_COMPLETE": "bash_complete", "COMP_WORDS": "geo bu", "COMP_CWORD": "1"}
    code = "import sys; sys.argv[0] = 'geo'; from geo.cli.main import main; main()"
    ran = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **asked}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert ran.stdout == "plain,build\n"


def test_the_manual_page_has_every_command_and_every_option():
    page = printed("man").replace("\\-", "-")
    assert page.startswith('.TH GEO 1 "" "geo ')
    assert ".SH NAME\ngeo - Choropleth maps that agree" in page
    context = click.Context(cli)
    for name in cli.list_commands(context):
        assert f'.SS "geo {name} ' in page
        for parameter in cli.get_command(context, name).params:
            if isinstance(parameter, click.Option):
                assert max(parameter.opts, key=len) in page
    assert "0 done, 1 a check found a difference" in page


def test_no_text_of_the_manual_page_is_taken_for_a_request_of_its_language():
    known = {"TH", "SH", "SS", "PP", "TP", "nf", "fi", "B", "I"}
    lines = printed("man").splitlines()
    assert {re.match(r"[.'](\w+)", line)[1] for line in lines if line[:1] in {".", "'"}} <= known


@pytest.mark.skipif(not shutil.which("groff"), reason="no groff here")
def test_groff_sets_the_manual_page_without_a_warning():
    ran = subprocess.run(
        ["groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-z"], input=printed("man"), text=True,
        capture_output=True, check=True,
    )  # fmt: skip
    assert ran.stderr == ""

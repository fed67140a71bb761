"""`geo says` prints every measure's sentences with their figures."""

from __future__ import annotations

from click.testing import CliRunner

from geo.cli.says import says_command
from tests.weifang import SPEC


def test_sentences_and_figures_of_one_measure_or_all():
    one = CliRunner().invoke(says_command, [str(SPEC), "--measure", "projects"])
    assert one.exit_code == 0, one.output
    lines = one.stdout.splitlines()
    assert lines[0] == "projects"
    assert lines[1].startswith("  项目数最高为")
    assert lines[2].startswith("      ")
    every = CliRunner().invoke(says_command, [str(SPEC)]).stdout
    heads = [line for line in every.splitlines() if not line.startswith(" ")]
    assert heads == ["investment", "projects", "per_project", "density"]

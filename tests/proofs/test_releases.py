"""Our own releases: no cell is wrong, and what was read before is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.release.extract import extract
from proofs.releases.__main__ import TOLD
from proofs.releases.generator import generated, joint, trapped
from proofs.releases.labels import labelled, read_cases, score, tally

HERE = Path(__file__).parents[2] / "proofs" / "releases"
CASES = [case for name in TOLD for case in read_cases(HERE / f"{name}.txt")]


@pytest.mark.parametrize("case", CASES, ids=[f"{c.form}: {c.text[:40]}" for c in CASES])
def test_a_text_gives_its_cells_and_no_other(case):
    found = score(case, case.read())
    assert (found.wrong, found.contradictions) == ((), 0)
    if not case.hard:
        assert (found.missed, found.totals_missed) == ((), ())


def test_releases_made_of_random_tables_give_no_wrong_cell():
    cases = [*generated(7, 3), *joint(7, 12), *trapped(7, 6)]
    sums = tally([(case, score(case, extract(case.text))) for case in cases])
    assert (sums["wrong"], sums["contradictions"]) == (0, 0)
    assert sums["right"] >= 0.95 * sums["cells"]


def test_a_cell_of_another_unit_is_wrong_and_the_unit_s_own_is_missed():
    case = labelled("", "奎文区16个项目。", "潍城区 16")
    found = score(case, extract(case.text))
    assert ([cell.name for cell in found.wrong], [cell.name for cell in found.missed]) == (
        ["奎文区"],
        ["潍城区"],
    )


def test_an_event_is_compared_where_the_label_has_one():
    case = labelled("", "奎文区签约16个，开工10个。", "@开工 奎文区 16; @开工 奎文区 10")
    assert len(score(case, extract(case.text)).missed) == 1

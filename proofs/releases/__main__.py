"""Print how much of our own releases is read, by form: `make releases`."""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path

from geo.release.extract import extract
from proofs.releases.generator import generated, joint, trapped
from proofs.releases.labels import Case, Score, read_cases, score, tally

HERE = Path(__file__).parent
#: The files of labelled texts.
TOLD = ("sentences", "articles", "paragraphs", "styles", "first", "measures")
_SEED, _EACH = 20240226, 40


def main() -> int:
    """Read every text, print the table, and return 1 if a cell is wrong."""
    told = chain.from_iterable(read_cases(HERE / f"{name}.txt") for name in TOLD)
    scores = [(case, score(case, case.read())) for case in told]
    made = chain(generated(_SEED, _EACH), joint(_SEED, _EACH), trapped(_SEED, _EACH))
    scores += [(_made(case), score(case, extract(case.text))) for case in made]
    forms = dict.fromkeys(case.form for case, _ in scores)
    print("| form | cells read | wrong | totals read | false contradictions |")
    print("|---|--:|--:|--:|--:|")
    for form in forms:
        print(_line(form, [(case, found) for case, found in scores if case.form == form]))
    print(_line("all", scores))
    return int(tally(scores)["wrong"] > 0)


def _made(case: Case) -> Case:
    return Case(f"made: {case.form}", case.text, case.cells, case.totals)


def _line(form: str, scores: list[tuple[Case, Score]]) -> str:
    sums = tally(scores)
    cells, totals = (
        f"{sums[right]} of {sums[all_]}"
        for right, all_ in (("right", "cells"), ("totals right", "totals"))
    )
    return f"| {form} | {cells} | {sums['wrong']} | {totals} | {sums['contradictions']} |"


if __name__ == "__main__":
    sys.exit(main())

"""`make hostile`: every string through every field, with the figures of what it achieved."""

from __future__ import annotations

import argparse
import itertools
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor

from proofs.hostile.clicking import Reader, chromium
from proofs.hostile.places import PLACES
from proofs.hostile.strings import FAMILIES, all_strings
from proofs.hostile.trial import Tried, judge, tries
from proofs.outcome import Count, Outcome, clock, conclude, tell

#: What is counted, in the order of the table.
KINDS = (
    "traceback", "script run", "dialog", "foreign request", "foreign element", "foreign policy",
    "error in the page", "SVG that is no XML", "control character in HTML", "formula in CSV",
    "JSON that cannot be read", "PDF that cannot be read", "sideways scrolling",
)  # fmt: skip
_ONLY_FILES = {
    "SVG that is no XML", "formula in CSV", "JSON that cannot be read", "PDF that cannot be read",
    "control character in HTML", "foreign policy",
}  # fmt: skip


def judged(strings: Sequence[tuple[str, str]]) -> list[Tried]:
    """Try some strings with a browser of their own."""
    done: list[Tried] = []
    known: set[tuple[str, str]] = set()
    with chromium() as browser:
        reader = Reader(browser)
        for number, (family, text) in enumerate(strings, 1):
            tell(f"{family} {number}/{len(strings)} {text!a:.40}")
            new = [judge(text, trial, reader, known) for trial in tries()]
            for find in (find for one in new for find in one.finds):
                tell(f"{find.kind} | {find.given} | {find.cause} | {find.message}")
            done += new
    return done


def picked(family: str, each: int) -> list[tuple[str, str]]:
    """Return all strings, or those of one family, or a few of each."""
    found = []
    for name in (f.name for f in FAMILIES if not family or f.name in family.split(",")):
        own = [pair for pair in all_strings() if pair[0] == name]
        found += own[:: max(len(own) // each, 1)][:each] if each else own
    return found


def dealt(strings: Sequence[tuple[str, str]], hands: int) -> Iterator[list[tuple[str, str]]]:
    """Deal the strings out, so that every process has some of each family."""
    yield from (list(itertools.islice(strings, i, None, hands)) for i in range(hands))


def outcome(done: Sequence[Tried], strings: int, whole: int, seconds: float) -> Outcome:
    """Return the figures."""
    finds = [find for one in done for find in one.finds]
    failed = Counter(find.kind for find in finds)
    placed = sum(len(one.built) for one in done)
    refused = sum(len(one.refused) for one in done)
    files, opened = sum(one.files for one in done), sum(one.documents for one in done)
    tried = {kind: files if kind in _ONLY_FILES else opened for kind in KINDS}
    tried["traceback"] = strings * len(PLACES)
    counts = (
        Count("strings", strings, 0, f"of {whole}"),
        Count("strings in fields, built", placed, 0, f"{refused:,} refused with a message"),
        *(Count(kind, tried[kind], failed[kind]) for kind in KINDS),
    )
    return Outcome("hostile", counts, tuple(finds), seconds)


def main() -> int:
    """Run the proof; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m proofs.hostile", description=__doc__)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--each", type=int, default=0, help="only so many strings of a family")
    parser.add_argument("--family", default="", help="only the strings of these, with commas")
    chosen = parser.parse_args()
    strings = picked(chosen.family, chosen.each)
    with clock() as spent, ProcessPoolExecutor(chosen.processes) as pool:
        done = [one for part in pool.map(judged, dealt(strings, chosen.processes)) for one in part]
    return conclude(outcome(done, len(strings), len(all_strings()), spent[0]))


if __name__ == "__main__":
    sys.exit(main())

"""`make hostile`: every string through every field, with the figures of what it achieved."""

from __future__ import annotations

import argparse
import itertools
import json
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import asdict, dataclass

from proofs.hostile.clicking import Reader, chromium
from proofs.hostile.places import ALONE, PLACES, RELEASE, TOGETHER
from proofs.hostile.spec_text import WORKBOOK
from proofs.hostile.squares import square
from proofs.hostile.strings import FAMILIES, all_strings
from proofs.hostile.trial import (
    CHECK,
    EXTRACT,
    RELEASE_BUILD,
    SIFT,
    SPEC_BUILD,
    Memory,
    Tried,
    done,
    judge,
    ran,
    traceback_of,
)
from proofs.outcome import CACHE, Count, Find, Outcome, clock, conclude, tell

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


#: Where the figures of parts wait for one another.
_PARTS = CACHE / "hostile"


@dataclass(frozen=True)
class Job:
    """The strings of some builds: what they go through, and whether the plates' font has them."""

    texts: dict[str, str]
    of_release: bool
    drawn: bool


def is_drawn(text: str) -> bool:
    """Tell whether a plate can be drawn with a string in its title: that fonts have its letters."""
    command = (*SPEC_BUILD, "--only", "svg")
    return done(ran({"spec title": text}, command), command)


def jobs(strings: Sequence[str]) -> Iterator[Job]:
    """Yield every build: a square of the spec's fields and one of the release's.

    Strings that no plate can be drawn with have squares of their own, without plates.
    """
    drawn = {text: is_drawn(text) for text in strings}
    for plates in (True, False):
        some = [text for text in strings if drawn[text] is plates]
        if some:
            yield from (Job(t, False, plates) for t in square(TOGETHER + ALONE, some))
            yield from (Job(t, True, plates) for t in square(RELEASE, some))


def tried(job: Job, reader: Reader | None, memory: Memory) -> Tried:
    """Do one job."""
    if job.of_release:
        build = (*RELEASE_BUILD, "--only", "html,svg,data" if job.drawn else "html,data")
        return judge(job.texts, EXTRACT, (EXTRACT, build), reader, memory)
    alone = {field: text for field, text in job.texts.items() if field in ALONE}
    found, texts = Tried(), {f: t for f, t in job.texts.items() if f not in alone}
    for field, text in alone.items():
        result = ran({field: text}, SIFT)
        if done(result, SIFT):
            texts[field] = text
            continue
        traced = traceback_of((field, text, result))
        found.add(Tried(refused=1, finds=(traced,) if traced else ()))
    if not job.drawn:  # what the plates say of all of them; it has to be a message
        result = ran(texts, (*SPEC_BUILD, "--only", "svg"))
        traced = result.error and traceback_of(("several fields", f"{texts}", result))
        found.finds += (traced,) if traced else ()
    pages = (*SPEC_BUILD, "--only", "html,embed,data")
    commands = (CHECK, SPEC_BUILD) if job.drawn else (pages,)
    workbook = {field: text for field, text in texts.items() if field in WORKBOOK}
    others = {field: text for field, text in texts.items() if field not in WORKBOOK}
    for some in filter(None, (others, workbook)):  # a map has one table: a text file or a workbook
        found.add(judge(some, SIFT, commands, reader, memory))
    return found


def worked(hand: Sequence[Job], opening: bool = True) -> Tried:
    """Do some jobs with a browser of their own."""
    total, memory = Tried(), Memory()
    with chromium() if opening else nullcontext() as browser:
        reader = Reader(browser) if opening else None
        for number, job in enumerate(hand, 1):
            new = tried(job, reader, memory)
            kind = "release" if job.of_release else "spec"
            tell(f"{number}/{len(hand)} {kind}: {new.built} built, {new.refused} refused")
            for find in new.finds:
                tell(f"  {find.kind} | {find.given} | {find.cause} | {find.message}")
            total.add(new)
    return total


def picked(family: str, each: int) -> list[tuple[str, str]]:
    """Return all strings, or those of one family, or a few of each."""
    found = []
    for name in (f.name for f in FAMILIES if not family or f.name in family.split(",")):
        own = [pair for pair in all_strings() if pair[0] == name]
        found += own[:: max(len(own) // each, 1)][:each] if each else own
    return found


def outcome(found: Tried, strings: int, whole: int, seconds: float) -> Outcome:
    """Return the figures."""
    failed = Counter(find.kind for find in found.finds)
    placed = strings * len(PLACES)
    tried = {k: found.files if k in _ONLY_FILES else found.documents for k in KINDS}
    tried["traceback"] = placed
    missing = placed - found.built - found.refused
    counts = (
        Count("strings", strings, 0, f"of {whole}, each in {len(PLACES)} fields"),
        Count("strings in fields", placed, missing,
              f"{found.built:,} built, {found.refused:,} refused with a message"),
        Count("builds, every file read", found.builds, 0,
              f"{found.files:,} files, {found.documents:,} documents opened"),
        *(Count(kind, tried[kind], failed[kind]) for kind in KINDS),
    )  # fmt: skip
    return Outcome("hostile", counts, found.finds, seconds)


def main() -> int:
    """Run the proof; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m proofs.hostile", description=__doc__)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--each", type=int, default=0, help="only so many strings of a family")
    parser.add_argument("--family", default="", help="only the strings of these, with commas")
    parser.add_argument("--part", default="1/1", help="3/8: the third of eight parts; they add up")
    parser.add_argument("--closed", action="store_true", help="read the files, open none")
    chosen = parser.parse_args()
    part, parts = map(int, chosen.part.split("/"))
    strings = [text for _, text in picked(chosen.family, chosen.each)][part - 1 :: parts]
    total = Tried()
    with clock() as spent, ProcessPoolExecutor(chosen.processes) as pool:
        every = list(jobs(strings))
        hands = [every[i :: chosen.processes] for i in range(chosen.processes)]
        for one in pool.map(worked, hands, itertools.repeat(not chosen.closed)):
            total.add(one)
    total, count, seconds = with_other_parts(part, parts, total, len(strings), spent[0])
    return conclude(outcome(total, count, len(all_strings()), seconds))


def with_other_parts(
    part: int, parts: int, found: Tried, strings: int, seconds: float
) -> tuple[Tried, int, float]:
    """Keep what a part came to; return it with those of the others that ran: so long is the whole.

    A string goes through every field in its own part, so the sum is what one run would have found.
    """
    if parts == 1:
        shutil.rmtree(_PARTS, ignore_errors=True)
        return found, strings, seconds
    _PARTS.mkdir(parents=True, exist_ok=True)
    record = {"found": asdict(found), "strings": strings, "seconds": seconds}
    (_PARTS / f"{part}-of-{parts}.json").write_text(json.dumps(record), encoding="utf-8")
    every = [json.loads(p.read_text("utf-8")) for p in sorted(_PARTS.glob(f"*-of-{parts}.json"))]
    total = Tried()
    for one in every:
        finds = tuple(Find(**find) for find in one["found"]["finds"])
        total.add(Tried(**one["found"] | {"finds": finds}))
    return total, sum(one["strings"] for one in every), sum(one["seconds"] for one in every)


if __name__ == "__main__":
    sys.exit(main())

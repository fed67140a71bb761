"""`make mutants`: how many small changes to the code its own room's tests notice."""

from __future__ import annotations

import argparse
import random
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from proofs.mutants.changes import Mutant, mutants
from proofs.mutants.runner import survives, warm
from proofs.outcome import ROOT, Count, Find, Outcome, clock, conclude, load, show, tell

MODULES = (
    "geo.tables.join", "geo.tables.checks", "geo.tables.reconcile", "geo.tables.resolution",
    "geo.symbology.classify", "geo.symbology.breaks", "geo.geometry.datum",
    "geo.symbology.symbolize", "geo.symbology.measures", "geo.symbology.figures",
    "geo.symbology.change",
    "geo.release.attribution", "geo.release.scoping.steps", "geo.release.scoping.scopes",
)  # fmt: skip
GOAL = 0.95
SURVIVORS = Path(__file__).resolve().parents[1] / "survivors.toml"


def reasons() -> dict[tuple[str, str], str]:
    """Return why changes that survive may do so: module and change to the reason."""
    raw = tomllib.loads(SURVIVORS.read_text(encoding="utf-8"))
    return {(s["module"], s["change"]): s["reason"] for s in raw.get("survivor", [])}


def tests_of(module: str, *, own_only: bool) -> list[Path]:
    """Return the tests of a module's room, its own first; or its own alone."""
    _, *rooms, name = module.split(".")
    own = ROOT.joinpath("tests", *rooms, f"test_{name}.py")
    room = ROOT / "tests" / rooms[0]
    others = [] if own_only else sorted(p for p in room.rglob("test_*.py") if p != own)
    return [*filter(Path.is_file, [own]), *others]


def judged(
    module: str, most: int, *, own_only: bool, functions: Sequence[str] = ()
) -> tuple[Count, list[Find]]:
    """Try the changes of a module; all of them, a sample, or those of some functions."""
    source = ROOT.joinpath(*module.split(".")).with_suffix(".py").read_text(encoding="utf-8")
    every = [m for m in mutants(source) if not functions or m.function in functions]
    if most and len(every) > most:
        every = random.Random(1).sample(every, most)
    tests = tests_of(module, own_only=own_only)
    with clock() as spent:
        if not survives(module, None, tests):
            return Count(module, 0, 1, "its tests fail without any change"), []
    patience = 5 * spent[0] + 30
    alive = [m for m in every if _alive(module, m, tests, patience)]
    known = reasons()
    unlisted = [m for m in alive if (module, m.name) not in known]
    counted = len(every) - (len(alive) - len(unlisted))
    share = 1 - len(unlisted) / counted if counted else 1.0
    listed = len(alive) - len(unlisted)
    note = f"{share:.1%} killed, {listed} survive for a reason, {len(unlisted)} without"
    finds = [Find("survivor", f"{module}:{m.line} {m.name}", m.name) for m in unlisted]
    return Count(module, len(every), len(unlisted) if share < GOAL else 0, note), finds


def _alive(module: str, mutant: Mutant, tests: list[Path], patience: float) -> bool:
    alive = survives(module, mutant.code, tests, patience)
    if alive:
        tell(f"{module}:{mutant.line} survives: {mutant.name}")
    return alive


def main() -> int:
    """Run the proof; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m proofs.mutants", description=__doc__)
    parser.add_argument("--most", type=int, default=0, help="a sample of so many changes a module")
    parser.add_argument("--only", default="", help="modules whose names end so, with commas")
    parser.add_argument("--functions", default="", help="changes of these only, with commas")
    parser.add_argument("--own", action="store_true", help="run the module's own test file only")
    chosen = parser.parse_args()
    counts: list[Count] = []
    finds: list[Find] = []
    with clock() as spent:
        warm()
        for module in MODULES:
            if chosen.only and not module.endswith(tuple(chosen.only.split(","))):
                continue
            tell(module)
            functions = [name for name in chosen.functions.split(",") if name]
            count, found = judged(module, chosen.most, own_only=chosen.own, functions=functions)
            counts.append(count)
            finds += found
    outcome = Outcome("mutants", tuple(counts), tuple(finds), spent[0])
    if chosen.most or chosen.own or chosen.functions:  # that says nothing of a whole module
        return show(outcome)
    return conclude(with_others(outcome))


def with_others(new: Outcome) -> Outcome:
    """Return the figures with those of the modules that this run left out, from when they ran."""
    old = load("mutants")
    if old is None:
        return new
    ran = {count.what for count in new.counts}
    counts = {c.what: c for c in (*old.counts, *new.counts)}
    kept = tuple(f for f in old.finds if f.given.partition(":")[0] not in ran)
    ordered = tuple(counts[module] for module in MODULES if module in counts)
    return Outcome("mutants", ordered, kept + new.finds, old.seconds + new.seconds)


if __name__ == "__main__":
    sys.exit(main())

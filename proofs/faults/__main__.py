"""`make faults`: full, read-only and forbidden disks, folders in the way, processes killed."""

from __future__ import annotations

import argparse
import errno
import random
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from proofs.command import run
from proofs.faults.child import Ended, command
from proofs.faults.failing import SIGNALS, Fault
from proofs.faults.scenes import Scene, scenes
from proofs.faults.trial import Act, Clean, clean, trial
from proofs.outcome import Count, Find, Outcome, clock, conclude, tell

ERRORS = (errno.ENOSPC, errno.EROFS, errno.EACCES)
#: Where the system stops a file from growing, in shares of the largest file that is written.
SHARES = (0, 0.02, 0.5, 0.98)
KINDS = (
    "set neither old nor new", "input changed", "traceback", "not one message",
    "killed by a signal", "next run does not mend", "temporary file left after the next run",
)  # fmt: skip


def failures(given: Clean, *, thorough: bool) -> Iterator[tuple[str, Act]]:
    """Yield a fault for every writing call; every error for every call if thorough."""
    scene = given.scene
    seen: set[tuple[str, int]] = set()
    for number, call in enumerate(given.calls):
        for turn, error in enumerate(ERRORS):
            first = (call.split()[0], error) not in seen
            if not (thorough or first or turn == number % len(ERRORS)):
                continue
            seen.add((call.split()[0], error))

            def act(folder: Path, log: Path, number: int = number, error: int = error) -> Ended:
                fault = Fault(number, error, folder=str(folder))
                return command(scene.arguments, folder, log, fault)

            yield f"{errno.errorcode[error]} at call {number + 1}, {call}", act


def obstacles(given: Clean) -> Iterator[tuple[str, Act]]:
    """Yield a folder in the way of every target, and limits to the size of files."""
    scene = given.scene
    for target in scene.targets:

        def act(folder: Path, log: Path, target: str = target) -> Ended:
            kept = (folder / target).read_bytes()
            (folder / target).unlink()
            (folder / target).mkdir()
            ended = command(scene.arguments, folder, log)
            shutil.rmtree(folder / target) if (folder / target).is_dir() else None
            (folder / target).write_bytes(kept)
            return ended

        yield f"a folder at {target}", act
    largest = max(map(len, given.new.values()))
    for share in SHARES:

        def full(folder: Path, log: Path, share: float = share) -> Ended:
            return command(scene.arguments, folder, log, most_bytes=int(largest * share))

        yield f"no file over {share:.0%} of the largest", full


def kills(given: Clean, number: int, seed: int) -> Iterator[tuple[str, Act]]:
    """Yield signals: half at random times, half between two calls that write."""
    chance = random.Random(seed)
    scene = given.scene
    for i in range(number):
        name = SIGNALS[i % len(SIGNALS)]
        if i % 2:
            when = chance.uniform(0, given.seconds * 1.05)

            def act(folder: Path, log: Path, name: int = name, when: float = when) -> Ended:
                return command(scene.arguments, folder, log, kill=(name, when))

            yield f"{name.name} after {when:.3f} s", act
        else:
            at = chance.randrange(len(given.calls))

            def act(folder: Path, log: Path, name: int = name, at: int = at) -> Ended:
                fault = Fault(at, signal=name, folder=str(folder))
                return command(scene.arguments, folder, log, fault)

            yield f"{name.name} at call {at + 1}, {given.calls[at]}", act


def proved(only: str, *, thorough: bool, killed: int, seed: int) -> tuple[list[Count], list[Find]]:
    """Try everything; return figures and finds."""
    counts, finds, tried = [], [], Counter()
    for scene in chosen_scenes(only):
        given = clean(scene)
        groups = {"errors": failures(given, thorough=thorough), "obstacles": obstacles(given)}
        if scene.name == "build":
            groups["kills"] = kills(given, killed, seed)
        for group, acts in groups.items():
            wrong = 0
            for what, act in acts:
                tell(f"{scene.name}: {what}")
                found = trial(given, what, act, killed=group == "kills")
                for find in found:
                    tell(f"  {find.kind} | {find.cause} | {find.message}")
                finds += found
                wrong += bool(found)
                tried[scene.name, group] += 1
            counts.append(Count(f"{scene.name}, {group}", tried[scene.name, group], wrong))
    return counts, finds


def chosen_scenes(only: str) -> list[Scene]:
    """Return all commands, or those whose names begin with one of some words."""
    return [scene for scene in scenes() if scene.name.startswith(tuple(only.split(",")))]


def warm(only: str) -> None:
    """Import what the commands need, so that a forked one starts where the work does."""
    for scene in chosen_scenes(only):
        with TemporaryDirectory() as name:
            scene.prepare(Path(name))
            run(scene.arguments, Path(name))


def main() -> int:
    """Run the proof; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m proofs.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--thorough", action="store_true", help="every error at every call")
    parser.add_argument("--only", default="", help="commands whose names begin so, with commas")
    chosen = parser.parse_args()
    with clock() as spent:
        warm(chosen.only)
        counts, finds = proved(
            chosen.only, thorough=chosen.thorough, killed=chosen.kills, seed=chosen.seed
        )
    kinds = Counter(find.kind for find in finds)
    total = sum(count.tried for count in counts)
    counts += [Count(kind, total, kinds[kind]) for kind in KINDS]
    return conclude(Outcome("faults", tuple(counts), tuple(finds), spent[0]))


if __name__ == "__main__":
    sys.exit(main())

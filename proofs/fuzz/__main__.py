"""`make fuzz`: every reader in turn, for a share of the time; finds are kept in proofs/finds."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from proofs.fuzz.readers import READERS
from proofs.outcome import ROOT, Count, Find, Outcome, clock, conclude, tell


def hunted(reader: str, seconds: int) -> tuple[Count, list[Find]]:
    """Hunt in a process of its own, since libFuzzer ends the one that it runs in."""
    with TemporaryDirectory() as folder:
        figures = Path(folder, "figures.json")
        command = [
            sys.executable,
            "-m",
            "proofs.fuzz.hunt",
            reader,
            str(figures),
            "--seconds",
            str(seconds),
        ]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        if not figures.is_file():
            why = ended.stderr.decode("utf-8", "replace")[-300:]
            return Count(reader, 0, 1, "did not start"), [Find("fuzzer", reader, "", why)]
        found = json.loads(figures.read_text(encoding="utf-8"))
    finds = [
        Find(
            "exception but MapError" if what != "slow" else "slow",
            f"proofs/finds/{f['file']}",
            what,
            f["message"],
        )
        for what, f in found["finds"].items()
    ]
    if ended.returncode:  # a crash or a hang beneath Python
        why = ended.stderr.decode("utf-8", "replace")[-300:]
        finds.append(Find("the process died", reader, f"status {ended.returncode}", why))
    read, slowest = found["passed"], found["slowest"]
    note = f"{read:,} read, {found['runs'] - read:,} refused or failed, slowest {slowest:.2f} s"
    return Count(reader, found["runs"], len(finds), note), finds


def main() -> int:
    """Run the proof; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m proofs.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=600, help="of all readers together")
    chosen = parser.parse_args()
    counts: list[Count] = []
    finds: list[Find] = []
    with clock() as spent:
        for reader in READERS:
            tell(reader)
            count, found = hunted(reader, max(chosen.seconds // len(READERS), 1))
            counts.append(count)
            finds += found
    return conclude(Outcome("fuzz", tuple(counts), tuple(finds), spent[0]))


if __name__ == "__main__":
    sys.exit(main())

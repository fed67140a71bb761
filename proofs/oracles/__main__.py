"""`make oracles`: thousands of generated inputs, the project's answers against others'."""

from __future__ import annotations

import argparse
import sys
from types import ModuleType

from proofs.oracles import areas, classification, colours, datum, reconciliation, rounding
from proofs.outcome import Count, Find, Outcome, clock, conclude, tell

ROOMS: tuple[ModuleType, ...] = (datum, classification, colours, rounding, reconciliation, areas)


def main() -> int:
    """Run the proof; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m proofs.oracles", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scale", type=int, default=1, help="so many times as many inputs")
    parser.add_argument(
        "--only",
        default="",
        help="one of them: " + ", ".join(r.__name__.rpartition(".")[2] for r in ROOMS),
    )
    chosen = parser.parse_args()
    counts: list[Count] = []
    finds: list[Find] = []
    with clock() as spent:
        for room in ROOMS:
            if chosen.only and not room.__name__.endswith(chosen.only):
                continue
            tell(room.__name__)
            for count, wrong in room.oracles(chosen.seed, chosen.scale):
                counts.append(count)
                finds += wrong
    settings = {"seed": str(chosen.seed), "scale": str(chosen.scale)}
    return conclude(Outcome("oracles", tuple(counts), tuple(finds), spent[0], settings))


if __name__ == "__main__":
    sys.exit(main())

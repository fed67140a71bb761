"""What a proof found: figures for the table, and every find with the least input that shows it."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CACHE = ROOT / ".cache" / "proofs"


@dataclass(frozen=True)
class Count:
    """A line of a proof's table: what was tried how often, and how often it failed."""

    what: str
    tried: int
    failed: int
    note: str = ""


@dataclass(frozen=True)
class Find:
    """Something that is wrong: its kind, the input that shows it, and where it comes from."""

    kind: str
    given: str
    cause: str = ""
    message: str = ""


@dataclass(frozen=True)
class Outcome:
    """Everything a proof has to say."""

    proof: str
    counts: tuple[Count, ...]
    finds: tuple[Find, ...] = ()
    seconds: float = 0
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """Whether any line of the table has failures."""
        return any(count.failed for count in self.counts)


def save(outcome: Outcome) -> Path:
    """Keep the figures for `docs/reliability.md`."""
    CACHE.mkdir(parents=True, exist_ok=True)
    path = CACHE / f"{outcome.proof}.json"
    text = json.dumps(asdict(outcome), ensure_ascii=True, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
    return path


def load(proof: str) -> Outcome | None:
    """Return the figures of the last run; None if there was none on this machine."""
    path = CACHE / f"{proof}.json"
    if not path.is_file():
        return None
    raw = json.loads(path.read_text(encoding="utf-8"))
    counts = tuple(Count(**count) for count in raw["counts"])
    return Outcome(**raw | {"counts": counts, "finds": tuple(Find(**f) for f in raw["finds"])})


def lines(outcome: Outcome) -> Iterator[str]:
    """Yield the table of a proof, then its finds, a kind and cause once."""
    width = max((len(count.what) for count in outcome.counts), default=0)
    yield f"{outcome.proof}: {outcome.seconds:.0f} s"
    for count in outcome.counts:
        verdict = "ok" if not count.failed else f"{count.failed:,} FAILED"
        yield f"  {count.what:<{width}} {count.tried:>9,}  {verdict:<12} {count.note}".rstrip()
    for find in distinct(outcome.finds):
        yield f"  - {find.kind} | {find.given} | {find.cause} | {find.message}"[:400]


def distinct(finds: Iterable[Find]) -> list[Find]:
    """Return the first find of every kind and cause."""
    first: dict[tuple[str, str], Find] = {}
    for find in finds:
        first.setdefault((find.kind, find.cause), find)
    return list(first.values())


def conclude(outcome: Outcome) -> int:
    """Save, print, and return the exit status: 1 if anything failed."""
    save(outcome)
    return show(outcome)


def show(outcome: Outcome) -> int:
    """Print, and return the exit status."""
    for line in lines(outcome):
        print(line.encode("utf-8", "backslashreplace").decode("utf-8"))
    return int(outcome.failed)


@contextmanager
def clock() -> Iterator[list[float]]:
    """Give a list that holds, at the end, the seconds that went by."""
    start, spent = time.monotonic(), [0.0]
    yield spent
    spent[0] = time.monotonic() - start


def tell(message: str) -> None:
    """Show on standard error how far a proof has come."""
    print(f"… {message}", file=sys.stderr, flush=True)

"""One reader under atheris, in a process of its own: finds go to files, figures to another."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
import time
import traceback
from pathlib import Path

import atheris

FINDS = Path(__file__).resolve().parents[1] / "finds"
_SLOWEST_S = 2.0


class Hunt:
    """Counts the runs of a reader and keeps the shortest input for every place that fails."""

    def __init__(self, reader: str, figures: Path) -> None:
        from geo.base.errors import MapError
        from proofs.fuzz.readers import READERS

        self.reader, self.figures, self.wrong_input = reader, figures, MapError
        self.read, self.folder = READERS[reader], _folder()
        self.runs = self.passed = 0
        self.slowest, self.told = 0.0, time.monotonic()
        self.finds: dict[str, dict[str, str]] = {}

    def __call__(self, data: bytes) -> None:
        """Give the reader one input."""
        start = time.process_time()
        try:
            self.read(data, self.folder)
            self.passed += 1
        except self.wrong_input:
            pass
        except Exception as error:
            self.keep(data, f"{type(error).__name__} at {_place(error)}", str(error)[:160])
        spent = time.process_time() - start
        self.runs += 1
        if spent > self.slowest:
            self.slowest = spent
            if spent > _SLOWEST_S:
                self.keep(data, "slow", f"{spent:.1f} s")
        if time.monotonic() - self.told > 2 or self.runs == 1:
            self.tell()

    def keep(self, data: bytes, what: str, message: str) -> None:
        """Write the input of a new kind of failure, or a shorter one of an old kind."""
        known = self.finds.get(what)
        if known and int(known["bytes"]) <= len(data):
            return
        name = f"{self.reader}-{hashlib.sha256(what.encode()).hexdigest()[:8]}"
        FINDS.mkdir(exist_ok=True)
        (FINDS / name).write_bytes(data)
        self.finds[what] = {"bytes": str(len(data)), "file": name, "message": message}
        self.tell()

    def tell(self) -> None:
        """Write the figures: libFuzzer ends the process without asking Python."""
        self.told = time.monotonic()
        figures = {
            "runs": self.runs,
            "passed": self.passed,
            "slowest": self.slowest,
            "finds": self.finds,
        }
        self.figures.write_text(json.dumps(figures), encoding="utf-8")


def _folder() -> Path:
    """Return a new folder; the process does not live to remove it."""
    return Path(tempfile.mkdtemp(prefix="fuzz-"))


def _place(error: BaseException) -> str:
    """Return file and function of the package where an exception came through last."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "/geo/" in f.filename]
    last = frames[-1] if frames else None
    return f"geo/{last.filename.rpartition('/geo/')[2]} {last.name}" if last else "?"


def main() -> None:
    """Hunt until the time is up."""
    parser = argparse.ArgumentParser()
    parser.add_argument("reader")
    parser.add_argument("figures", type=Path)
    parser.add_argument("--seconds", type=int, default=60)
    chosen = parser.parse_args()
    with atheris.instrument_imports(include=["geo"]):
        import geo.districts.boundaries
        import geo.districts.zones
        import geo.release.extract
        import geo.spec.file
        import geo.tables.table
        import geo.tables.totals  # noqa: F401 - likewise
        from proofs.fuzz.edits import edited
        from proofs.fuzz.readers import READERS  # noqa: F401 - imports the package, instrumented
        from proofs.fuzz.seeds import SEEDS, dictionary
    corpus = _folder()
    for i, seed in enumerate(SEEDS[chosen.reader]):
        (corpus / f"seed{i}").write_text(seed, encoding="utf-8")
    words = corpus.with_suffix(".dict")
    lines = ("".join(f"\\x{b:02x}" for b in word) for word in dictionary(chosen.reader))
    words.write_text("".join(f'"{line}"\n' for line in lines), encoding="ascii")
    flags = [
        f"-max_total_time={chosen.seconds}", f"-dict={words}", "-seed=1", "-max_len=4096",
        "-timeout=60", "-rss_limit_mb=4096", "-verbosity=0", "-print_final_stats=0",
    ]  # fmt: skip
    known, sound = dictionary(chosen.reader), SEEDS[chosen.reader]

    def changed(data: bytes, most: int, seed: int) -> bytes:
        if seed % 3 == 0:
            return bytes(atheris.Mutate(data, most))
        # What was kept for its coverage is mostly refused: every other text is edited from a seed.
        text = sound[seed % len(sound)].encode() if seed % 3 == 1 else data
        return edited(text, seed, known)[:most]

    hunt = Hunt(chosen.reader, chosen.figures)
    atheris.Setup([sys.argv[0], *flags, str(corpus)], hunt, custom_mutator=changed)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

"""Press releases of a megabyte and more, of which no two sentences are alike."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median

from bench.contenders import ROOT
from geo.districts.gazetteer import groups
from proofs.releases.generator import generated, joint, trapped
from proofs.releases.labels import read_cases

HEADING = "## Releases"
SECTION = f"""{HEADING}

Texts of the proofs' sentences in random order, every name another division's and every figure
another, with releases of random tables; tables likewise. {{runs}} runs, each in a fresh process;
processor seconds a megabyte (UTF-8), median (least–most).

| text | MB | `extract(text)` | `geo extract`, all of it |
|---|--:|--:|--:|
{{lines}}

- `extract(text)`: the call alone, in a process that has read one sentence before.
- `geo extract`: the command with imports, files and report.
"""
_LIBRARY = """
import sys, time
from pathlib import Path
from geo.release.extract import extract
extract("奎文区16个，总投资81.8亿元。")
text = Path(sys.argv[1]).read_text(encoding="utf-8")
start = time.process_time()
extract(text)
print(time.process_time() - start)
"""
_FIGURE = re.compile(r"\d+(?:\.\d)?")
#: Years, months and other numbers that say when, and stay.
_WHEN = re.compile(r"20\d\d|[1-9]|1[0-2]")


def releases_section(folder: Path, runs: int) -> str:
    """Measure, and return the section of docs/bench.md."""
    lines = []
    for name, texts in (("prose", _prose()), ("tables", _tables())):
        for megabytes in (1, 2, 4):
            path = folder / f"{name}-{megabytes}.txt"
            path.write_text(_of_size(texts, megabytes * 1_000_000), encoding="utf-8")
            size = path.stat().st_size / 1e6
            library = [_library(path) / size for _ in range(runs)]
            command = [_command(path) / size for _ in range(runs if megabytes == 1 else 0)]
            told = f"{_told(library)} | {_told(command) if command else ''}"
            lines.append(f"| {name} | {megabytes} | {told} |")
            print(lines[-1], flush=True)
    return SECTION.format(runs=runs, lines="\n".join(lines))


def _told(seconds: list[float]) -> str:
    return f"{median(seconds):.2f} ({min(seconds):.2f}–{max(seconds):.2f})"


def _library(path: Path) -> float:
    run = subprocess.run(
        [sys.executable, "-c", _LIBRARY, path], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return float(run.stdout)


def _command(path: Path) -> float:
    """Return the processor seconds of the command, whatever it says of the contradictions."""
    words = ["-m", "geo", "extract", str(path), "-o", str(path.with_suffix(".csv"))]
    before = os.times()
    run = subprocess.run([sys.executable, *words], cwd=ROOT, check=False, capture_output=True)
    after = os.times()
    if run.returncode not in (0, 1, 3):
        raise RuntimeError(run.stderr.decode())
    return after[2] + after[3] - before[2] - before[3]


def _of_size(texts: Iterator[str], size: int) -> str:
    found, length = list[str](), 0
    while length < size:
        found.append(next(texts))
        length += len(found[-1].encode()) + 2
    return "\n\n".join(found)


def _prose() -> Iterator[str]:
    """Yield texts without end: by turns one of the proofs' own and one of a random table."""
    own = _varied([text for text in _own() if "\t" not in text and "|" not in text], 1)
    seed = 0
    while True:
        seed += 1
        for case in (*generated(seed, 1), *joint(seed, 2), *trapped(seed, 1)):
            yield case.text
            yield next(own)


def _tables() -> Iterator[str]:
    return _varied([text for text in _own() if "\t" in text or "|" in text], 2)


def _own() -> list[str]:
    files = sorted((ROOT / "proofs" / "releases").glob("*.txt"))
    return [case.text for path in files for case in read_cases(path)]


def _varied(texts: list[str], seed: int) -> Iterator[str]:
    """Yield texts in random order, with other units of the same sort and with other figures."""
    random = Random(seed)
    units = sorted({unit for group in groups() for unit in group.units}, key=len, reverse=True)
    of_sort: dict[str, list[str]] = {}
    for unit in units:
        of_sort.setdefault(unit[-1], []).append(unit)
    any_unit = re.compile("|".join(map(re.escape, units)))

    def figure(found: re.Match[str]) -> str:
        if _WHEN.fullmatch(found[0]):
            return found[0]
        tenth = f".{random.randint(1, 9)}" if "." in found[0] else ""
        return f"{random.randint(2, 999)}{tenth}"

    while True:
        text = random.choice(texts)
        named = dict.fromkeys(any_unit.findall(text))
        others = {name: random.choice(of_sort[name[-1]]) for name in named}
        yield _FIGURE.sub(figure, any_unit.sub(lambda name, to=others: to[name[0]], text))

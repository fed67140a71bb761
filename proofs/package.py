"""`make package`: wheel and sdist build Weifang alone, in every Python that is named.

What is installed is listed as an SBOM.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from proofs.outcome import ROOT, Count, Find, Outcome, clock, conclude, tell

BIN = Path(sys.executable).parent
SBOM = ROOT / "docs" / "sbom.cdx.json"
#: Rooms whose tests need no browser and no minute each.
ROOMS = ("base", "geometry", "spec", "tables", "symbology", "release", "choropleth")


def main() -> int:
    """Run the proof; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m proofs.package", description=__doc__)
    parser.add_argument(
        "--python", action="append", default=[], metavar="PATH",
        help="another Python in which the wheel has to build the same bytes; may be repeated",
    )  # fmt: skip
    chosen = parser.parse_args()
    counts: list[Count] = []
    finds: list[Find] = []
    with clock() as spent, tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        tell("building wheel and sdist")
        run(BIN / "uv", "build", "--quiet", "--out-dir", work / "dist", ROOT)
        (wheel,) = (work / "dist").glob("*.whl")
        (source,) = (work / "dist").glob("*.tar.gz")
        others = [(f"wheel-{i}", wheel, path) for i, path in enumerate(chosen.python, 1)]
        for name, package, path in (
            ("wheel", wheel, sys.executable), ("sdist", source, sys.executable), *others
        ):  # fmt: skip
            tell(f"installing the {name} for {path}")
            python = installed(package, path, work / f"{name}-env")
            files, wrong = different(python, work / f"{name}-desk")
            kind = name.partition("-")[0]
            what = f"files of Weifang built by the {kind} alone, Python {version(python)}"
            counts.append(Count(what, files, len(wrong)))
            finds += [Find(f"other bytes from the {name}, {path}", file) for file in wrong]
        tell("testing the sdist")
        failed = tests_of(source, work / "unpacked")
        counts.append(Count("rooms whose tests pass in the sdist", len(ROOMS), len(failed)))
        finds += [Find("tests of the sdist fail", *where) for where in failed]
        tell("listing what is installed")
        bill(work / "wheel-env" / "bin" / "python")
        counts.append(Count("software bill of materials", 1, 0, "docs/sbom.cdx.json"))
    return conclude(Outcome("package", tuple(counts), tuple(finds), spent[0]))


def run(*command: object, cwd: Path = ROOT) -> None:
    """Run a program that must succeed, and that finds no package but its own environment's."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    words = [str(part) for part in command]
    subprocess.run(words, check=True, cwd=cwd, stdout=subprocess.DEVNULL, env=environment)


def installed(package: Path, interpreter: str, folder: Path) -> Path:
    """Install a package and its pinned dependencies into an environment; return its Python."""
    run(BIN / "uv", "venv", "--quiet", "--python", interpreter, folder)
    python = folder / "bin" / "python"
    pip = (BIN / "uv", "pip", "install", "--quiet", "--python", python)
    run(*pip, "--require-hashes", "-r", ROOT / "requirements.lock")
    run(*pip, "--no-deps", package)
    return python


def version(python: Path) -> str:
    """Return what a Python says it is: 3.13.5."""
    words = [python, "-c", "import platform; print(platform.python_version())"]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()


def different(python: Path, desk: Path) -> tuple[int, list[str]]:
    """Build Weifang on a desk that has its data and nothing else.

    Returns
    -------
    int, list of str
        How many files there are, and the names of those with other bytes.
    """
    shutil.copytree(ROOT / "data", desk / "data")
    (desk / "maps").mkdir()
    specs = sorted((ROOT / "maps").glob("weifang*.toml"))
    copies = [shutil.copy(spec, desk / "maps") for spec in specs]
    run(python, "-m", "geo", "build", *copies, cwd=desk)
    kept = {p.name: p.read_bytes() for p in (ROOT / "maps").glob("weifang*")}
    made = {p.name: p.read_bytes() for p in (desk / "maps").iterdir()}
    return len(kept) - len(specs), sorted(name for name in kept if made.get(name) != kept[name])


def tests_of(source: Path, folder: Path) -> list[tuple[str, str]]:
    """Unpack an sdist and run its own tests in it; the rooms that fail, and which of their tests.

    The tests see the unpacked package alone: a path to another tree would let their subprocesses
    import that one.
    """
    with tarfile.open(source) as archive:
        archive.extractall(folder, filter="data")
    (top,) = folder.iterdir()
    environment = {**os.environ, "PYTHONPATH": str(top)}
    failed = []
    for room in ROOMS:
        command = [sys.executable, "-m", "pytest", "-q", "-n2", "-m", "not browser"]
        done = subprocess.run(
            [*command, f"tests/{room}"], cwd=top, check=False, capture_output=True, text=True,
            env=environment,
        )  # fmt: skip
        if done.returncode:
            lines = done.stdout.splitlines() + done.stderr.splitlines()
            told = [line for line in lines if line.startswith(("FAILED", "ERROR"))] or lines[-3:]
            failed.append((room, "; ".join(told)))
    return failed


def bill(python: Path) -> None:
    """Write the licences and versions of everything that is installed, CycloneDX 1.6.

    Without the packages' links and the tool's own description: they say nothing of what is
    installed.
    """
    run(
        BIN / "cyclonedx-py", "environment", python, "--pyproject", ROOT / "pyproject.toml",
        "--output-reproducible", "--output-file", SBOM,
    )  # fmt: skip
    listed = json.loads(SBOM.read_text(encoding="utf-8"))
    for component in [*listed["components"], listed["metadata"].get("component", {})]:
        component.pop("externalReferences", None)
    listed["metadata"].pop("tools", None)
    SBOM.write_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

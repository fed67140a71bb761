"""`geo build` and `geo check`: one spec from file to report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from rich.console import Console

from geo.base.errors import MapError, Problem
from geo.base.files import stale, write_whole
from geo.choropleth.pipeline import build
from geo.cli.report import (
    contradictions,
    print_files,
    print_policies,
    print_report,
    publish_problems,
)
from geo.export import render
from geo.spec.file import read_spec, with_release
from geo.spec.model import MapSpec, Output

DEFAULT_SPEC = Path("maps/weifang.toml")
_NOT_A_TERMINAL_WIDTH = 120  # a log file has no width of its own


def consoles() -> tuple[Console, Console]:
    """Return the consoles for the report (standard output) and for progress (standard error)."""
    out, err = Console(highlight=False), Console(stderr=True, highlight=False)
    for console in (out, err):
        if not console.is_terminal:
            console.width = _NOT_A_TERMINAL_WIDTH
    return out, err


@dataclass(frozen=True, slots=True)
class Job:
    """A map to build: its spec, the stem of its files, and where they go."""

    spec: MapSpec
    name: str
    folder: Path


def jobs(specs: Sequence[Path], release: Path | None, area: str | None) -> list[Job]:
    """Return the maps that a command line asks for.

    A release with polygons and without a spec is a map of its own, named after the release;
    otherwise both replace what the specs say.
    """
    if release is not None and area is not None and not specs:
        from geo.choropleth.from_release import spec_for_release

        return [Job(spec_for_release(release, area), release.stem, release.parent)]
    paths = specs or (DEFAULT_SPEC,)
    return [Job(with_release(read_spec(p), release, area), p.stem, p.parent) for p in paths]


def build_map(
    job: Job, out: Path | None, chosen: tuple[str, ...] | None, *, check: bool, publish: bool
) -> bool:
    """Build one map; return whether every check was clean.

    With `check` nothing is written, and a file that differs is a difference. A contradiction of
    the totals is shown with both numbers, and nothing is written.
    """
    report, _ = consoles()
    spec, folder = job.spec, out or job.folder
    with _progress() as tell:
        tell(f"{job.name}: reading, joining, classifying")
        choropleth = build(spec, name=job.name)
        wrong = contradictions(choropleth)
        if publish and (refused := publish_problems(choropleth)):
            raise MapError(refused)
        files = (
            {}
            if wrong
            else render(choropleth, cast("tuple[Output, ...]", chosen or spec.outputs), tell)
        )
    _spare_inputs(spec, files, folder)
    print_report(choropleth, report)
    if wrong:
        _, errors = consoles()
        errors.print("\n".join(map(str, wrong)), style="red", markup=False, soft_wrap=True)
        return False
    if check:
        return not _print_stale(stale(files, folder), folder, report)
    print_files(write_whole(files, folder), report)
    print_policies(choropleth, files, report)
    return True


def _spare_inputs(spec: MapSpec, files: Iterable[str], folder: Path) -> None:
    """Refuse to write over what the map is made of: a table named like its spec, say."""
    table, boundaries = spec.table, spec.boundaries
    read = (table.file, table.release, table.totals, boundaries.file, boundaries.zones)
    inputs = {path.resolve() for path in read if path is not None}
    remedy = "Rename it, or write elsewhere with --out."
    what = "is an input of the map, and the build would write over it"
    clashes = [
        Problem(str(folder / n), what, remedy) for n in files if (folder / n).resolve() in inputs
    ]
    if clashes:
        raise MapError(clashes)


def check_map(spec_path: Path) -> bool:
    """Print the report of one spec; return whether the totals agree."""
    report, errors = consoles()
    choropleth = build(spec_path)
    print_report(choropleth, report)
    wrong = contradictions(choropleth)
    if wrong:
        errors.print("\n".join(map(str, wrong)), style="red", markup=False, soft_wrap=True)
    return not wrong


def _print_stale(names: list[str], folder: Path, console: Console) -> bool:
    for name in names:
        console.print(f"stale: {folder / name}", style="red", markup=False)
    if not names:
        console.print(f"every file in {folder} is what the build makes", markup=False)
    return bool(names)


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Show on standard error what is being made: a moving line on a terminal, else a line each."""
    _, console = consoles()
    if not console.is_terminal:
        yield lambda message: console.print(f"… {message}", markup=False)
        return
    with console.status("") as status:
        yield status.update

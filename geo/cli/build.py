"""`geo build` and `geo check`: one spec from file to report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geo.base.errors import MapError, Problem
from geo.base.files import stale, write_whole
from geo.choropleth.pipeline import build
from geo.cli.console import make_console
from geo.cli.report import (
    contradictions,
    print_files,
    print_policies,
    print_report,
    publish_problems,
)
from geo.export import render
from geo.spec.file import read_spec, with_release
from geo.spec.model import MapSpec
from geo.spec.outputs import Output

if TYPE_CHECKING:
    from rich.console import Console

DEFAULT_SPEC = Path("maps/weifang.toml")
#: Zones without official polygon that the desk knows, for a release that comes without a spec.
ZONES = Path("data/boundaries/zones.csv")


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

        zones = ZONES if ZONES.is_file() else None
        return [Job(spec_for_release(release, area, zones=zones), release.stem, release.parent)]
    paths = specs or (DEFAULT_SPEC,)
    return [Job(with_release(read_spec(p), release, area), p.stem, p.parent) for p in paths]


def build_map(
    job: Job, out: Path | None, chosen: tuple[Output, ...] | None, *, check: bool, publish: bool
) -> bool:
    """Build one map; return whether every check was clean.

    Parameters
    ----------
    job : Job
    out : Path, optional
        Folder to write to, instead of the job's.
    chosen : tuple of str, optional
        Outputs, instead of the spec's.
    check : bool
        Write nothing; a file that differs from the build counts as a difference.
    publish : bool
        Refuse a map that is not ready for publication.

    Raises
    ------
    MapError
        If an input is wrong. Totals that contradict the sum are printed with both numbers instead,
        and nothing is written.
    """
    report = make_console()
    spec, folder = job.spec, out or job.folder
    with _progress() as tell:
        tell(f"{job.name}: reading, joining, classifying")
        choropleth = build(spec, name=job.name)
        wrong = contradictions(choropleth)
        if publish and (refused := publish_problems(choropleth)):
            raise MapError(refused)
        files = {} if wrong else render(choropleth, chosen or spec.outputs, tell)
    _refuse_inputs(spec, files, folder)
    print_report(choropleth, report)
    if wrong:
        _print_errors(wrong)
        return False
    if check:
        old = stale(files, folder)
        _print_stale(old, folder, report)
        return not old
    print_files(write_whole(files, folder), report)
    print_policies(choropleth, files, report)
    return True


def _refuse_inputs(spec: MapSpec, files: Iterable[str], folder: Path) -> None:
    """Refuse to overwrite what the map is made of: a table with the name of its spec, say."""
    table, boundaries = spec.table, spec.boundaries
    read = (table.file, table.release, table.totals, boundaries.file, boundaries.zones)
    inputs = {path.resolve() for path in read if path is not None}
    remedy = "Rename it, or write elsewhere with --out."
    what = "is an input of the map, and the build would overwrite it"
    clashes = [
        Problem(str(folder / n), what, remedy) for n in files if (folder / n).resolve() in inputs
    ]
    if clashes:
        raise MapError(clashes)


def check_map(spec_path: Path) -> bool:
    """Print the report of one spec; return whether the totals agree."""
    choropleth = build(spec_path)
    print_report(choropleth, make_console())
    wrong = contradictions(choropleth)
    if wrong:
        _print_errors(wrong)
    return not wrong


def _print_errors(wrong: Sequence[Problem]) -> None:
    text = "\n".join(map(str, wrong))
    make_console(stderr=True).print(text, style="red", markup=False, soft_wrap=True)


def _print_stale(names: list[str], folder: Path, report: Console) -> None:
    for name in names:
        report.print(f"stale: {folder / name}", style="red", markup=False)
    if not names:
        report.print(f"every file in {folder} is up to date", markup=False)


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Show on standard error what is being made: a moving line on a terminal, else a line each."""
    errors = make_console(stderr=True)
    if not errors.is_terminal:
        yield lambda message: errors.print(f"… {message}", markup=False)
        return
    with errors.status("") as status:
        yield status.update

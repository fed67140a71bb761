"""`geo build` and `geo check`: one spec from file to report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from geo.base.errors import MapError, Problem, collecting
from geo.base.files import is_file, stale
from geo.base.stage import finish_killed
from geo.base.writing import write_whole
from geo.choropleth.pipeline import build, sound_spec
from geo.cli.archive import additions
from geo.cli.cartograms import print_cartograms
from geo.cli.console import make_console
from geo.cli.cost import print_cost
from geo.cli.own import DEFAULT_SPEC, chosen_specs, own_specs
from geo.cli.report import (
    contradictions,
    print_files,
    print_policies,
    print_remarks,
    print_report,
    print_says,
    publish_problems,
)
from geo.cli.robustness import print_alternatives, print_doubts
from geo.cli.targets import Job, kept_name, refuse_overwriting, sources
from geo.export import render
from geo.spec.file import read_spec, with_release
from geo.spec.outputs import Output

if TYPE_CHECKING:
    from rich.console import Console

    from geo.choropleth.model import Choropleth

#: Zones without official polygon that the desk knows, for a release that comes without a spec.
ZONES = Path("data/boundaries/zones.csv")
_NO_MATCH = "matches no district"


def jobs(
    specs: Sequence[Path], release: Path | None, area: str | None, out: Path | None = None
) -> list[Job]:
    """Return the maps that a command line asks for.

    A release with polygons and without a spec is a map of its own, named after the release;
    otherwise both replace what the specs say.
    """
    if release is not None and area is not None and not specs:
        from geo.choropleth.from_release import spec_for_release

        # The list belongs to the desk's folder, not to the package: elsewhere there is none.
        zones = ZONES if ZONES.is_file() else None
        spec = spec_for_release(release, area, zones=zones)
        return [Job(spec, release.stem, out or release.parent)]
    if release is not None and not specs and not is_file(DEFAULT_SPEC) and not own_specs():
        what = "has no polygons without a spec"
        remedy = "Add --boundaries with a code such as 370700 or a polygon file, or name a spec."
        raise MapError(Problem("--release", what, remedy))
    paths = chosen_specs(specs)
    # What replaces a spec's files makes it idle to look for faults in them.
    read = read_spec if release or area else sound_spec
    found: list[Job] = []
    problems: list[Problem] = []
    for path in paths:
        with collecting(problems):
            spec = with_release(read(path), release, area)
            found.append(Job(spec, path.stem, out or path.parent, path))
    if problems:
        raise MapError(problems)
    return found


def build_map(
    job: Job,
    chosen: tuple[Output, ...] | None,
    *,
    check: bool,
    publish: bool,
    cache: bool = False,
) -> bool:
    """Build one map; return whether every check was clean.

    Parameters
    ----------
    job : Job
    chosen : tuple of str, optional
        Outputs, instead of the spec's.
    check : bool
        Write nothing; a file that differs from the build counts as a difference.
    publish : bool
        Refuse a map that is not ready for publication.
    cache : bool, default False
        Take large polygons as the last build has prepared them.

    Raises
    ------
    MapError
        If an input is wrong. Totals that contradict the sum are printed with both numbers instead,
        and nothing is written.
    """
    report = make_console()
    remarks: list[str] = []
    with _progress() as tell:
        tell(f"{job.name}: reading, joining, classifying")
        choropleth = _joined(job, cache=cache)
        wrong = contradictions(choropleth)
        if publish and (refused := publish_problems(choropleth)):
            raise MapError(refused)
        outputs = chosen or job.spec.outputs
        if not wrong:
            print_cost(len(choropleth.rows), outputs)
        # A contradicted map is not drawn: rendering takes most of the time, and nothing is written.
        made = {} if wrong else render(choropleth, outputs, tell, remarks.append)
        kept = _kept(job, choropleth, outputs, tell) if made and job.archive else {}
    print_report(choropleth, report)
    print_remarks(remarks, report)
    print_doubts(choropleth, report)
    if wrong:
        _print_errors(wrong)
        return False
    print_cartograms(choropleth, report)
    files = {job.folder / name: data for name, data in made.items()}
    # Every file is compared before one is named, so that the list of stale ones is whole.
    if check:
        finish_killed(job.folder)  # a set that is half new is not what anybody built
        old = stale(files | kept)
        _print_stale(old, job.folder, report)
        return not old
    files |= additions(kept)
    print_files(write_whole(files, read=sources(job)), report)
    print_policies(choropleth, made, report)
    return True


def _joined(job: Job, *, cache: bool) -> Choropleth:
    """Build a map; of one without a spec say where names that match nothing can be explained."""
    try:
        return build(job.spec, name=job.name, cache=cache)
    except MapError as error:
        if job.path is not None or not any(_NO_MATCH in p.what for p in error.problems):
            raise
        release, area = job.spec.table.release, job.spec.boundaries
        remedy = (
            f"Make one that you can write into: geo extract {release} -o table.csv, then geo new "
            f"{area.code or area.file} table.csv."
        )
        what = "has no spec, in which aliases and allow_rows have their place"
        raise MapError([*error.problems, Problem(f"{job.name}", what, remedy)]) from None


def _kept(
    job: Job, choropleth: Choropleth, outputs: Sequence[Output], tell: Callable[[str], None]
) -> dict[Path, bytes]:
    # Made anew, not copied: snippets, oEmbed and the plate on paper then name files of the edition.
    made = render(replace(choropleth, name=kept_name(job.name, job.spec)), outputs, tell)
    return {job.folder / name: data for name, data in made.items()}


def check_map(spec_path: Path) -> bool:
    """Print the report of one spec; return whether the totals agree and a build may be written."""
    choropleth, report = build(spec_path), make_console()
    print_report(choropleth, report)
    print_cost(len(choropleth.rows), choropleth.spec.outputs)
    print_doubts(choropleth, report)
    print_alternatives(choropleth, report)
    print_says(choropleth, report)
    print_cartograms(choropleth, report)
    wrong = contradictions(choropleth)
    drawn = {ending for plate in choropleth.spec.plates for ending in plate.formats}
    if drawn & set(choropleth.spec.outputs):
        # Composing a plate takes a second, and a map without plates needs none of it.
        from geo.plate.plates import plate_problems

        remarks: list[str] = []
        if refused := plate_problems(choropleth, remarks.append):
            raise MapError(refused)
        print_remarks(remarks, report)
    with collecting(wrong):
        refuse_overwriting(
            [Job(choropleth.spec, spec_path.stem, spec_path.parent, spec_path)], None
        )
    if wrong:
        _print_errors(wrong)
    return not wrong


def _print_errors(wrong: Sequence[Problem]) -> None:
    text = "\n".join(map(str, wrong))
    make_console(stderr=True).print(text, style="red", markup=False, soft_wrap=True)


def _print_stale(paths: Sequence[Path], folder: Path, report: Console) -> None:
    for path in paths:
        report.print(f"stale: {path}", style="red", markup=False)
    if not paths:
        report.print(f"every file in {folder} is up to date", markup=False)


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Show on standard error what is being made: a moving line on a terminal, else a line each."""
    errors = make_console(stderr=True)
    # A moving line is made of control characters, which would fill the log of a build server.
    if not errors.is_terminal:
        yield lambda message: errors.print(f"… {message}", markup=False)
        return
    with errors.status("") as status:
        yield status.update

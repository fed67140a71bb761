"""What a build reads and what it will write, known before the first map is made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from geo.base.errors import MapError, Problem
from geo.base.files import absolute, is_file
from geo.base.writing import refuse_clashes
from geo.export import file_names
from geo.spec.file import read_spec
from geo.spec.model import MapSpec
from geo.spec.outputs import Output


@dataclass(frozen=True, slots=True)
class Job:
    """A map to build.

    Attributes
    ----------
    spec : MapSpec
    name : str
        Stem of its files.
    folder : Path
        Where they go.
    path : Path, optional
        Of the spec, if it comes from a file.
    archive : bool
        Whether its files are also kept under the spec's edition.
    """

    spec: MapSpec
    name: str
    folder: Path
    path: Path | None = None
    archive: bool = False

    def targets(self, outputs: Sequence[Output] | None) -> list[Path]:
        """Return the files that will be written, of all outputs or those of the spec."""
        stems = [self.name, kept_name(self.name, self.spec)] if self.archive else [self.name]
        names = (file_names(self.spec, stem, outputs or self.spec.outputs) for stem in stems)
        # Two plates of one name have a message of their own.
        return [self.folder / name for some in names for name in dict.fromkeys(some)]


def kept_name(name: str, spec: MapSpec) -> str:
    """Return the stem of the files that an archive keeps of a map: ``weifang-2024-02-26``."""
    return f"{name}-{spec.edition}" if spec.edition else name


def sources(job: Job) -> list[Path]:
    """Return every file that a map is made from: the spec, all it names, and outlines of zones."""
    table, boundaries = job.spec.table, job.spec.boundaries
    plates = [path for p in job.spec.plates for path in (p.profile, Path(p.font)) if path]
    figures = (table.file, table.release, table.totals, job.spec.cartogram.tiles)
    editions = [measure.breaks_from for measure in job.spec.measures]
    house = job.spec.house
    dress = (job.spec.style, house.logo, house.fonts.text_file, house.fonts.title_file)
    named = (job.path, *figures, boundaries.file, boundaries.zones, *editions, *plates, *dress)
    found = [path for path in named if path is not None and is_file(path)]
    if boundaries.zones is not None:
        from geo.districts.zones import outlines, read_zones

        with suppress(MapError):  # reported by the build itself
            found += outlines(read_zones(boundaries.zones))
    return found


def refuse_overwriting(jobs: Iterable[Job], outputs: Sequence[Output] | None) -> None:
    """Refuse a run that would write over an input of one of its maps, or over a file of another.

    Parameters
    ----------
    jobs : iterable of Job
        Of one command.
    outputs : sequence of str, optional
        Instead of those of the specs.

    Raises
    ------
    MapError
        One problem a file; also if a spec beside, built at another time, has a file of that name.
    """
    planned = list(jobs)
    targets = [path for job in planned for path in job.targets(outputs)]
    refuse_clashes(targets, [path for job in planned for path in sources(job)])
    problems = [problem for job in planned for problem in _of_neighbours(job, outputs)]
    if problems:
        raise MapError(problems)


def _of_neighbours(job: Job, outputs: Sequence[Output] | None) -> list[Problem]:
    """``x.toml`` and ``x-embed.toml`` both have a file ``x-embed.html``."""
    problems = []
    for target in job.targets(outputs):
        other = target.with_suffix(".toml")
        if job.path is None or absolute(other) == absolute(job.path) or not is_file(other):
            continue
        with suppress(MapError):  # a spec that cannot be read builds nothing
            spec = read_spec(other)
            if target.name in file_names(spec, other.stem, spec.outputs):
                what = f"is also a file of the map {other.name}"
                problems.append(Problem(str(target), what, "Rename one of the two specs."))
    return problems

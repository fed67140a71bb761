"""`geo build --archive`: an edition kept under its date, beside the newest whose address stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from geo.base.errors import MapError, Problem
from geo.base.files import stale
from geo.cli.targets import Job


def to_archive(jobs: Sequence[Job]) -> list[Job]:
    """Return maps as ones to keep under their dates.

    Raises
    ------
    MapError
        If one has none. The day on which it is built would be another one for the same map.
    """
    lacking = [
        Problem(str(job.path or job.name), "has no `edition` to be archived under",
                'Write its date at the top: edition = "2024-02-26".')
        for job in jobs
        if not job.spec.edition
    ]  # fmt: skip
    if lacking:
        raise MapError(lacking)
    return [replace(job, archive=True) for job in jobs]


def additions(kept: Mapping[Path, bytes]) -> dict[Path, bytes]:
    """Return the files that an archive lacks.

    Parameters
    ----------
    kept : mapping of Path to bytes
        Those of one edition.

    Raises
    ------
    MapError
        If one is there with other content: what was published under a date stays as it was.
    """
    new = {path: kept[path] for path in stale(kept)}
    changed = [path for path in new if path.exists()]
    if changed:
        remedy = (
            "Give `edition` another date, or for a correction of that day a number: 2024-02-26-2. "
            "geo diff says what changed."
        )
        raise MapError(
            [Problem(str(path), "is archived, and would be another file", remedy)
             for path in changed]
        )  # fmt: skip
    return new

"""`geo extract`: press releases to tables, with a report of what was read and what was not."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from geo.base.languages import LANGUAGES

if TYPE_CHECKING:
    from geo.release.model import Release
    from geo.release.parsing.measures import Measure

FILE = click.Path(path_type=Path)
#: Endings of the files of a folder that are releases.
_KINDS = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")


class Targets(NamedTuple):
    """The files to write, and the language of the review page."""

    output: Path | None
    totals: Path | None
    review: Path | None
    language: str


@click.command("extract", short_help="Read figures of districts out of ARTICLES.")
@click.argument(
    "articles", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True)
)
@click.option(
    "-o",
    "--output",
    type=FILE,
    help="CSV of the rows; the stated totals go beside it, into NAME.totals.csv. Of several "
    "releases one long table, a row for each figure, with date and source.",
)
@click.option("--totals", type=FILE, help="Another file for the stated totals.")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print JSON, every number with its span, instead of the report.",
)
@click.option(
    "--review",
    type=FILE,
    help="HTML page of the release with every number marked, to correct and complete the table "
    "on; of several releases a folder for their pages.",
)
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="zh",
    help="Of the labels of that page; zh if it is not given.",
)
@click.option(
    "--boundaries",
    "area",
    help="Polygon file, or code or name of the atlas (370700, 潍坊): match names with its "
    "districts. Of the atlas's levels the one is taken whose names the text uses.",
)
@click.option(
    "--measure",
    "measures",
    multiple=True,
    metavar="NAME=[WORD:]UNIT",
    help="Read this instead of projects and their investment: cases=例, gdp=地区生产总值:亿元; or "
    "a ready set: projects, population, area, output, cases, jobs. May be given several times.",
)
@click.option(
    "--event",
    type=click.IntRange(min=1),
    help="Only this event, where the text has several (see the report).",
)
def extract_command(
    articles: tuple[Path, ...], output: Path | None, totals: Path | None, as_json: bool,
    review: Path | None, language: str, area: str | None, measures: tuple[str, ...],
    event: int | None,
) -> None:  # fmt: skip
    """Read the districts' figures out of ARTICLES: text, HTML, .docx or PDF; - for standard input.

    \b
    geo extract release.txt -o data/projects.csv --review review.html
    geo extract release.docx --boundaries 370700
    geo extract releases/ -o all.csv                     a folder to one long table
    geo extract report.txt --measure gdp=地区生产总值:亿元

    Exit status 0; 1 if the text contradicts itself; 3 if numbers of districts were left unread or
    a name is not among the districts. What was read is written all the same.
    """  # noqa: D301 - click wants the backspace character itself
    from geo.cli.extract_report import status
    from geo.release.parsing.measures import read_measures

    paths = _files(articles)
    known = read_measures(measures)
    releases = [_read(path, area, known) for path in paths]
    targets = Targets(output, totals, review, language)
    if len(articles) == 1 and len(paths) == 1 and not articles[0].is_dir():
        _one(releases[0], paths[0], targets, event, area, as_json=as_json)
    else:
        _several(releases, paths, targets, event, as_json=as_json)
    found = {status(release) for release in releases}
    # 1 says that a text contradicts itself, 3 that a person has to read a number.
    sys.exit(min(found - {0}, default=0))


def _files(articles: Sequence[Path]) -> list[Path]:
    """Return the files to read; of a folder those that may be releases, in the order of names."""
    from geo.base.errors import MapError, Problem

    found: list[Path] = []
    for article in articles:
        inside = (
            [p for p in sorted(article.iterdir()) if p.suffix.lower() in _KINDS]
            if (article.is_dir())
            else [article]
        )
        if not inside:
            remedy = f"Releases end in {', '.join(_KINDS)}."
            raise MapError(Problem(str(article), "has no releases in it", remedy))
        found += inside
    return found


def _read(path: Path, area: str | None, measures: Sequence[Measure] | None) -> Release:
    from geo.release.extract import read_release, release_text

    if area is None:
        return read_release(path, measures=measures)
    text = release_text(path)
    names, aliases = _districts(area, text)
    return read_release(path, names=names, aliases=aliases, measures=measures, text=text)


def _districts(area: str, text: str) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """Return the districts' names, and other names of each."""
    from geo.spec.file import polygons_at

    polygons = polygons_at(area)
    if polygons["file"] is None:
        from geo.districts.atlas import names_in_text

        return names_in_text(area, text), {}
    from geo.choropleth.inputs import names_of
    from geo.districts.boundaries import read_boundaries

    return names_of(read_boundaries(polygons["file"]))


def _one(
    release: Release,
    path: Path,
    targets: Targets,
    event: int | None,
    area: str | None,
    *,
    as_json: bool,
) -> None:
    """Write and report a single release."""
    from geo.base.files import is_file

    chosen = _event(release, event)
    # `--boundaries` may be a code of the atlas, which is no file.
    read = [file for file in (path, Path(area or "")) if is_file(file)]
    _write(release, targets, chosen, read)
    if as_json:
        from geo.release.files import to_json

        click.echo(to_json(release).encode(), nl=False)
    else:
        from geo.cli.extract_report import print_release

        print_release(release)


def _event(release: Release, event: int | None) -> int | None:
    from geo.base.errors import MapError, Problem

    if event is None:
        return None
    if event > len(release.events):
        what = f"has no event {event}"
        raise MapError(Problem(release.source, what, f"It has {len(release.events)}."))
    return event - 1


def _write(
    release: Release,
    targets: Targets,
    event: int | None,
    read: list[Path],
) -> None:
    """Write table, totals and review page, those that were asked for: all of them or none."""
    from geo.base.writing import refuse_clashes
    from geo.release.files import to_csv, totals_csv

    output, totals, review, language = targets
    if output is not None and release.stated:
        totals = totals or output.with_suffix(".totals.csv")
    refuse_clashes([path for path in (output, totals, review) if path is not None], read)
    files: dict[Path, bytes] = {}
    if output is not None and release.rows:
        files[output] = to_csv(release, event=event).encode()
    elif output is not None:
        click.echo(f"… {output} not written: no figures of districts were read", err=True)
    if totals is not None and (release.stated or output is None):
        files[totals] = totals_csv(release, event=event).encode()
    if review is not None:
        from geo.release.review import review_page

        files[review] = review_page(release, language=language).encode()
    _put(files, read)


def _several(
    releases: Sequence[Release],
    paths: Sequence[Path],
    targets: Targets,
    event: int | None,
    *,
    as_json: bool,
) -> None:
    """Write and report several releases: one long table, a page for each."""
    from geo.base.errors import MapError, Problem

    output, totals, review, language = targets
    for option, given in (("--totals", totals), ("--event", event)):
        if given is not None:
            what = f"is for one release, and there are {len(releases)}"
            raise MapError(Problem(option, what, "Read that release alone."))
    files: dict[Path, bytes] = {}
    if output is not None:
        from geo.release.series import to_long_csv

        files[output] = to_long_csv(releases).encode()
    if review is not None:
        from geo.release.review import review_page

        for release, path in zip(releases, paths, strict=True):
            files[review / f"{path.name}.html"] = review_page(release, language=language).encode()
    _put(files, list(paths))
    if as_json:
        from geo.release.files import to_json_list

        click.echo(to_json_list(releases).encode(), nl=False)
    else:
        from geo.cli.extract_report import print_release

        for release in releases:
            print_release(release)


def _put(files: dict[Path, bytes], read: Sequence[Path]) -> None:
    from geo.base.writing import write_whole

    for written in write_whole(files, read=read) if files else ():
        click.echo(f"… wrote {written.path}", err=True)

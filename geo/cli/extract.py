"""`geo extract`: a press release to a table, with a report of what was read and what was not."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from geo.release.model import Release

FILE = click.Path(path_type=Path)


@click.command("extract")
@click.argument("article", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "-o",
    "--output",
    type=FILE,
    help="CSV of the rows; the stated totals go beside it, into NAME.totals.csv.",
)
@click.option("--totals", type=FILE, help="Another file for the stated totals.")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print JSON, every number with its span, instead of the report.",
)
@click.option("--review", type=FILE, help="HTML page of the release with every number marked.")
@click.option(
    "--boundaries",
    "area",
    help="Polygon file, or code or name of the atlas (370700): match names with its districts.",
)
@click.option(
    "--event",
    type=click.IntRange(min=1),
    help="Only this event, where the text has several (see the report).",
)
def extract_command(
    article: Path, output: Path | None, totals: Path | None, as_json: bool, review: Path | None,
    area: str | None, event: int | None,
) -> None:  # fmt: skip
    """Read the districts' figures out of ARTICLE: text, HTML, .docx or PDF; - for standard input.

    \b
    geo extract release.txt -o data/projects.csv --review review.html
    geo extract release.docx --boundaries 370700

    Exit status 1 if stated totals contradict the rows, figures contradict each other, or a name is
    not among the districts; what was read is written all the same.
    """  # noqa: D301 - click wants the backspace character itself
    from geo.base.files import is_file
    from geo.cli.extract_report import clean, print_release
    from geo.release.extract import read_release

    names, aliases = _districts(area) if area else ((), {})
    release = read_release(article, names=names, aliases=aliases)
    chosen = _event(release, event)
    # `--boundaries` may be a code of the atlas, which is no file.
    read = [path for path in (article, Path(area or "")) if is_file(path)]
    _write(release, (output, totals, review), chosen, read)
    if as_json:
        from geo.release.files import to_json

        click.echo(to_json(release).encode(), nl=False)
    else:
        print_release(release)
    # 1 says that a person has to look, 2 (a `MapError`) that nothing could be made of it.
    sys.exit(0 if clean(release) else 1)


def _districts(area: str) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """Return the districts' names, and other names of each."""
    from geo.choropleth.inputs import names_of
    from geo.spec.file import polygons_at

    place = polygons_at(area)
    if place["code"]:
        from geo.districts.atlas import atlas_boundaries

        districts = atlas_boundaries(place["code"])
    else:
        from geo.districts.boundaries import read_boundaries

        districts = read_boundaries(place["file"])
    return names_of(districts)


def _event(release: Release, event: int | None) -> int | None:
    from geo.base.errors import MapError, Problem

    if not release.rows:
        what = "states no figures of districts"
        remedy = "Expected, for example: 奎文区16个，总投资81.8亿元."
        raise MapError(Problem(release.source, what, remedy))
    if event is None:
        return None
    if event > len(release.events):
        what = f"has no event {event}"
        raise MapError(Problem(release.source, what, f"It has {len(release.events)}."))
    return event - 1


def _write(
    release: Release,
    targets: tuple[Path | None, Path | None, Path | None],
    event: int | None,
    read: list[Path],
) -> None:
    """Write table, totals and review page, those that were asked for: all of them or none."""
    from geo.base.writing import refuse_clashes, write_whole
    from geo.release.files import to_csv, totals_csv

    output, totals, review = targets
    if output is not None and release.stated:
        totals = totals or output.with_suffix(".totals.csv")
    refuse_clashes([path for path in (output, totals, review) if path is not None], read)
    files: dict[Path, bytes] = {}
    if output is not None:
        files[output] = to_csv(release, event=event).encode()
    if totals is not None and (release.stated or output is None):
        files[totals] = totals_csv(release, event=event).encode()
    if review is not None:
        from geo.release.review import review_page

        files[review] = review_page(release).encode()
    for written in write_whole(files, read=read):
        click.echo(f"… wrote {written.path}", err=True)

"""`geo new`: a spec to start from, with a table to fill in or a given sheet wired in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import click

from geo.base.languages import LANGUAGES, Language

FILE = click.Path(path_type=Path)


@click.command("new", short_help="Write a spec of AREA to start a map from.")
@click.argument("area")
@click.argument("sheet", required=False, type=FILE)
@click.option("--out", type=FILE, default=Path(), help="Folder to write to; default: this one.")
@click.option(
    "--level",
    type=click.Choice(["county", "city", "province"]),
    help="Which divisions the area is made of; default: those the sheet names.",
)
@click.option("--page", default="", help="Sheet of a workbook with several.")
@click.option("--language", type=click.Choice(LANGUAGES), help="Of the map; default: the names'.")
@click.option(
    "--set", "keys", multiple=True, metavar="KEY=VALUE",
    help="A key of [boundaries] for a polygon file: crs=EPSG:4326, name_column=NAME, "
    "dissolve=true, where.STATE=Texas. May be repeated.",
)  # fmt: skip
def new_command(
    area: str, sheet: Path | None, out: Path,
    level: Literal["county", "city", "province"] | None, page: str, language: Language | None,
    keys: tuple[str, ...],
) -> None:  # fmt: skip
    """Write a spec of AREA, a polygon file, a code or a name, that builds at once.

    With a SHEET its columns are wired in; without one there is a table to fill in, and the map
    shows the districts' area until it is. A sheet in the place of AREA says by its names which
    area it is of. Nothing is written over.

    \b
    geo new 青岛
    geo new 青岛 figures.xlsx
    geo new figures.xlsx
    geo new "France"                         also World, Europe, us-counties; geo boundaries --list
    geo new counties.topojson unemployment.csv --out maps
    geo new towns.shp towns.shp              the figures are columns of the polygons
    """  # noqa: D301 - click wants the backspace character itself
    click.echo(f"… looking for {area}", err=True)
    from geo.base.writing import write_whole
    from geo.choropleth.draft import draft

    made = draft(
        area, sheet, folder=out, level=level, page=page, keys=_keys(keys), language=language
    )
    for file in write_whole(made.files, read=made.read):
        click.echo(f"{file.path}: {file.size:,} bytes")
    for note in made.notes:
        click.echo(note)
    click.echo(f"next: put title and source right in {made.spec}, then geo build {made.spec}")


def _keys(pairs: Sequence[str]) -> dict[str, object]:
    """Return ``crs=EPSG:4326`` and ``where.STATE=Texas`` as keys of a table of TOML."""
    keys: dict[str, object] = {}
    where: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals:
            raise click.BadParameter(f"{pair!r} is not KEY=VALUE", param_hint="--set")
        if key.startswith("where."):
            column = key.removeprefix("where.")
            where[column] = (*where.get(column, ()), value)
        else:
            keys[key] = value
    return {**keys, "where": where} if where else keys

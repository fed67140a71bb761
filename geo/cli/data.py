"""`geo boundaries` and `geo schema`: commands that make a map's inputs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import click

FILE = click.Path(path_type=Path)


@click.command("boundaries", short_help="Write the polygons of an area, CODE.")
@click.argument("code", required=False)
@click.option(
    "-o",
    "--output",
    type=FILE,
    help="Default: CODE.geojson in this folder. By ending: "
    ".geojson, .fgb, .gpkg, .parquet or .topojson.",
)
@click.option(
    "--level",
    type=click.Choice(["county", "city", "province"]),
    help="Of China: which divisions the area is made of; default: county.",
)
@click.option(
    "--tolerance-m",
    type=click.FloatRange(min=0),
    help="Of China: generalization in metres; 0 keeps all vertices; default: by the extent.",
)
@click.option("--zones", type=FILE, help="CSV of zones to carve out of their hosts.")
@click.option("--list", "listing", is_flag=True, help="Name the areas, or what CODE is made of.")
def boundaries_command(
    code: str | None,
    output: Path | None,
    level: Literal["county", "city", "province"] | None,
    tolerance_m: float | None,
    zones: Path | None,
    listing: bool,
) -> None:
    """Write the polygons of an area, CODE, in WGS 84: of a province or city, a country, the world.

    A name that only one area has will do for its code; where several have it, all are listed.

    \b
    geo boundaries --list                            what there is
    geo boundaries 370700 -o weifang.geojson         the counties of a city
    geo boundaries 370000 --level city -o sd.fgb     the cities of a province
    geo boundaries 100000 --level province           the provinces of China
    geo boundaries world                             countries; Europe, us-counties, France, …
    """  # noqa: D301 - click wants the backspace character itself
    if code is None:
        if not listing:
            raise click.UsageError("Missing argument 'CODE'. `geo boundaries --list` names them.")
        _list_areas()
        return
    click.echo(f"… reading {code}", err=True)
    from geo.base.text import has_chinese
    from geo.districts.boundaries import write_boundaries
    from geo.districts.outlines import area_districts

    language = "zh" if has_chinese(code) else "en"
    reading = area_districts(code, language=language, level=level, tolerance_m=tolerance_m)
    districts = reading.districts
    if listing:
        for own, name in zip(districts["code"], districts["name"], strict=True):
            click.echo(f"{own}  {name}")
        return
    read: list[Path] = []
    if zones is not None:
        from geo.districts.zones import carve, outlines, read_zones

        listed = read_zones(zones)
        districts, read = carve(districts, listed), [zones, *outlines(listed)]
    target = output or Path(f"{code}.geojson")
    write_boundaries(districts, target, read=read)
    click.echo(f"{target}: {len(districts)} districts, {target.stat().st_size:,} bytes")
    for note in reading.notes:
        click.echo(note.what)


def _list_areas() -> None:
    """Print the areas of the package, with what they are made of, and the provinces of China."""
    from geo.base.errors import MapError
    from geo.districts.areas import areas
    from geo.districts.atlas import COUNTRY, divisions

    click.echo("With the package (data/boundaries/README.md says where they are from):")
    for area in areas():
        click.echo(f"  {area.key:<14} {area.english}, {area.chinese}: {area.made_of}")
    click.echo("With the atlas of China, counties, cities (--level city) or provinces:")
    try:
        provinces = divisions(COUNTRY, "province")
    except MapError as error:  # the atlas is an extra
        click.echo(f"  {error}")
        return
    click.echo(f"  {COUNTRY:<14} 中国, China")
    for province in provinces:
        click.echo(f"  {province.code:<14} {province.name}")
    click.echo("  … and what is in them: geo boundaries 370000 --list")


@click.command("schema", short_help="Write the JSON Schema of specs, for editors.")
@click.option("-o", "--output", type=FILE, help="Default: standard output.")
@click.option("--style", is_flag=True, help="Of house styles (style.toml) instead of specs.")
def schema_command(output: Path | None, style: bool) -> None:
    """Write the JSON Schema of specs, so that an editor completes and checks them."""
    from geo.spec.dressing import style_schema
    from geo.spec.file import json_schema

    text = (
        json.dumps(style_schema() if style else json_schema(), ensure_ascii=False, indent=2) + "\n"
    )
    if output is None:
        click.echo(text.encode(), nl=False)
        return
    from geo.base.writing import write_whole

    write_whole({output: text.encode()})

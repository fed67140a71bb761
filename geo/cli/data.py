"""`geo boundaries` and `geo schema`: commands that make a map's inputs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import click

FILE = click.Path(path_type=Path)


@click.command("boundaries")
@click.argument("code")
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
    default="county",
    show_default=True,
    help="Which divisions the area is made of.",
)
@click.option(
    "--tolerance-m",
    type=click.FloatRange(min=0),
    help="Generalization in metres; 0 keeps all vertices; default: by the extent.",
)
@click.option("--zones", type=FILE, help="CSV of zones to carve out of their hosts.")
def boundaries_command(
    code: str,
    output: Path | None,
    level: Literal["county", "city", "province"],
    tolerance_m: float | None,
    zones: Path | None,
) -> None:
    """Write the official polygons of a province, city or county, CODE, in WGS 84.

    A name that only one division has will do for its code; where several have it, all are listed.

    \b
    geo boundaries 370700 -o weifang.geojson         the counties of a city
    geo boundaries 370000 --level city -o sd.fgb     the cities of a province
    geo boundaries 100000 --level province           the provinces of the country
    """  # noqa: D301 - click wants the backspace character itself
    click.echo(f"… reading {code} from the atlas", err=True)
    from geo.districts.atlas import atlas_boundaries
    from geo.districts.boundaries import write_boundaries

    districts = atlas_boundaries(code, level=level, tolerance_m=tolerance_m)
    read: list[Path] = []
    if zones is not None:
        from geo.districts.zones import carve, outlines, read_zones

        listed = read_zones(zones)
        districts, read = carve(districts, listed), [zones, *outlines(listed)]
    target = output or Path(f"{code}.geojson")
    write_boundaries(districts, target, read=read)
    click.echo(f"{target}: {len(districts)} districts, {target.stat().st_size:,} bytes")


@click.command("schema")
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

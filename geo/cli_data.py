"""`geo boundaries`, `geo aggregate` and `geo schema`: commands that make a map's inputs."""

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

    \b
    geo boundaries 370700 -o weifang.geojson         the counties of a city
    geo boundaries 370000 --level city -o sd.fgb     the cities of a province
    geo boundaries 100000 --level province           the provinces of the country
    """  # noqa: D301 - click wants the backspace character itself
    click.echo(f"… reading {code} from the atlas", err=True)
    from geo.atlas import atlas_boundaries
    from geo.boundaries import write_boundaries

    districts = atlas_boundaries(code, level=level, tolerance_m=tolerance_m)
    if zones is not None:
        from geo.zones import carve, read_zones

        districts = carve(districts, read_zones(zones))
    target = output or Path(f"{code}.geojson")
    write_boundaries(districts, target)
    click.echo(f"{target}: {len(districts)} districts, {target.stat().st_size:,} bytes")


@click.command("schema")
@click.option("-o", "--output", type=FILE, help="Default: standard output.")
def schema_command(output: Path | None) -> None:
    """Write the JSON Schema of specs, so that an editor completes and checks them."""
    from geo.spec_file import json_schema

    text = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    if output is None:
        click.echo(text, nl=False)
        return
    from geo.export import write_whole

    write_whole({output.name: text.encode()}, output.parent)

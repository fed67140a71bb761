"""`geo says`: what a map says, offered to the editor."""

from __future__ import annotations

from pathlib import Path

import click

FILE = click.Path(path_type=Path)


@click.command("says", short_help="Print what the map of SPEC says, in sentences.")
@click.argument("spec", type=FILE)
@click.option("--measure", default="", help="Id of one measure; default: all.")
def says_command(spec: Path, measure: str) -> None:
    """Print what the map of SPEC says, in its language, each sentence with its figures.

    Highest and lowest, how few districts hold half of a total, whether neighbours are alike by
    Moran's I, who is unlike them. Paste what you take as dek; `says = true` in [page] prints the
    first measure's on the page.
    """
    from geo.choropleth.pipeline import build
    from geo.choropleth.says import sayings

    choropleth = build(spec)
    chosen = [choropleth.measure(measure)] if measure else choropleth.measures
    for one in chosen:
        click.echo(f"{one.id}")
        for saying in sayings(choropleth, one.id):
            click.echo(f"  {saying.text}")
            for figure in saying.figures:
                click.echo(f"      {figure}")

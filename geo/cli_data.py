"""`geo boundaries`, `geo aggregate` and `geo schema`: commands that make a map's inputs."""

from __future__ import annotations

import json
from pathlib import Path

import click

FILE = click.Path(path_type=Path)


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

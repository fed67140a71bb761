"""`geo dashboard`: several maps in one page with one selection, and as an atlas."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from geo.spec.outputs import BOARD_KINDS

FILE = click.Path(path_type=Path)


@click.command("dashboard", short_help="Put the maps that SPEC lists into one page.")
@click.argument("spec", type=FILE)
@click.option("--out", type=FILE, help="Folder to write to; default: that of the spec.")
@click.option(
    "--only", type=click.Choice(BOARD_KINDS), help="The page or the atlas alone; default: both."
)
@click.option(
    "--check", is_flag=True, help="Write nothing; exit 1 if files differ from what would be built."
)
def dashboard_command(spec: Path, out: Path | None, only: str | None, check: bool) -> None:
    """Build the maps that SPEC lists into one page, NAME.html, and an atlas, NAME.pdf.

    A district that is chosen in one map, or in the index of places below, is chosen in all.

    \b
    geo dashboard maps/weifang-four.toml
    """  # noqa: D301 - click wants the backspace character itself
    from geo.cli.boards import build_board

    kinds = (only,) if only else BOARD_KINDS
    clean = build_board(spec, out or spec.parent, check=check, only=kinds)
    sys.exit(0 if clean else 1)

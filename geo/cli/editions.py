"""`geo diff` and `geo verify`: a map after its publication."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from geo.choropleth.changes import Change, Comparison
    from geo.choropleth.edition import Edition

FILE = click.Path(path_type=Path)


@click.command("diff", short_help="Say what changed from edition OLD to NEW.")
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="For machines, on standard output.")
def diff_command(old: Path, new: Path, as_json: bool) -> None:
    """Say what changed from one edition of a map, OLD, to another, NEW.

    Each is a page, an embed, a CSV or GeoJSON file of a map, or a spec, which is built in memory.
    Exit status: 0 nothing differs, 1 something does, 2 a file is none of a map.

    \b
    geo diff 2024/weifang.html 2025/weifang.html
    geo diff maps/weifang.html maps/weifang.toml     what publishing now would change
    """  # noqa: D301 - click wants the backspace character itself
    from geo.choropleth.changes import compare

    before, after = (_edition(path) for path in (old, new))
    found = compare(before, after)
    if as_json:
        print_json(before, after, found)
    else:
        from geo.cli.console import make_console
        from geo.cli.differences import print_comparison

        print_comparison(before, after, found, make_console())
    sys.exit(1 if found.changes else 0)


@click.command("verify", short_help="Check a published PAGE against its spec and data.")
@click.argument("page", type=FILE)
@click.option(
    "--spec", type=FILE, help="The spec that PAGE was built from; default: the one beside it."
)
def verify_command(page: Path, spec: Path | None) -> None:
    """Check a published PAGE against its spec and data, without a network.

    PAGE is a page, an embed, or a CSV or GeoJSON file of a map. Every district, value, class, break
    and text is compared with what the spec gives now; of pages and embeds every outline, fill, link
    and script, too. Nothing in PAGE is run. Exit status: 0 it is what the spec gives, 1 it is not,
    2 a file is wrong.

    \b
    geo verify maps/weifang.html                     against maps/weifang.toml
    geo verify published/weifang.html --spec maps/weifang.toml
    """  # noqa: D301 - click wants the backspace character itself
    from geo.cli.verifying import spec_beside, verify

    sys.exit(0 if verify(page, spec or spec_beside(page)) else 1)


def _edition(path: Path) -> Edition:
    if path.suffix.lower() == ".toml":
        from geo.choropleth.edition import edition_of
        from geo.choropleth.pipeline import build

        return edition_of(build(path), str(path))
    from geo.choropleth.published import read_edition

    return read_edition(path)


def print_json(old: Edition, new: Edition, found: Comparison) -> None:
    """Print a comparison as JSON: the two files, what was not compared, every change."""
    files = {
        key: {"file": edition.source, "version": edition.version or None}
        for key, edition in (("old", old), ("new", new))
    }
    told = {
        **files,
        "same": not found.changes,
        "not_compared": list(found.unread),
        "changes": [_record(change) for change in found.changes],
    }
    click.echo(json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n", nl=False)


def _record(change: Change) -> dict[str, object]:
    """Return a change by its keys, those left out that say nothing of its kind."""
    from geo.tables.arithmetic import in_digits

    named: Sequence[tuple[str, str]] = (
        ("measure", change.measure),
        ("code", change.code),
        ("name", change.name),
        ("key", change.key),
        ("period", change.period),
    )
    record: dict[str, object] = {"kind": change.kind}
    record |= {key: text for key, text in named if text}
    record |= {"old": change.old, "new": change.new}
    if change.difference is not None:
        # As text: a double would not keep the digits.
        record["difference"] = in_digits(change.difference)
    return record

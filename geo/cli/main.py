"""The command line: `geo new`, `build`, `check`, `diff`, `extract` and the others.

Only click is imported here; what a command needs is imported when it runs, so that help and
errors are instant. Exit status: 0 done, 1 a check found a difference, 2 an input is wrong.
"""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys
from pathlib import Path

import click

from geo.base.errors import MapError, Problem
from geo.base.files import reason, shown
from geo.cli.dashboard import dashboard_command
from geo.cli.data import boundaries_command, schema_command
from geo.cli.editions import diff_command, verify_command
from geo.cli.extract import extract_command
from geo.cli.new import new_command
from geo.cli.records import aggregate_command
from geo.cli.says import says_command
from geo.cli.shell import completion_command, man_command
from geo.cli.watch import watch_command
from geo.spec.outputs import BOARD_KINDS, OUTPUTS, Output

FILE = click.Path(path_type=Path)
#: New objects between two searches for circular garbage, of which a build makes next to none: at
#: Python's 700 the searches took a fourteenth of a build of the country's counties, at 100,000 and
#: with the one when Python ends a twentieth.
_BETWEEN_COLLECTIONS = 1_000_000


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="geo-choropleth", prog_name="geo")
def cli() -> None:
    """Choropleth maps that agree: a page, an embed and a printed plate from one spec."""


@cli.command(short_help="Build the maps of SPECs, or of the only one here.")
@click.argument("specs", nargs=-1, type=FILE)
@click.option("--out", type=FILE, help="Folder to write to; default: that of the spec.")
@click.option(
    "--only", help=f"Comma-separated, of {', '.join(OUTPUTS)}; default: what the spec says."
)
@click.option(
    "--check", is_flag=True, help="Write nothing; exit 1 if files differ from what would be built."
)
@click.option(
    "--publish",
    is_flag=True,
    help="Refuse a map without approval number or with a failing palette.",
)
@click.option(
    "--archive",
    is_flag=True,
    help="Keep the files also under the `edition` of the spec, NAME-DATE; never over an edition "
    "that has other content.",
)
@click.option(
    "--release", type=FILE, help="Take the figures from this press release instead of the table."
)
@click.option(
    "--boundaries",
    "area",
    help="Take the polygons from this file, or of this official code or name, instead of "
    "the spec's.",
)
@click.option(
    "--no-cache",
    is_flag=True,
    help="Prepare large polygons anew instead of taking them as the last build kept them.",
)
def build(
    specs: tuple[Path, ...], out: Path | None, only: str | None, check: bool, publish: bool,
    archive: bool, release: Path | None, area: str | None, no_cache: bool,
) -> None:  # fmt: skip
    """Build the maps of one or more SPECs; by default of the one in this folder or in maps.

    \b
    geo build maps/qingdao.toml
    geo build maps/weifang-four.toml                        a dashboard, as geo dashboard does
    geo build --release release.txt --boundaries 370700     from prose to page, without a spec
    """  # noqa: D301 - click wants the backspace character itself
    chosen = _outputs(only)
    from geo.cli.build import build_map, jobs
    from geo.cli.own import is_dashboard
    from geo.cli.targets import refuse_overwriting

    boards = [path for path in specs if is_dashboard(path)]
    if boards and (publish or archive or release or area):
        remedy = "Leave out --publish, --archive, --release and --boundaries."
        raise MapError(Problem(str(boards[0]), "is a dashboard, of maps as they are", remedy))
    maps = tuple(path for path in specs if path not in boards)
    planned = jobs(maps, release, area, out) if maps or not boards else []
    if archive:
        from geo.cli.archive import to_archive

        planned = to_archive(planned)
    refuse_overwriting(planned, chosen)
    clean = [
        build_map(job, chosen, check=check, publish=publish, cache=not no_cache) for job in planned
    ]
    clean += [_board(path, out, chosen, check=check) for path in boards]
    sys.exit(0 if all(clean) else 1)


@cli.command(short_help="Read, join, classify SPECs; write only the report.")
@click.argument("specs", nargs=-1, type=FILE)
def check(specs: tuple[Path, ...]) -> None:
    """Read, join, reconcile and classify SPECs; print the report; write nothing.

    Without SPECs, that of this folder or of maps. Of a dashboard each of its maps is checked.
    """
    from geo.cli.build import check_map
    from geo.cli.own import chosen_specs, is_dashboard
    from geo.spec.dashboard import read_dashboard

    chosen: list[Path] = []
    for spec in chosen_specs(specs):
        board = is_dashboard(spec)
        chosen += [page.spec for page in read_dashboard(spec).pages] if board else [spec]
    clean = [check_map(spec) for spec in dict.fromkeys(chosen)]
    sys.exit(0 if all(clean) else 1)


def _board(spec: Path, out: Path | None, chosen: tuple[Output, ...] | None, *, check: bool) -> bool:
    from geo.cli.boards import build_board

    kinds = [kind for kind in BOARD_KINDS if chosen is None or kind in chosen]
    return build_board(spec, out or spec.parent, check=check, only=kinds) if kinds else True


_COMMANDS = (
    new_command, extract_command, boundaries_command, aggregate_command, schema_command,
    diff_command, verify_command, says_command, dashboard_command, watch_command,
    completion_command, man_command,
)  # fmt: skip
for command in _COMMANDS:
    cli.add_command(command)


def _outputs(only: str | None) -> tuple[Output, ...] | None:
    if only is None:
        return None
    words = [word.strip() for word in only.split(",") if word.strip()]
    unknown = [word for word in words if word not in OUTPUTS]
    if unknown or not words:
        what = f"unknown output {', '.join(map(repr, unknown))}" if unknown else "names no output"
        raise MapError(Problem("--only", what, f"Allowed: {', '.join(OUTPUTS)}."))
    return tuple(output for output in OUTPUTS if output in words)


def main() -> None:
    """Run the command line; report all errors in one message on standard error."""
    gc.set_threshold(_BETWEEN_COLLECTIONS, 50, 50)
    atexit.register(gc.freeze)  # what ends with the process needs no search through it
    # To look for pydantic's plugins opens every installed package; a spec has no use for one.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    for stream in (sys.stdout, sys.stderr):  # None without a console, as under pythonw
        if isinstance(stream, io.TextIOWrapper):
            # Of a terminal without Chinese, and of file names in bytes that are no text.
            stream.reconfigure(errors="backslashreplace")
    try:
        cli()
    except MapError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    except OSError as error:  # a full disk under a log, say; files have messages of their own
        place = shown(Path(error.filename)) if error.filename else "output"
        click.echo(f"{place}: {reason(error)}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()

"""`geo watch`: a map in the browser that is built anew whenever one of its files is saved."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geo.base.errors import MapError, Problem

if TYPE_CHECKING:
    from geo.cli.preview import Preview
    from geo.cli.targets import Job

FILE = click.Path(path_type=Path)
#: Seconds between two looks at the files: short for a person, nothing for a machine.
_LOOK = 0.25
_REPORT_WIDTH = 76

Stamps = dict[Path, tuple[int, int]]


@click.command("watch", short_help="Show the map of SPEC in the browser as it changes.")
@click.argument("spec", required=False, type=FILE)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Default: any that is free.")
@click.option("--open/--no-open", "opening", default=True, help="Open the browser, or do not.")
def watch_command(spec: Path | None, port: int, opening: bool) -> None:
    """Show the map of SPEC in the browser, and again whenever a file it is made from is saved.

    The page is beside its report; while something is wrong, that is said and the last right map
    stays. Nothing is written: `geo build` does that. Only this machine can see it. Ctrl-C ends it.

    \b
    geo watch maps/qingdao.toml
    geo watch                       the only spec of this folder
    """  # noqa: D301 - click wants the backspace character itself
    from geo.cli.own import chosen_specs
    from geo.cli.preview import Preview, serve

    (path,) = chosen_specs((spec,) if spec else ())
    preview = Preview()
    try:
        server = serve(preview, port)
    except OSError as error:
        what = f"cannot be used: {error.strerror}"
        remedy = "Leave it out for one that is free."
        raise MapError(Problem(f"--port {port}", what, remedy)) from None
    address = f"http://127.0.0.1:{server.server_port}/"
    click.echo(f"watching {path} at {address} (Ctrl-C ends it)")
    try:
        if opening:
            click.launch(address)
        _watch(path, preview)
    except KeyboardInterrupt:
        click.echo("ended")
    finally:
        server.shutdown()
        server.server_close()


def _watch(path: Path, preview: Preview) -> None:
    """Build the map, and anew after every change; for ever."""
    watched, before = _round(path, preview, [path])
    while True:
        time.sleep(_LOOK)
        now = _stamps(watched)
        if now == before:
            continue
        # An editor may still be writing: wait until a look finds nothing new.
        while (later := _stamps(watched)) != now:
            now = later
            time.sleep(_LOOK)
        watched, before = _round(path, preview, watched)


def _round(path: Path, preview: Preview, watched: list[Path]) -> tuple[list[Path], Stamps]:
    """Build and show the map once; return what to watch from now, and how it was before.

    What is saved, moved or brought back while the map is being built is a change of the next round.
    """
    known = dict.fromkeys([*watched, *_folders(watched)])
    earlier = _stamps(known)
    files = _shown(path, preview, watched)
    current = _stamps(files)
    stamps = {file: (earlier if file in known else current).get(file) for file in files}
    return files, {file: stamp for file, stamp in stamps.items() if stamp}


def _folders(files: Iterable[Path]) -> list[Path]:
    return list(dict.fromkeys(file.parent for file in files))


def _stamps(files: Iterable[Path]) -> Stamps:
    """Return time and size of every file that is there."""
    found: Stamps = {}
    for file in files:
        try:
            status = os.stat(file)  # noqa: PTH116 - a Path per look would be no clearer
        except OSError:
            continue
        found[file] = (status.st_mtime_ns, status.st_size)
    return found


def _shown(path: Path, preview: Preview, watched: list[Path]) -> list[Path]:
    """Build the map and show it, or what is wrong with it; return the files to watch from now."""
    from geo.cli.build import jobs
    from geo.cli.targets import sources

    start = time.perf_counter()
    try:
        (job,) = jobs((path,), None, None)
        watched = [*sources(job), path.parent / "style.toml"]
        text, page, wrong = _built(job)
    except MapError as error:
        # The file that is missing may come: its folder changes then.
        watched = list(dict.fromkeys([*watched, *_folders(watched)]))
        text, page, wrong = str(error), "", True
    took = f"{time.perf_counter() - start:.1f} s"
    clock = time.strftime("%H:%M:%S")
    if wrong:
        preview.fail(f"{clock}  something is wrong", text)
        click.echo(f"{clock} {text}", err=True)
    else:
        preview.show(page, f"{clock}  built in {took}", text)
        click.echo(f"{clock} {path} built in {took}")
    return watched


def _built(job: Job) -> tuple[str, str, bool]:
    """Return report, page and whether the totals contradict the table."""
    from rich.console import Console

    from geo.choropleth.pipeline import build
    from geo.cli.report import contradictions, print_report
    from geo.web.page import page

    choropleth = build(job.spec, name=job.name, cache=True)
    out = io.StringIO()
    print_report(choropleth, Console(file=out, width=_REPORT_WIDTH, highlight=False))
    wrong = contradictions(choropleth)
    if wrong:
        return "\n".join(map(str, wrong)) + f"\n\n{out.getvalue()}", "", True
    return out.getvalue(), page(choropleth), False

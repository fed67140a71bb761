"""`geo build` and `geo check`: one spec from file to report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from rich.console import Console

from geo.choropleth import build
from geo.errors import MapError
from geo.export import render, stale, write_whole
from geo.report import (
    contradictions,
    print_files,
    print_policies,
    print_report,
    publish_problems,
)
from geo.spec import Output
from geo.spec_file import read_spec, with_release

_NOT_A_TERMINAL_WIDTH = 120  # a log file has no width of its own


def consoles() -> tuple[Console, Console]:
    """Return the consoles for the report (standard output) and for progress (standard error)."""
    out, err = Console(highlight=False), Console(stderr=True, highlight=False)
    for console in (out, err):
        if not console.is_terminal:
            console.width = _NOT_A_TERMINAL_WIDTH
    return out, err


def build_map(
    spec_path: Path, out: Path | None, chosen: tuple[str, ...] | None, *,
    check: bool, publish: bool, release: Path | None, area: str | None,
) -> bool:  # fmt: skip
    """Build one spec; return whether every check was clean.

    With `check` nothing is written, and a file that differs is a difference. A contradiction of
    the totals is shown with both numbers, and nothing is written.
    """
    report, _ = consoles()
    spec = with_release(read_spec(spec_path), release, area)
    folder = out or spec_path.parent
    with _progress() as tell:
        tell(f"{spec_path}: reading, joining, classifying")
        choropleth = build(spec, name=spec_path.stem)
        wrong = contradictions(choropleth)
        if publish and (refused := publish_problems(choropleth)):
            raise MapError(refused)
        files = (
            {}
            if wrong
            else render(choropleth, cast("tuple[Output, ...]", chosen or spec.outputs), tell)
        )
    print_report(choropleth, report)
    if wrong:
        _, errors = consoles()
        errors.print("\n".join(map(str, wrong)), style="red", markup=False, soft_wrap=True)
        return False
    if check:
        return not _print_stale(stale(files, folder), folder, report)
    print_files(write_whole(files, folder), report)
    print_policies(choropleth, files, report)
    return True


def check_map(spec_path: Path) -> bool:
    """Print the report of one spec; return whether the totals agree."""
    report, errors = consoles()
    choropleth = build(spec_path)
    print_report(choropleth, report)
    wrong = contradictions(choropleth)
    if wrong:
        errors.print("\n".join(map(str, wrong)), style="red", markup=False, soft_wrap=True)
    return not wrong


def _print_stale(names: list[str], folder: Path, console: Console) -> bool:
    for name in names:
        console.print(f"stale: {folder / name}", style="red", markup=False)
    if not names:
        console.print(f"every file in {folder} is what the build makes", markup=False)
    return bool(names)


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Show on standard error what is being made: a moving line on a terminal, else a line each."""
    _, console = consoles()
    if not console.is_terminal:
        yield lambda message: console.print(f"… {message}", markup=False)
        return
    with console.status("") as status:
        yield status.update

"""What `geo verify` does and prints: a published map against its spec."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from geo.base.errors import MapError, Problem
from geo.base.files import read_bytes
from geo.base.packaged import version
from geo.base.text import decode
from geo.choropleth.changes import compare
from geo.choropleth.edition import Edition, edition_of
from geo.choropleth.pipeline import build
from geo.choropleth.published import read_edition
from geo.cli.console import make_console
from geo.cli.differences import print_changes
from geo.cli.targets import kept_name
from geo.web.proofreading import Finding, proofread

if TYPE_CHECKING:
    from rich.console import Console

    from geo.choropleth.model import Choropleth

_MOST_ROWS = 40
_MOST_TEXT = 120  # of an outline or a script nobody reads more


def verify(page: Path, spec: Path) -> bool:
    """Print where a published map is not what its spec gives; return whether it is nowhere.

    Parameters
    ----------
    page : Path
        A page, an embed, or a data file.
    spec : Path

    Raises
    ------
    MapError
        If one of the two cannot be read.
    """
    edition = read_edition(page)
    choropleth = _named(build(spec), page)
    expected, console = edition_of(choropleth, str(spec)), make_console()
    console.print(f"{page} against {spec}", markup=False, soft_wrap=True)
    if edition.places and not edition.places.keys() & expected.places.keys():
        # All of it would differ, down to the last outline: one cause, said once.
        said = f"another map: none of its {len(edition.places)} districts is among the "
        said += f"{len(expected.places)} that the spec gives. Is it of another spec?"
        console.print(said, markup=False, soft_wrap=True)
        return False
    found = compare(edition, expected)
    rest = _rest(page, edition, choropleth)
    _print_version(edition, console)
    if found.changes:
        console.print("old is what is published, new what the spec gives")
    print_changes(found, console)
    if rest:
        console.print(_table(rest, edition))
    if any(finding.aspect == "program" for finding in rest):
        said = f"scripts or styles are not those of geo {version()}: another version made them, "
        console.print(f"{said}or somebody changed them", style="yellow", markup=False)
    if found.changes or rest:
        return False
    console.print(f"{len(edition.places)} districts, {len(edition.layers)} measures: all as in "
                  f"{spec}", markup=False, soft_wrap=True)  # fmt: skip
    return True


def spec_beside(page: Path) -> Path:
    """Return the spec in a file's folder whose name the file's own begins with, the longest.

    Parameters
    ----------
    page : Path
        ``weifang-embed.html`` and ``weifang-2024-02-26.csv`` are of ``weifang.toml``.

    Raises
    ------
    MapError
        If there is none, or no such file.
    """
    read_bytes(page)
    found = [
        path
        for path in page.parent.glob("*.toml")
        if page.name.startswith((f"{path.stem}-", f"{path.stem}."))
    ]
    if not found:
        what = f"no spec in {page.absolute().parent} has its name"
        raise MapError(
            Problem(str(page), what, "Say which it was built from: --spec maps/weifang.toml.")
        )
    return max(found, key=lambda path: len(path.stem))


def _named(choropleth: Choropleth, page: Path) -> Choropleth:
    """Return a map by the name that its page has: of an archived edition with its date."""
    kept = kept_name(choropleth.name, choropleth.spec)
    return replace(choropleth, name=kept) if page.name.startswith(kept) else choropleth


def _print_version(edition: Edition, console: Console) -> None:
    if _other_version(edition):
        said = f"made by geo {edition.version}; this is geo {version()}, which may draw otherwise"
        console.print(said, style="yellow", markup=False)


def _other_version(edition: Edition) -> bool:
    return bool(edition.version) and edition.version != version()


def _rest(page: Path, edition: Edition, choropleth: Choropleth) -> list[Finding]:
    """Return what differs in what a reader sees; a data file is its figures and no more."""
    if not edition.parts:
        return []
    found = proofread(decode(read_bytes(page), str(page)), choropleth)
    # Another version has other scripts; that it is another one is said.
    hidden = {"data", "program"} if _other_version(edition) else set()
    return [finding for finding in found if finding.aspect not in hidden]


def _table(findings: Sequence[Finding], edition: Edition) -> Table:
    table = Table("Part", "Where", "Published", "By the spec", title="What readers see",
                  title_justify="left")  # fmt: skip
    for finding in findings[:_MOST_ROWS]:
        place = edition.places.get(finding.place)
        where = finding.place if place is None else f"{place.name} {finding.place}"
        sides = _apart(finding.published, finding.expected)
        # As text: square brackets of names are no markup.
        table.add_row(*map(Text, (finding.aspect, where, *sides)))
    if len(findings) > _MOST_ROWS:
        table.add_row("…", f"and {len(findings) - _MOST_ROWS:,} more", "", "")
    return table


def _apart(a: str, b: str) -> tuple[str, str]:
    """Return two texts from where they part on, if they are long."""
    if max(len(a), len(b)) <= _MOST_TEXT:
        return a or "—", b or "—"
    same = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), 0)
    start = max(0, same - 20)
    return _cut(a, start) or "—", _cut(b, start) or "—"


def _cut(text: str, start: int) -> str:
    part = text[start : start + _MOST_TEXT]
    return ("…" * (start > 0) + part + "…" * (start + _MOST_TEXT < len(text))) if part else ""

"""`make layouts`: the snippet in every layout, at three widths; its table in docs/embedding.md."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from geo.choropleth.pipeline import build
from geo.web.embed import embed
from geo.web.frame import frame
from proofs.layouts.hosts import HOSTS, Host
from proofs.layouts.measuring import Measured, chromium, firefox_alone, measured
from proofs.outcome import ROOT, Count, Find, Outcome, clock, conclude, tell
from tests.web.browser.local_site import serving

DOCUMENT = ROOT / "docs" / "embedding.md"
BEGIN, END = "<!-- written by make layouts -->", "<!-- end of what make layouts writes -->"
SPEC = ROOT / "maps" / "weifang.toml"
EMBED = "/embed.html"
WIDTHS = (375, 768, 1280)
SPARE = 24  # pixels of a map that is 1,500 high
#: Every width that an article may give, a step that no rule of the style repeats.
SWEEP = range(281, 1500, 13)

Figures = Mapping[tuple[str, int], Measured]


def run(
    widths: tuple[int, ...], hosts: tuple[Host, ...], engine: str
) -> dict[tuple[str, int], Measured]:
    """Return what is measured of every host at every width of the window."""
    made = build(SPEC)
    snippet = str(frame(made, embed(made), EMBED).html)
    paths = {host: f"/{i}.html" for i, host in enumerate(hosts)}
    pages = {path: host.page(snippet) for host, path in paths.items()}
    found = {}
    with serving(pages | {EMBED: embed(made).html}) as (origin, _):
        for size, some in groupby(sorted(hosts, key=_type_size), _type_size):
            with chromium(size) if engine == "chromium" else firefox_alone() as tab:
                for host in some:
                    for width in widths:
                        one = measured(tab, origin + paths[host], host, width)
                        found[host.name, width] = one
                        tell(f"{engine} {width} {host.name}: {one}")
    return found


def _type_size(host: Host) -> int:
    return host.type_size


def faults(width: int, one: Measured) -> Iterator[str]:
    """Yield what is wrong with a map in an article."""
    if one.width < min(280, 0.6 * width):
        yield "too narrow"
    if one.spare < -0.5:
        yield "cut off"
    if one.spare > SPARE:
        yield "empty room"
    if one.shift > 0:
        yield "layout shift"
    if one.overflow > 0:
        yield "sideways scrolling"


def table(found: Figures) -> str:
    """Return the table in Markdown: width by height and what is to spare, CSS pixels."""
    heads = "".join(f" {width} |" for width in WIDTHS)
    rows = [f"| the site's layout |{heads} shift |", "|---|" + "--:|" * (len(WIDTHS) + 1)]
    for host in HOSTS:
        ones = [found[host.name, width] for width in WIDTHS]
        cells = "".join(f" {o.width:.0f} × {o.height:.0f}, {o.spare:+.0f} |" for o in ones)
        rows.append(f"| {host.name} |{cells} {max(o.shift for o in ones):.3f} |")
    return "\n".join(rows)


def written(document: str, text: str) -> str:
    """Return a document with a text between the marks."""
    before, _, rest = document.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{text}\n\n{END}{after}"


def main() -> int:
    """Run the proof; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m proofs.layouts", description=__doc__)
    parser.add_argument("--engine", choices=("chromium", "firefox"), default="chromium")
    parser.add_argument("--only", default="", help="those with this in their name; writes nothing")
    parser.add_argument("--sweep", action="store_true", help="every width, in a plain column")
    chosen = parser.parse_args()
    hosts = tuple(host for host in HOSTS if chosen.only in host.name)
    hosts, widths = (hosts[:1], tuple(SWEEP)) if chosen.sweep else (hosts, WIDTHS)
    with clock() as spent:
        found = run(widths, hosts, chosen.engine)
    if hosts == HOSTS and chosen.engine == "chromium":
        _write(DOCUMENT, table(found))
    finds = [
        Find(fault, f"{host.name} at {width}", "", f"{found[host.name, width]}")
        for host in hosts
        for width in widths
        for fault in faults(width, found[host.name, width])
    ]
    kinds = ("too narrow", "cut off", "empty room", "layout shift", "sideways scrolling")
    counts = tuple(Count(k, len(found), sum(f.kind == k for f in finds)) for k in kinds)
    for find in finds:
        tell(f"{find.kind}: {find.given}")
    return conclude(Outcome("layouts", counts, tuple(finds), spent[0]))


def _write(path: Path, text: str) -> None:
    path.write_text(written(path.read_text(encoding="utf-8"), text), encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())

"""`python -m bench`: measure, and write docs/bench.md."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.browsing import Visits, chromium, visit
from bench.building import Race, static_race, web_race
from bench.contenders import CONTENDERS, ROOT, pages
from bench.crowd import crowd_section
from bench.districts import districts_section
from bench.network_files import network_files
from bench.records import records_section
from bench.releases import releases_section
from bench.report import Results, report
from bench.server import serving


def main() -> None:
    """Run everything; contenders take turns, so that what slows the machine slows all of them."""
    chosen = options()
    target = ROOT / "docs" / "bench.md"
    millions = tuple(int(n) for n in chosen.records.split(",") if n)
    sections: dict[str, Callable[[Path], str]] = {
        "records": lambda folder: records_section(folder, millions, chosen.record_runs),
        "districts": lambda folder: districts_section(folder, chosen.district_runs),
        "peers": lambda folder: crowd_section(folder, chosen.peer_runs),
        "releases": lambda folder: releases_section(folder, chosen.release_runs),
    }
    if chosen.only:
        text = renewed(target.read_text(encoding="utf-8"), _made(sections[chosen.only]))
        print(text) if chosen.print else target.write_text(text, encoding="utf-8")
        return
    counted = _made(sections.pop("records")) if millions else ""
    print("building: page and embed against folium, plates against geopandas")
    races: dict[str, Race] = {
        "page and embed": web_race(chosen.builds), "png, svg, pdf": static_race(chosen.builds)
    }  # fmt: skip
    grown = "\n".join([_made(sections[name]) for name in ("districts", "peers", "releases")])
    visits = browse(chosen.visits)
    text = report(Results(visits, races, chosen.visits, chosen.builds, counted, grown))
    print(text) if chosen.print else target.write_text(text, encoding="utf-8")


def _made(section: Callable[[Path], str]) -> str:
    with TemporaryDirectory() as folder:
        return section(Path(folder))


def options() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--visits", type=int, default=15, help="visits to each page, at each speed")
    parser.add_argument("--builds", type=int, default=9, help="builds by each program")
    parser.add_argument(
        "--records",
        default="1,10",
        metavar="N,…",
        help="millions of records, 100 if there is time; empty for none",
    )
    for option, default, what in (
        ("--record-runs", 3, "by each program with records"),
        ("--district-runs", 5, "of each form of maps of 16 to 10,000 districts"),
        ("--peer-runs", 5, "of each peer with as many districts as China has"),
        ("--release-runs", 3, "of each text of press releases"),
    ):
        parser.add_argument(option, type=int, default=default, help=what)
    parser.add_argument(
        "--only",
        choices=("records", "districts", "peers", "releases"),
        help="renew that section of docs/bench.md and leave the others",
    )
    parser.add_argument(
        "--print", action="store_true", help="print instead of writing docs/bench.md"
    )
    return parser.parse_args()


def renewed(text: str, section: str) -> str:
    """Put a section in the place of the old one with its heading, or before the last."""
    before, found, rest = text.partition(section.partition("\n")[0] + "\n")
    if not found:
        before, _, rest = text.partition("## Where\n")
        return f"{before}{section}\n## Where\n{rest}"
    return f"{before}{section}\n## {rest.partition(chr(10) + '## ')[2]}"


def browse(visits: int) -> dict[str, Visits]:
    """Return what was measured of each contender, by its name."""
    print("fetching what the peers load from the network, making the pages")
    network = network_files()
    measured = {contender.name: Visits() for contender in CONTENDERS}
    with serving(pages(network)) as site, chromium() as browser:
        for number in range(visits):
            print(f"visit {number + 1} of {visits}")
            # A turn forward, a turn backward: nobody always comes after the heaviest.
            for contender in CONTENDERS if number % 2 else CONTENDERS[::-1]:
                visit(browser, site, contender, measured[contender.name])
    return measured


if __name__ == "__main__":
    main()

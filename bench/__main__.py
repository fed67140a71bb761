"""`python -m bench`: measure, and write docs/bench.md."""

from __future__ import annotations

import argparse

from bench.browsing import Visits, chromium, visit
from bench.building import Race, static_race, web_race
from bench.contenders import CONTENDERS, ROOT, pages
from bench.network_files import network_files
from bench.report import Results, report
from bench.server import serving


def main() -> None:
    """Run everything; contenders take turns, so that what slows the machine slows all of them."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--visits", type=int, default=15, help="visits to each page, at each speed")
    parser.add_argument("--builds", type=int, default=9, help="builds by each program")
    parser.add_argument(
        "--print", action="store_true", help="print instead of writing docs/bench.md"
    )
    chosen = parser.parse_args()
    print("building: page and embed against folium, plates against geopandas")
    races: dict[str, Race] = {
        "page and embed": web_race(chosen.builds), "png, svg, pdf": static_race(chosen.builds)
    }  # fmt: skip
    text = report(Results(browse(chosen.visits), races, chosen.visits, chosen.builds))
    if chosen.print:
        print(text)
    else:
        (ROOT / "docs" / "bench.md").write_text(text, encoding="utf-8")


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

"""Write `geo/districts/countries.txt`, the codes of ISO 3166-1, from the package pycountry.

Run with pycountry installed: ``python tools/make_countries.py``. The package has the names of
14 languages and of subdivisions besides, forty times what the map needs.
"""

from __future__ import annotations

from pathlib import Path

import pycountry

TARGET = Path(__file__).parents[1] / "geo" / "districts" / "countries.txt"


def main() -> None:
    """Write a line a country: alpha-2, alpha-3, number."""
    codes = sorted((c.alpha_2, c.alpha_3, c.numeric) for c in pycountry.countries)
    TARGET.write_text("".join(f"{' '.join(code)}\n" for code in codes), encoding="utf-8")


if __name__ == "__main__":
    main()

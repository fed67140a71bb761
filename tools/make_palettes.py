"""Renew geo/symbology/palettes.json from the packages branca (ColorBrewer) and cmcrameri.

Run once when one of them is updated: `python tools/make_palettes.py`. Colours are `rrggbb`, joined
by spaces; ColorBrewer has a list for every number of classes it was designed for, Crameri's maps
have their 256 steps.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "geo" / "symbology" / "palettes.json"
#: What the authors ask to be said wherever their colours are given on.
NOTICES = (
    "This product includes color specifications and designs developed by Cynthia Brewer "
    "(http://colorbrewer.org/).",
    "Crameri, F.: Scientific colour maps, https://doi.org/10.5281/zenodo.1243862, MIT licence.",
)
#: Qualitative schemes have no order to show more or less by.
UNORDERED = ("Accent", "Dark2", "Paired", "Pastel1", "Pastel2", "Set1", "Set2", "Set3")


def palettes() -> dict[str, object]:
    """Return both collections as the file holds them."""
    return {"notices": list(NOTICES), "brewer": brewer(), "crameri": crameri()}


def brewer() -> dict[str, dict[str, str]]:
    """Return ColorBrewer's ordered schemes: name to number of classes to colours."""
    from branca.colormap import linear

    found: dict[str, dict[str, str]] = {}
    for member in dir(linear):
        name, _, size = member.rpartition("_")
        if size.isdigit() and name and name not in UNORDERED:
            colors = (_hex(color) for color in getattr(linear, member).colors)
            found.setdefault(name, {})[str(int(size))] = " ".join(colors)
    return found


def crameri() -> dict[str, str]:
    """Return Crameri's ordered maps; those that end in O are cyclic, those in S categorical."""
    folder = files("cmcrameri") / "cmaps"
    texts = {path.name.removesuffix(".txt"): path for path in folder.iterdir()}
    return {
        name: " ".join(
            _hex([float(x) for x in row.split()])
            for row in path.read_text(encoding="ascii").splitlines()
            if row.strip()
        )
        for name, path in sorted(texts.items())
        if path.name.endswith(".txt") and name[-1] not in "OS"
    }


def _hex(color: tuple[float, ...] | list[float]) -> str:
    return "".join(f"{round(255 * x):02x}" for x in color[:3])


def main() -> None:
    """Write the file anew."""
    text = json.dumps(palettes(), indent=1, sort_keys=True)
    TARGET.write_text(f"{text}\n", encoding="ascii", newline="\n")


if __name__ == "__main__":
    main()

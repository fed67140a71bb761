"""Make what the front end takes from Python: folium's shell, the schema of the data block.

With the shell, the templates as Python are made too.

Usage: python tools/make_front_inputs.py shell | schema
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from geo.web.contract import MapData
from geo.web.data import STRINGS
from geo.web.render import compiled
from geo.web.shell import CRSS, rendered, script_module

WEB = Path(__file__).resolve().parents[1] / "geo" / "web"


def schema() -> str:
    """Return the JSON schema of `MapData`."""
    made = TypeAdapter(MapData).json_schema(mode="serialization")
    return json.dumps(_older(made), indent=1, sort_keys=True) + "\n"


def _older(part: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return a schema in the words of draft 7, which json-schema-to-typescript reads.

    Titles go: each would become a type of its own.
    """
    if isinstance(part, list):
        return [_older(item) for item in part]
    if not isinstance(part, dict):
        return part
    titled = isinstance(part.get("title"), str)
    kept = {key: _older(value) for key, value in part.items() if not (titled and key == "title")}
    return {"items" if key == "prefixItems" else key: value for key, value in kept.items()}


def words_module() -> str:
    """Return a module with the place of every text in `strings` of the data block."""
    head = (
        "// @ts-check\n// Made by `make front` from geo/web/data.py: places in `strings`. As"
        " constants of their own\n// they are numbers in the built scripts, which need no keys.\n"
    )
    return head + "".join(f"export const {key} = {i};\n" for i, key in enumerate(STRINGS))


def write_shell() -> None:
    """Write `src/shell.js`, `src/words.js`, `dist/shell.html` and `dist/templates.json`."""
    made = json.dumps(compiled(), ensure_ascii=False, indent=0)
    (WEB / "dist" / "templates.json").write_text(made + "\n", encoding="utf-8")
    (WEB / "src" / "shell.js").write_text(script_module(), encoding="utf-8")
    (WEB / "src" / "words.js").write_text(words_module(), encoding="utf-8")
    (WEB / "dist" / "shell.html").write_text(rendered(CRSS[0]).div + "\n", encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["schema"]:
        sys.stdout.write(schema())
    elif sys.argv[1:] == ["shell"]:
        write_shell()
    else:
        sys.exit(__doc__)

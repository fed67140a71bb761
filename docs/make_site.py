"""Gather the documentation into .site/pages and build it as a site into .site/html.

`make docs` runs this. Pages keep their places in the repository, so that their links hold; the
references of the spec, the commands and the Python names are written anew from the code.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import click

import geo
from geo.cli.main import cli
from geo.spec.model import MapSpec

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / ".site"
#: What the pages are, and what they link to or show.
PAGES = (
    "*.md", "LICENSE", "Makefile", "docs/*.md", "docs/*.html", "docs/*.json", "docs/*.py",
    "docs/examples/*", "docs/gallery/*", "docs/site/*", "docs/styles/*", "data/**/*.md",
    "data/*.csv", "data/boundaries/zones.csv", "maps/*.toml", "maps/*.html", "maps/*.png",
    "maps/weifang*", "styles/*", "geo/base/catalogue/*.json", "geo/web/data.py",
    "tests/test_rooms.py",
)  # fmt: skip


def main() -> None:
    """Gather, write the references, build; exit with mkdocs' status."""
    gather(SITE / "pages")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--config-file",
        ROOT / "docs" / "mkdocs.yml",
    ]
    made = subprocess.run([*map(str, command), *sys.argv[1:]], check=False)  # noqa: S603 - mkdocs
    sys.exit(made.returncode)


def gather(pages: Path) -> None:
    """Copy what the site shows into an empty folder, and write the references beside it."""
    shutil.rmtree(pages, ignore_errors=True)
    for pattern in PAGES:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file():
                target = pages / path.relative_to(ROOT)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
    for page in pages.rglob("*.md"):
        text = joined_lines(deep_lists(page.read_text(encoding="utf-8")))
        page.write_text(text, encoding="utf-8")
    docs = pages / "docs"
    (docs / "reference-spec.md").write_text(spec_page(), encoding="utf-8")
    (docs / "reference-commands.md").write_text(commands_page(), encoding="utf-8")
    (docs / "reference-python.md").write_text(python_page(), encoding="utf-8")


def deep_lists(text: str) -> str:
    """Return a page whose numbered points hold together for mkdocs, too.

    CommonMark wants what belongs to a point three spaces deep, as the pages have it;
    Python-Markdown wants four, and began every list anew after a block of code, with 1.
    """
    lines, inside = [], False
    for line in text.splitlines():
        if re.match(r"\d+\. ", line):
            inside = True
        elif inside and line.strip() and not line.startswith("   "):
            inside = False
        deep = inside and line.startswith("   ")
        lines.append(f" {line}" if deep else line)
    return "\n".join(lines) + "\n"


def joined_lines(text: str) -> str:
    """Return a page whose Chinese sentences run on over the ends of its lines.

    A browser shows the end of a line as a blank, and Chinese has none between its words.
    """
    parts = re.split(r"(^ *```.*?^ *```$)", text, flags=re.MULTILINE | re.DOTALL)
    # Ideographs, their punctuation, full width; what begins a table, a list, a heading is none.
    wide = "[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’…]"
    return "".join(
        part if "```" in part else re.sub(f"(?<={wide})\n *(?={wide})", "", part) for part in parts
    )


def spec_page() -> str:
    """Return every key of the spec as Markdown, from the models that check it."""
    schema = MapSpec.model_json_schema()
    lines = [
        "# Every key of the spec",
        "",
        "Written from the models that check a spec. [The spec](spec.md) explains it.",
        "",
    ]
    lines += ["## Top level", "", *_table(schema)]
    for name, part in schema["$defs"].items():
        if "properties" in part:
            lines += ["", f"## {name}", "", part.get("description", ""), "", *_table(part)]
    return "\n".join(lines) + "\n"


def _table(part: dict[str, Any]) -> Iterator[str]:
    yield "| key | type | default | meaning |"
    yield "|---|---|---|---|"
    for name, entry in part.get("properties", {}).items():
        default = entry.get("default")
        # An empty default says nothing that the reader of a table looks for.
        said = f"`{default}`" if default not in (None, "", [], {}) else ""
        said = "needed" if name in part.get("required", ()) else said
        cells = (f"`{name}`", _kind(entry), said, entry.get("description", ""))
        yield f"| {' | '.join(map(_cell, cells))} |"


def _kind(entry: dict[str, Any]) -> str:
    if "$ref" in entry:
        name = entry["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "enum" in entry:
        return ", ".join(f"`{value}`" for value in entry["enum"])
    if "anyOf" in entry:
        return " or ".join(
            dict.fromkeys(_kind(e) for e in entry["anyOf"] if e.get("type") != "null")
        )
    if entry.get("type") == "array":
        return (
            f"list of {_kind(entry['items'])}" if isinstance(entry.get("items"), dict) else "list"
        )
    return str(entry.get("const", entry.get("type", "")))


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", r"\|")


def commands_page() -> str:
    """Return the help of every command as Markdown."""
    parts = ["# Commands", ""]
    context = click.Context(cli, info_name="geo")
    for name in ["", *cli.list_commands(context)]:
        command = cli.get_command(context, name) if name else cli
        assert command is not None  # noqa: S101 - `list_commands` has named it
        inner = click.Context(command, info_name=f"geo {name}".strip()) if name else context
        parts += [
            f"## geo {name}".rstrip(),
            "",
            f"<pre><code>{escape(command.get_help(inner))}</code></pre>",
            "",
        ]
    return "\n".join(parts)


def python_page() -> str:
    """Return the page on which mkdocstrings writes the docstrings of the public names."""
    homes = {name: getattr(geo, name).__module__ for name in geo.__all__}
    homes |= {
        "save": "geo.export",
        "render": "geo.export",
        "plates": "geo.plate.plates",
        "figure": "geo.plate.plates",
    }
    parts = ["# Python", "", "The public names: `import geo` has all but the last four.", ""]
    parts += [f"::: {home}.{name}\n" for name, home in homes.items()]
    return "\n".join(parts)


if __name__ == "__main__":
    main()

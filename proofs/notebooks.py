"""`make notebooks`: the how-to for notebooks, run cell by cell in a Jupyter kernel and in marimo.

What each shows is opened in Chromium: every district of the map has to be drawn.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path

import nbformat
from playwright.sync_api import Browser, sync_playwright

from proofs.outcome import ROOT, Count, Find, Outcome, clock, conclude, tell
from tests.conftest import CHROMIUM_FLAGS, chromium_path

HOW_TO = ROOT / "docs" / "howto-notebook.md"
_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
#: What a reader would go on to ask of the how-to's second map.
FURTHER = ("made", "made.to_folium()", "made.to_frame()")
#: Districts that have to be seen in the cell that ends so. folium's own page is not opened: it
#: asks other hosts for its scripts.
DRAWN = {"weifang": 16, "made": 16}


def cells(text: str) -> list[str]:
    """Return the cells: imports first and once, as marimo wants them, then block after block."""
    imports: dict[str, None] = {}
    bodies = []
    for block in _BLOCK.findall(text):
        tree = ast.parse(block)
        lines = block.splitlines()
        first = [node for node in tree.body if isinstance(node, ast.Import)]
        imports |= dict.fromkeys(ast.unparse(node) for node in first)
        taken = {node.lineno for node in first}
        body = "\n".join(line for i, line in enumerate(lines, 1) if i not in taken)
        bodies.append(body.strip())
    return ["\n".join(imports), *bodies, *FURTHER]


def shown(notebook: Path) -> Iterator[tuple[str, str, str]]:
    """Yield each cell's last expression, the HTML it shows, and its error, if it has one."""
    for cell in nbformat.read(notebook, as_version=4).cells:
        outputs = cell.get("outputs", [])
        markup = "".join(out["data"].get("text/html", "") for out in outputs if "data" in out)
        errors = [out for out in outputs if out.output_type == "error"]
        errors += [out for out in outputs if "Traceback" in out.get("text", "")]
        last = ast.parse(cell.source).body[-1] if cell.source else None
        what = ast.unparse(last) if isinstance(last, ast.Expr) else ""
        yield what, markup, str(errors[0])[:300] if errors else ""


class _Frames(HTMLParser):
    """The documents of the frames in a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.documents: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        text = dict(attrs).get("srcdoc") if tag == "iframe" else None
        if text:
            self.documents.append(text)


def districts_in(browser: Browser, markup: str) -> int:
    """Return how many districts Chromium draws of what a cell shows."""
    frames = _Frames()
    frames.feed(markup)
    drawn = 0
    for document in frames.documents:
        page = browser.new_page()
        page.set_content(document)
        page.wait_for_timeout(500)  # milliseconds: scripts have drawn what they draw
        drawn += page.evaluate(
            "() => new Set([...document.querySelectorAll('svg path[data-code]')]"
            ".filter((shape) => shape.getBoundingClientRect().width)"
            ".map((shape) => shape.dataset.code)).size"
        )
        page.close()
    return drawn


def run(*command: object, cwd: Path) -> None:
    """Run a program in the folder of the notebook."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    words = [str(part) for part in command]
    # A cell that fails is found in what was written: both programs end with 1 then, or with 0.
    subprocess.run(words, check=False, cwd=cwd, env=environment, capture_output=True)


def executed(folder: Path, sources: Sequence[str]) -> Iterator[tuple[str, Path]]:
    """Run the cells in both programs; yield the name of each and the notebook with outputs."""
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(s) for s in sources])
    written = folder / "made.ipynb"
    nbformat.write(made, written)
    tell("Jupyter")
    python = (sys.executable, "-m")
    run(
        *python, "nbconvert", "--to", "notebook", "--execute", "--allow-errors", written,
        "--output", "jupyter.ipynb", cwd=folder,
    )  # fmt: skip
    yield "Jupyter", folder / "jupyter.ipynb"
    tell("marimo")
    run(*python, "marimo", "convert", written, "-o", "made.py", cwd=folder)
    run(
        *python, "marimo", "export", "ipynb", "made.py", "--include-outputs", "--sort", "top-down",
        "-o", "marimo.ipynb", cwd=folder,
    )  # fmt: skip
    yield "marimo", folder / "marimo.ipynb"


def main() -> int:
    """Run the proof; return its exit status."""
    counts: list[Count] = []
    finds: list[Find] = []
    with clock() as spent, tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        folder = Path(name)
        for there in ("data", "maps"):
            (folder / there).symlink_to(ROOT / there)
        browser = driver.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_FLAGS)
        sources = cells(HOW_TO.read_text(encoding="utf-8"))
        for program, notebook in executed(folder, sources):
            seen = dict.fromkeys(DRAWN, 0)
            for what, markup, error in shown(notebook):
                if what in FURTHER and not markup:
                    finds.append(Find(f"{program}: nothing is shown", what))
                if error:
                    finds.append(Find(f"{program}: a cell fails", what, message=error))
                if what in seen:
                    seen[what] = districts_in(browser, markup)
            finds += [
                Find(f"{program}: {seen[what]} of {want} districts drawn", what)
                for what, want in DRAWN.items()
                if seen[what] != want
            ]
            failed = sum(find.kind.startswith(program) for find in finds)
            counts.append(Count(f"cells in {program}", len(sources), failed))
        browser.close()
    return conclude(Outcome("notebooks", tuple(counts), tuple(finds), spent[0]))


if __name__ == "__main__":
    sys.exit(main())

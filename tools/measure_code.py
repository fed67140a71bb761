"""Print how long files and functions are, and how many comments they have, room by room.

Run it from the top folder: ``python tools/measure_code.py``. A function's length leaves out its
docstring; comments are counted against the lines of code beside them.
"""

from __future__ import annotations

import ast
import io
import tokenize
from pathlib import Path
from statistics import median, quantiles

PACKAGE = Path(__file__).resolve().parents[1] / "geo"


def function_lengths(tree: ast.Module) -> list[int]:
    """Return the lines of every function from its first statement after the docstring on."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.lineno
            if ast.get_docstring(node) is not None:
                first = node.body[min(1, len(node.body) - 1)].lineno
            found.append((node.end_lineno or first) - first + 1)
    return found


def comments_and_code(text: str) -> tuple[int, int]:
    """Return the number of lines with a comment, and of those with code (docstrings apart)."""
    comments, code = set(), set()
    skipped = {tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
    start = True  # of a statement: a string that stands there alone is a docstring
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            comments.add(token.start[0])
        elif token.type not in skipped:
            if not (token.type == tokenize.STRING and start):
                code.update(range(token.start[0], token.end[0] + 1))
            start = False
        if token.type in {tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}:
            start = True
    return len(comments), len(code)


def row(name: str, paths: list[Path]) -> str:
    """Return one line of the table: files, lines, lengths, comments of a set of files."""
    texts = [path.read_text(encoding="utf-8") for path in paths]
    lines = [len(text.splitlines()) for text in texts]
    functions = [n for text in texts for n in function_lengths(ast.parse(text))] or [0]
    counted = [comments_and_code(text) for text in texts]
    comments, code = (sum(pair[i] for pair in counted) for i in (0, 1))
    share = 100 * comments / code if code else 0.0
    return (
        f"{name:12}{len(paths):6}{sum(lines):8}{median(lines):9.0f}{ninetieth(lines):6.0f}"
        f"{max(lines):6}{len(functions):11}{median(functions):8.0f}{ninetieth(functions):6.0f}"
        f"{max(functions):6}{share:11.1f}"
    )


def ninetieth(values: list[int]) -> float:
    """Return the 90th percentile."""
    return quantiles(values, n=10, method="inclusive")[-1] if len(values) > 1 else values[0]


def main() -> None:
    """Print the table."""
    paths = sorted(PACKAGE.rglob("*.py"))
    rooms: dict[str, list[Path]] = {}
    for path in paths:
        inside = path.relative_to(PACKAGE).parts
        rooms.setdefault(inside[0] if len(inside) > 1 else "(doors)", []).append(path)
    print(
        f"{'room':12}{'files':>6}{'lines':>8}{'median':>9}{'p90':>6}{'max':>6}"
        f"{'functions':>11}{'median':>8}{'p90':>6}{'max':>6}{'comments':>11}"
    )
    for name, inside in sorted(rooms.items()):
        print(row(name, inside))
    print(row("all", paths))
    print("Lengths in lines; comments per 100 lines of code.")


if __name__ == "__main__":
    main()

"""Formulas of columns, read and never run: ``investment / population * 10000``."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

#: Longer ones are no formula that a reader could be told.
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was read.

    Attributes
    ----------
    tree : ast.expr
        Of names, numbers, the four operators and the minus sign, nothing else.
    columns : tuple of str
        In the order in which they occur.
    adds_up : bool
        Its value for a whole is the sum of those for the parts: a sum of columns, each times or
        by a number.
    """

    tree: ast.expr
    columns: tuple[str, ...]
    adds_up: bool


def read_formula(text: str) -> Formula:
    """Read a formula.

    Parameters
    ----------
    text : str
        Numbers, columns, ``+ - * /`` and brackets. A column whose name is more than letters, digits
        and ``_`` is written in quotation marks: ``"人口（万）" / area_km2``.

    Raises
    ------
    ValueError
        With the reason, for a spec's message.
    """
    if len(text) > _LONGEST:
        raise ValueError(f"`formula` has {len(text)} characters, more than {_LONGEST}")
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise ValueError(
            f"{text!r} is no formula. Write columns, numbers, + - * / and ()"
        ) from None
    for node in ast.walk(tree):
        _check(node, text)
    places = [
        (node.lineno, node.col_offset, name)
        for node in ast.walk(tree)
        if isinstance(node, ast.expr)
        for name in _column(node)
    ]
    columns = tuple(dict.fromkeys(name for *_, name in sorted(places)))
    if not columns:
        raise ValueError(f"{text!r} names no column")
    return Formula(tree, columns, _degree(tree) == 1)


def _check(node: ast.AST, text: str) -> None:
    # A whitelist: what Python has besides, calls and attributes first of all, is no formula.
    match node:
        case ast.Constant(value=bool()):
            pass
        case ast.Constant(value=int() | float() | str()) | ast.Name() | ast.Load():
            return
        case ast.BinOp() | ast.UnaryOp(op=ast.USub()) | ast.USub():
            return
        case ast.Add() | ast.Sub() | ast.Mult() | ast.Div():
            return
    raise ValueError(f"{text!r} has more than columns, numbers, + - * / and ()")


def _column(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Name(id=name) | ast.Constant(value=str(name)):
            yield name


def _degree(node: ast.expr) -> int | None:
    """Return 0 for a number, 1 for what adds up over districts, None for what does not."""
    match node:
        case ast.Constant(value=int() | float()):
            return 0
        case ast.UnaryOp(operand=operand):
            return _degree(operand)
        case ast.BinOp(left=left, op=op, right=right):
            return _combined(_degree(left), op, _degree(right))
    return 1  # a column


def _combined(a: int | None, op: ast.operator, b: int | None) -> int | None:
    if a is None or b is None:
        return None
    if isinstance(op, ast.Mult):
        return a + b if a + b < 2 else None
    if isinstance(op, ast.Div):
        return a if b == 0 else None
    return a if a == b else None

"""Measures by a formula of columns, exact in decimals."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from decimal import Decimal

from geo.base.formula import Formula
from geo.tables.arithmetic import difference, product, quotient, total
from geo.tables.printed import Printed
from geo.tables.table import Column, State

_SIGNS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: lambda a, b: total((a, b)),
    ast.Sub: difference,
    ast.Mult: product,
    ast.Div: quotient,
}


def computed(formula: Formula, columns: Mapping[str, Column], unit: str) -> Column:
    """Compute a formula for every district.

    Returns
    -------
    Column
        Unrounded. A cell without a value makes one "missing", a division by zero "inapplicable".
    """
    numbers = {name: columns[name].numbers for name in formula.columns}
    n = len(next(iter(numbers.values())))
    found = [_cell(formula, {name: numbers[name][i] for name in numbers}) for i in range(n)]
    return Column(unit, tuple(cell for cell, _ in found), tuple(state for _, state in found))


def _cell(formula: Formula, cells: Mapping[str, Decimal | None]) -> tuple[Printed | None, State]:
    known = {name: value for name, value in cells.items() if value is not None}
    if len(known) < len(cells):
        return None, "missing"
    try:
        return Printed(_value(formula.tree, known)), "value"
    except ZeroDivisionError:
        return None, "inapplicable"


def of_the_whole(formula: Formula, columns: Mapping[str, Column]) -> Decimal | None:
    """Return the formula of the sums over the districts that have all its columns; None if none."""
    numbers = [columns[name].numbers for name in formula.columns]
    rows = [row for row in zip(*numbers, strict=True) if None not in row]
    if not rows:
        return None
    sums = (total(x for x in column if x is not None) for column in zip(*rows, strict=True))
    try:
        return _value(formula.tree, dict(zip(formula.columns, sums, strict=True)))
    except ZeroDivisionError:
        return None


def _value(node: ast.expr, cells: Mapping[str, Decimal]) -> Decimal:
    match node:
        case ast.Name(id=name) | ast.Constant(value=str(name)):
            return cells[name]
        case ast.Constant(value=int() | float() as number):
            return Decimal(repr(number))
        case ast.UnaryOp(operand=operand):
            return difference(Decimal(0), _value(operand, cells))
        case ast.BinOp(left=left, op=op, right=right):
            a, b = _value(left, cells), _value(right, cells)
            if isinstance(op, ast.Div) and not b:
                raise ZeroDivisionError
            return _SIGNS[type(op)](a, b)
    raise TypeError(node)  # `_check` let nothing else pass

"""Which records count: ``year >= 2020 and kind in ("工业", "商业")``, read and never run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

_LONGEST = 1000
_COMPARISONS = {
    ast.Eq: "equal", ast.NotEq: "not_equal", ast.Lt: "less", ast.LtE: "less_equal",
    ast.Gt: "greater", ast.GtE: "greater_equal",
}  # fmt: skip
#: A number that Arrow reads into 20 digits before the point and 18 behind it.
_NUMBER = r"^\s*[+-]?[0-9]{1,13}(\.[0-9]{1,18})?\s*$"


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that was read.

    Attributes
    ----------
    tree : ast.expr
        Comparisons of columns with numbers or texts, joined by ``and``, ``or`` and ``not``.
    columns : tuple of str
        In the order in which they occur.
    """

    tree: ast.expr
    columns: tuple[str, ...]


def read_condition(text: str) -> Condition:
    """Read a condition.

    Parameters
    ----------
    text : str
        ``year >= 2020 and kind != "住宅"``; ``kind in ("工业", "商业")``. A column whose name is
        more than letters, digits and ``_`` is written ``column("投资（亿元）")``.

    Raises
    ------
    ValueError
        With the reason, for a message.
    """
    remedy = 'Compare columns with numbers or "texts", joined by and, or, not.'
    if len(text) > _LONGEST:
        raise ValueError(f"has {len(text)} characters, more than {_LONGEST}.")
    try:
        tree = ast.parse(text.strip(), mode="eval").body
        columns = tuple(dict.fromkeys(_columns(tree)))
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise ValueError(f"{text!r} is no condition. {remedy}") from None
    return Condition(tree, columns)


def _columns(node: ast.expr) -> Iterator[str]:
    # A whitelist: what Python has besides, calls and attributes first of all, is refused.
    match node:
        case ast.BoolOp(values=values):
            for value in values:
                yield from _columns(value)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield from _columns(operand)
        case ast.Compare(left=left, ops=ops, comparators=others):
            for op, a, b in zip(ops, [left, *others], others, strict=False):
                yield _compared(a, op, b)[0]
        case _:
            raise ValueError


def _compared(
    a: ast.expr, op: ast.cmpop, b: ast.expr
) -> tuple[str, str, list[Decimal] | list[str]]:
    """Return column, comparison and values of ``year >= 2020`` or ``2020 <= year``."""
    if isinstance(op, ast.In | ast.NotIn):
        if not isinstance(b, ast.Tuple | ast.List | ast.Set):
            raise ValueError
        return _name(a), "in" if isinstance(op, ast.In) else "not in", _values(b.elts)
    word = _COMPARISONS.get(type(op))
    if word is None:
        raise ValueError
    if isinstance(b, ast.Name | ast.Call):
        swap = {"less": "greater", "greater": "less"}
        first, _, rest = word.partition("_")
        word = "_".join(filter(None, (swap.get(first, first), rest)))
        a, b = b, a
    return _name(a), word, _values([b])


def _name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name):
            return name
        case ast.Call(
            func=ast.Name(id="column"), args=[ast.Constant(value=str(name))], keywords=[]
        ):
            return name
    raise ValueError


def _values(nodes: list[ast.expr]) -> list[Decimal] | list[str]:
    texts = [n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    if nodes and len(texts) == len(nodes):
        return texts
    return [_number(node) for node in nodes]


def _number(node: ast.expr) -> Decimal:
    match node:
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_number(operand)
        case ast.Constant(value=bool()):
            pass
        case ast.Constant(value=int() | float() as number):
            return Decimal(str(number))
    raise ValueError


def holds(condition: Condition, table: pa.Table) -> pa.ChunkedArray:
    """Tell which rows of a table meet a condition.

    A cell that is blank, or no number where one is asked for, meets no comparison.

    Returns
    -------
    ChunkedArray of bool
        Without nulls.
    """
    return _evaluated(condition.tree, table)


def _evaluated(node: ast.expr, table: pa.Table) -> pa.ChunkedArray:
    import pyarrow.compute as pc

    match node:
        case ast.BoolOp(op=op, values=values):
            joined = pc.and_ if isinstance(op, ast.And) else pc.or_
            found = _evaluated(values[0], table)
            for value in values[1:]:
                found = joined(found, _evaluated(value, table))
            return found
        case ast.UnaryOp(operand=operand):
            return pc.invert(_evaluated(operand, table))
        case ast.Compare(left=left, ops=ops, comparators=others):
            pairs = zip(ops, [left, *others], others, strict=False)
            parts = [_comparison(table, *_compared(a, op, b)) for op, a, b in pairs]
            found = parts[0]
            for part in parts[1:]:
                found = pc.and_(found, part)
            return found
    raise ValueError(node)


def _comparison(
    table: pa.Table, name: str, word: str, values: list[Decimal] | list[str]
) -> pa.ChunkedArray:
    import pyarrow as pa
    import pyarrow.compute as pc

    cells = pc.cast(table[name], pa.string())
    given = pc.not_equal(pc.fill_null(cells, ""), "")
    compared = pc.utf8_trim_whitespace(cells)
    if isinstance(values[0], Decimal):
        number = pc.match_substring_regex(cells, _NUMBER)
        compared = pc.cast(pc.if_else(number, compared, None), pa.decimal128(38, 18))
        given = pc.and_(given, pc.fill_null(number, False))
    known = pa.array(values, compared.type)
    if word in {"in", "not in"}:
        found = pc.is_in(compared, value_set=known)
        found = pc.invert(found) if word == "not in" else found
    else:
        found = pc.call_function(word, [compared, known[0]])
    return pc.and_(pc.fill_null(found, False), given)

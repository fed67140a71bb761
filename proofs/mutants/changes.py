"""The changes: comparisons, arithmetic, booleans, constants, conditions, extremes, results."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import CodeType

_COMPARE: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt), ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,), ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
}  # fmt: skip
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult, ast.Pow: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any", "floor": "ceil", "ceil": "floor"}

Change = Callable[[], object]


@dataclass(frozen=True)
class Mutant:
    """A module with one change; the change is named by the source lines, which may move."""

    function: str
    line: int
    before: str
    after: str
    code: CodeType

    @property
    def name(self) -> str:
        """What identifies the mutant while the file around it changes."""
        return f"{self.function}: {self.before} -> {self.after}"


def mutants(source: str) -> Iterator[Mutant]:
    """Yield every change of a module's functions; annotations and docstrings are left alone."""
    tree = ast.parse(source)
    for function, statement, node in list(_sites(tree)):
        before = ast.unparse(statement).partition("\n")[0]
        for turn in range(len(_choices(node))):
            kept = {k: list(v) if isinstance(v, list) else v for k, v in vars(node).items()}
            _choices(node)[turn]()
            after = ast.unparse(statement).partition("\n")[0]
            if after != before:
                code = compile(ast.fix_missing_locations(tree), "mutant", "exec")
                yield Mutant(function, node.lineno, before, after, code)
            vars(node).clear()
            vars(node).update(kept)


def _sites(tree: ast.Module) -> Iterator[tuple[str, ast.stmt, ast.expr]]:
    """Yield function, statement and expression of everything that can be changed."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        for statement in _own_statements(function.body):
            for node in _own_expressions(statement):
                if _choices(node):
                    yield function.name, statement, node


def _own_statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements of a function, not those of functions within it, nor its docstring."""
    for statement in body:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef | ast.Assert):
            continue
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            continue
        yield statement
        for name in ("body", "orelse", "finalbody", "handlers"):
            for part in getattr(statement, name, []):
                yield from _own_statements(
                    part.body if isinstance(part, ast.ExceptHandler) else [part]
                )


def _own_expressions(statement: ast.stmt) -> Iterator[ast.expr]:
    """Yield the expressions of a statement's own line: its condition, not its block."""
    for name, value in ast.iter_fields(statement):
        if name in {"body", "orelse", "finalbody", "handlers", "annotation"}:
            continue
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, ast.AST):
                yield from (n for n in _walk(part) if isinstance(n, ast.expr))


def _walk(part: ast.AST) -> Iterator[ast.AST]:
    """Walk without `strict=`: like `assert`, it says what holds, and changes nothing that does."""
    nodes = list(ast.walk(part))
    left = {id(n.value) for n in nodes if isinstance(n, ast.keyword) and n.arg == "strict"}
    yield from (n for n in nodes if id(n) not in left)


def _choices(node: ast.expr) -> list[Change]:  # noqa: PLR0911 - a line for each kind of node
    """Return functions that each change the node in one way."""
    if isinstance(node, ast.Compare) and len(node.ops) >= 1:
        return [
            lambda i=i, new=new: node.ops.__setitem__(i, new())
            for i, op in enumerate(node.ops)
            for new in _COMPARE.get(type(op), ())
        ]
    if isinstance(node, ast.BinOp) and type(node.op) in _ARITHMETIC:
        return [lambda: setattr(node, "op", _ARITHMETIC[type(node.op)]())]
    if isinstance(node, ast.BoolOp):
        other = ast.Or if isinstance(node.op, ast.And) else ast.And
        return [lambda: setattr(node, "op", other())]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return [lambda: setattr(node, "op", ast.UAdd())]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return [lambda: setattr(node, "operand", ast.UnaryOp(ast.Not(), node.operand))]
    if isinstance(node, ast.Constant):
        return _constants(node)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _NAMES:
        return [lambda: setattr(node, "func", ast.Name(_NAMES[node.func.id], ast.Load()))]
    if isinstance(node, ast.IfExp):
        return [lambda: setattr(node, "body", node.orelse)]
    return []


def _constants(node: ast.Constant) -> list[Change]:
    value = node.value
    if isinstance(value, bool):
        return [lambda: setattr(node, "value", not value)]
    if isinstance(value, int | float):
        return [lambda: setattr(node, "value", value + 1)]
    return []

"""Whose the numbers are: lines are read in order, each in the scope that those before it left."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from geo.release.names.hierarchy import Levels
from geo.release.parsing.clauses import Clause, Phrase, split_clauses
from geo.release.parsing.forms import Form
from geo.release.parsing.statements import Statement, Times, times_of
from geo.release.phrases.run import Run
from geo.release.phrases.tokens import Token
from geo.release.scoping.adding import with_divisions
from geo.release.scoping.outcomes import Outcome, Taken, refused
from geo.release.scoping.scopes import Scope
from geo.release.scoping.stating import extended, opened_by, with_act
from geo.release.scoping.steps import step
from geo.release.tabular.tables import TableRow, row_subject
from geo.release.text.lines import Line
from geo.release.words.kinds import FIGURES, TIMES, Kind
from geo.release.words.readings import Unused

#: How a line begins that names another article: its time and act are not this one's.
_ELSEWHERE = tuple(
    f"{word}{colon}"
    for word in (
        "相关新闻",
        "相关阅读",
        "相关链接",
        "延伸阅读",
        "推荐阅读",
        "往期回顾",
        "上一篇",
        "下一篇",
    )
    for colon in "：:"
)


class Attribution(NamedTuple):
    """All statements of a text, in order, and the numbers that are in none, by their start."""

    statements: tuple[Statement, ...]
    refused: Mapping[int, Unused]


def attribute(
    lines: Sequence[Line],
    tokens: Callable[[int, Collection[int]], Sequence[Token]],
    tables: Mapping[int, tuple[range, Sequence[TableRow]]],
    levels: Levels,
) -> Attribution:
    """Read all lines of a text.

    Parameters
    ----------
    lines : sequence of Line
    tokens : callable
        Returns those of a line by its index; asked one line after the other, so that not all need
        be in memory. Of a table's row it may leave out the numbers of cells that begin where the
        second argument, positions in the plain text, tells.
    tables : mapping of int to (range, sequence of TableRow)
        The lines of each table, head included, and its rows, by the index of the first line.
    levels : Levels
        Which places have totals, and which no rows.
    """
    in_tables = {number for run, _ in tables.values() for number in run}
    scope = Scope(levels)
    statements: dict[int, Statement] = {}
    refusals: dict[int, Unused] = {}
    in_cells: set[int] = set()
    for number, line in enumerate(lines):
        outcomes: list[Outcome] = []
        if number not in in_tables:
            scope, outcomes = read_line(scope, line, number, tokens(number, ()))
        for row in tables[number][1] if number in tables else ():
            scope, more = read_row(scope, lines[row.line], row, lines[row.named_in])
            outcomes += more
            for said in more:
                in_cells.update([reading.start for reading in said.statement.all_readings])
        if number in in_tables:  # most numbers of a table are in a cell, and are not refused
            found = tokens(number, in_cells)
            rest = [token for token in found if line.plain(token.start) not in in_cells]
            outcomes += refused(_whole_line(line, number, rest))
        for outcome in outcomes:  # the last state of a statement, the first refusal of a number
            if isinstance(outcome, Taken):
                statements[outcome.number] = outcome.statement
            else:
                refusals.setdefault(outcome.start, outcome)
    stated = tuple(said for said in statements.values() if said.all_readings)
    return Attribution(stated, refusals)


def read_line(
    scope: Scope, line: Line, number: int, tokens: Sequence[Token]
) -> tuple[Scope, list[Outcome]]:
    """Read a line of prose; one that states nothing but a time or an act is a heading."""
    if line.text.startswith(_ELSEWHERE):
        return scope, [*refused(_whole_line(line, number, tokens), "other")]
    before, scope = scope.statements, scope.in_line()
    marks = [t for t in tokens if t.start < line.mark or t.kind is Kind.BULLET]
    clauses = list(split_clauses(line, number, tokens))
    if times := [token for token in tokens if token.kind in TIMES]:
        read = {token.start for clause in clauses for token in clause.tokens}
        marks += [token for token in times if token.start not in read]
    outcomes: list[Outcome] = []
    if marks:
        outcomes += refused(_whole_line(line, number, marks), "mark")
    for clause in with_divisions(clauses):
        scope, found = step(scope, clause)
        outcomes += found
    # 共有5县市累计大于1万例: a bound is no figure of anybody, and what is below it may have figures
    figures = len([t for t in tokens if t.kind in FIGURES and t.hedge != "大于"])
    told = figures > 1 or (line.text.endswith("。") and figures > 0)
    announces = (scope.statements == before and not told) or line.text.endswith(("：", ":"))
    heading = times_of([t for t in tokens if t.start >= line.mark]) if announces else Times()
    # A new paragraph without a time ends what the heading before it said; 有6个： is below it, too.
    if heading != Times() or (line.gap == 3 and not line.text.endswith(("：", ":"))):
        scope = scope._replace(heading=heading)
    return scope, outcomes


def read_row(scope: Scope, line: Line, row: TableRow, named: Line) -> tuple[Scope, list[Taken]]:
    """Read a row of a table, whose name is in a line: a statement, under the heading's times.

    No word is between a name and its figures, so that nothing of a clause has to be asked.
    """
    subject = row_subject(row, scope.levels, named)
    scope = scope.in_line().of_whole().about(subject, line)
    if subject.role == "part":
        return scope, []
    scope = scope.dated(row.times, whole_sentence=True) if row.times else scope
    tokens = Run(token for amounts in row.amounts for token in amounts.tokens)
    clause, phrase = _whole_line(line, row.line, tokens), Phrase(tokens, Form())
    statement = opened_by(scope, clause, row.amounts[0], subject)
    for amounts in row.amounts:
        statement = extended(statement, scope, clause, phrase, amounts)
    scope = with_act(scope, clause, statement, row.amounts[0], opened=True)
    scope = scope.stated(statement, opened=True)
    return scope, [Taken(scope.sentence.number, statement)]


def _whole_line(line: Line, number: int, tokens: Sequence[Token]) -> Clause:
    return Clause(line, number, line.gap, Run(tokens), line.span(0, len(line.text)))

"""Records that name their districts, counted by DuckDB in one scan where nothing is unclear.

What it cannot count beyond doubt, a word that is no district's, a cell that is no plain number, a
row with a cell too many, it counts not at all: `geo.tables.records` then reads the files and says
what is wrong and where.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.base.text import normalize
from geo.districts.lookup import Districts, Lookup
from geo.tables.counted import Key, Progress, Report, columns
from geo.tables.question import Question
from geo.tables.scans import Scan, figure, scan
from geo.tables.sources import STDIN, Location, is_remote

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: Districts and groups that a table has at most: more are a column that does not part records.
_GROUPS = 100_000
_SIMPLE = {"sum", "mean", "min", "max"}
#: Seconds between two looks at how far a query is.
_EVERY = 0.5
#: Nothing is fetched or written but the answer, memory has an end, how far it is can be asked.
_SETTINGS = (
    "set autoinstall_known_extensions = false; set autoload_known_extensions = false; "
    "set temp_directory = ''; set memory_limit = '1GB'; set enable_progress_bar = true; "
    "set enable_progress_bar_print = false"
)


def count_codes(
    paths: Sequence[Location],
    districts: Districts,
    question: Question,
    threads: int = 1,
    progress: Progress = lambda _records, _share: None,
) -> Report | None:
    """Count records by the district that they name.

    Parameters
    ----------
    paths : sequence of str or Path
    districts : GeoDataFrame or mapping of str to list of str
        ``code``, ``name``.
    question : Question
    threads : int, default 1
    progress : callable, optional
        Told about how many records were read.

    Returns
    -------
    Report or None
        Of records all of which are in a district, digit for digit that of
        `geo.tables.records.tabulate`. None where that one has to be asked.
    """
    statistics = {measure.statistic for measure in question.measures}
    if not question.key or question.where or question.decimal == "," or statistics - _SIMPLE:
        return None
    if any(str(path) == STDIN or is_remote(path) for path in paths):
        return None
    try:
        import duckdb
    except ImportError:  # an extra, and only faster
        return None
    find, report = _finder(Lookup(districts, {})), Report({})
    counted: dict[Key, dict[str, Any]] = {}
    try:
        size = sum(Path(path).stat().st_size for path in paths) or 1
        with duckdb.connect() as database:
            database.execute(f"{_SETTINGS}; set threads = {threads}")
            for path in paths:
                file = scan(database, str(path), question)
                telling = progress, Path(path).stat().st_size / size
                rows = file and _counted(database, file, question, find, telling)
                if rows is None:
                    return None
                for key, row in rows:
                    report.records += row["count_all"]
                    counted[key] = _together(counted[key], row) if key in counted else row
    except (duckdb.Error, OSError, UnicodeError):
        return None
    report.chosen = report.records
    asked = (question.group_by, question.measures, list(question.figures))
    report.columns = columns(districts, asked, counted, {})
    return report


def _finder(lookup: Lookup) -> Callable[[str], int]:
    """Return what finds the one district that a word means; -1 if there is no such one."""

    def find(word: str) -> int:
        name = normalize(word)
        found = lookup.find(name)[0] if name else []
        return found[0] if len(found) == 1 else -1

    return find


def _counted(
    database: DuckDBPyConnection, file: Scan, question: Question, find: Callable[[str], int],
    telling: tuple[Progress, float],
) -> list[tuple[Key, dict[str, Any]]] | None:  # fmt: skip
    """Return counts, sums and so on of a file by district and group; None if in doubt."""
    keys = [f"coalesce({file.columns[n]}::varchar, '')" for n in (question.key, *question.group_by)]
    figures = [figure(file, name) for name in question.figures]
    inner = [f"{sql} k{i}" for i, sql in enumerate(keys)]
    inner += [f"{read.value} v{i}, {read.doubts} d{i}" for i, read in enumerate(figures)]
    ways = ["count(*)"]
    for i in range(len(figures)):
        ways += [f"count(*) filter (d{i})", f"sum(v{i}::bigint)", f"count(v{i})"]
        ways += [f"{way}(v{i})::bigint" if way in _asked(question, i) else "null"
                 for way in ("min", "max")]  # fmt: skip
    group = ", ".join(f"k{i}" for i in range(len(keys)))
    # Columns are quoted, files are parameters.
    query = (f"select {group}, {', '.join(ways)} from (select {', '.join(inner)} "  # noqa: S608
             f"from {file.source}) group by {group} limit {_GROUPS + 1}")  # fmt: skip
    rows = _run(database, query, file, telling)
    if len(rows) > _GROUPS:
        return None
    found: list[tuple[Key, dict[str, Any]]] = []
    for row in rows:
        words, (count, *rest) = row[: len(keys)], row[len(keys):]  # fmt: skip
        at = find(words[0])
        # Other blanks than ours may be at the ends of groups' names.
        if at < 0 or any(rest[::5]) or any(w != w.strip() or '"' in w for w in words[1:]):
            return None
        numbers: dict[str, Any] = {"count_all": count}
        for i, read in enumerate(figures):
            _, total, valued, least, most = rest[5 * i : 5 * i + 5]
            numbers[f"f{i}_count"] = valued
            for way, number in (("sum", total), ("min", least), ("max", most)):
                exact = None if number is None else Decimal(number).scaleb(-read.places)
                numbers[f"f{i}_{way}"] = exact
        found.append(((at, *words[1:]), numbers))
    return found


def _run(
    database: DuckDBPyConnection, query: str, file: Scan, telling: tuple[Progress, float]
) -> list[tuple[Any, ...]]:
    """Run a query in a thread, and tell meanwhile how far it is."""
    progress, share = telling
    done = 0.0
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(lambda: database.execute(query, [file.path]).fetchall())
        while True:
            try:
                return running.result(timeout=_EVERY)
            except NotYet:
                now = max(done, database.query_progress() / 100)
                progress(round((now - done) * file.records), (now - done) * share)
                done = now
            except KeyboardInterrupt:
                database.interrupt()
                raise


def _asked(question: Question, i: int) -> set[str]:
    column = list(question.figures)[i]
    return {m.statistic for m in question.measures if m.column == column}


def _together(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Put the numbers of two files, or of two names of a district, together."""
    ways: dict[str, Callable[[list[Any]], Any]] = {"min": min, "max": max}
    found = {}
    for name, number in one.items():
        known = [n for n in (number, other[name]) if n is not None]
        found[name] = ways.get(name.rpartition("_")[2], sum)(known) if known else None
    return found

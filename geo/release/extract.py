"""A press release's text to rows per district and stated totals; every number with its place."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from geo.base.collecting import collections_put_off
from geo.base.files import read_bytes
from geo.base.text import plain_lines, simplified
from geo.release.attribution import Attribution, attribute
from geo.release.model import Release
from geo.release.names.hierarchy import levels_of
from geo.release.names.homonyms import told_apart
from geo.release.names.places import Place, find_places
from geo.release.names.sought import names_for
from geo.release.names.spread import spread_names, with_spread_names
from geo.release.names.towns import with_counties
from geo.release.parsing.measures import Measure, in_measures, lexicon_of
from geo.release.phrases.disambiguate import settle
from geo.release.phrases.tokens import Token, scan
from geo.release.result.events import gather
from geo.release.result.rows import Found
from geo.release.result.unlisted import unlisted
from geo.release.result.unread import of_districts
from geo.release.tabular.cells import numbers_of_row
from geo.release.tabular.tables import TableRow, find_tables, read_table
from geo.release.text.document import read_document
from geo.release.text.lines import Line, fold, read_lines
from geo.release.words.readings import Reading, Unused
from geo.tables.printed import split_unit

_RECURRING = 4096  # lines that are remembered


@collections_put_off()
def extract(
    text: str,
    *,
    names: Collection[str] = (),
    aliases: Mapping[str, Collection[str]] | None = None,
    source: str = "release",
    measures: Sequence[Measure] | None = None,
) -> Release:
    """Read the districts' figures and the stated totals out of a text.

    Parameters
    ----------
    text : str
        Plain text.
    names : collection of str, optional
        The districts' names, as on the map. A unit of the text is matched with them by name, short
        name (奎文), or after the city's name (潍坊市奎文区); others are kept as printed.
    aliases : mapping of str to collection of str, optional
        Name to its other names.
    source : str
        For messages.
    measures : sequence of Measure, optional
        What to read instead of projects and their money.

    Returns
    -------
    Release
        A number that cannot be assigned for certain is in `unused`, never in a cell.
    """
    text = plain_lines(text)  # pages show it: a press release pasted from a PDF has form feeds
    folded = fold(text)
    called = [simplified(word) for m in measures or () for word in m.words]
    known = names_for("\n".join([folded, *spread_names(folded)]), names, aliases or {}, called)
    lines = read_lines(text)
    # Of a page and its archive, or of several editions, whole paragraphs recur.
    find = lru_cache(maxsize=_RECURRING)(
        lambda text: with_counties(find_places(text, known), known)
    )
    placed = [
        (line.text, with_spread_names(line.text, line.cells, find(line.text), known))
        for line in lines
    ]
    places = told_apart(placed, names)
    read = lru_cache(maxsize=_RECURRING)(_reader(measures))
    tables = {run.start: (run, rows) for run, rows in _tables(lines, places, measures) if run}
    rows = {number for run, _ in tables.values() for number in run if lines[number].cells}

    def tokens(number: int, in_cells: Collection[int]) -> Sequence[Token]:
        if number in rows:
            return numbers_of_row(lines[number], places[number], in_cells)
        return read(lines[number].text, places[number])

    levels = levels_of([line.text for line in lines], places, known)
    attribution = attribute(lines, tokens, tables, levels)
    found = gather(attribution.statements, text, [m.column for m in measures or ()])
    named = {row.name for row in found.rows}
    unused = [*_unused(attribution, found)]
    told = [(number.start, number.end) for number in unused]
    told += [(figure.start, figure.end) for figure in _figures(found)]
    unused = sorted((*unused, *unlisted(text, told)), key=lambda number: number.start)
    where = [line.plain(p.start) for line, own in zip(lines, places, strict=True) for p in own]
    return Release(
        text,
        source,
        tuple(found.events),
        tuple(found.rows),
        tuple(found.totals),
        tuple(unused),
        tuple(found.conflicts),
        tuple(name for name in names if name not in named),
        tuple(names),
        tuple(of_districts(text, unused, where, _words(measures))),
    )


def _reader(
    measures: Sequence[Measure] | None,
) -> Callable[[str, tuple[Place, ...]], tuple[Token, ...]]:
    """Return what makes tokens of a line: with the vocabulary, or with that of the measures."""
    if measures is None:
        return lambda text, places: tuple(settle(scan(text, places)))
    lexicon = lexicon_of(measures)
    return lambda text, places: tuple(settle(in_measures(scan(text, places, lexicon), measures)))


def _words(measures: Sequence[Measure] | None) -> list[str]:
    return [word for m in measures or () for word in (*m.words, split_unit(m.unit)[0])]


def _figures(found: Found) -> Iterator[Reading]:
    """Yield the numbers of cells, totals and contradictions."""
    for row in found.rows:
        yield from row.cells
    for total in found.totals:
        yield total.reading
    for conflict in found.conflicts:
        yield from conflict.readings


def _unused(attribution: Attribution, found: Found) -> Iterator[Unused]:
    """Yield the numbers of sentences and tables that are in no cell and no total."""
    used = {cell.start for row in found.rows for cell in row.cells}
    used |= {total.reading.start for total in found.totals}
    numbers = dict(attribution.refused)
    for statement in attribution.statements:
        for r in statement.all_readings:
            if r.start not in used and r.start not in numbers:
                numbers[r.start] = Unused(r.printed, r.start, r.end, r.sentence, "unclear")
    for start, number in numbers.items():
        if start not in used:
            reason = found.reasons.get(start, number.reason)
            yield Unused(number.printed, number.start, number.end, number.sentence, reason)


def read_release(
    path: Path | str,
    *,
    names: Collection[str] = (),
    aliases: Mapping[str, Collection[str]] | None = None,
    text: str | None = None,
    measures: Sequence[Measure] | None = None,
) -> Release:
    """Read a press release from a file, or from standard input for ``-``.

    Parameters
    ----------
    path : Path or str
        Text, HTML, .docx, or PDF with a text layer.
    names, aliases, measures
        As for `extract`.
    text : str, optional
        What `release_text` returned of it, so that it is not read again.

    Raises
    ------
    MapError
        If it cannot be read as text.
    """
    text = release_text(path) if text is None else text
    return extract(text, names=names, aliases=aliases, source=_source(path), measures=measures)


def release_text(path: Path | str) -> str:
    """Return the plain text of a release, from a file or standard input; see `read_release`."""
    data = sys.stdin.buffer.read() if str(path) == "-" else read_bytes(Path(path))
    return read_document(data, _source(path))


def _source(path: Path | str) -> str:
    return "standard input" if str(path) == "-" else str(path)


def _tables(
    lines: Sequence[Line],
    placed: Sequence[Sequence[Place]],
    measures: Sequence[Measure] | None,
) -> Iterator[tuple[range, list[TableRow]]]:
    """Yield the tables: the lines of each, and its rows."""
    lexicon = None if measures is None else lexicon_of(measures)
    for run in find_tables(lines):
        yield read_table(lines, run, lambda number: placed[number], lexicon)

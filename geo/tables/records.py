"""Records of any number to a table by district: cut into pieces, placed, added up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import numpy as np

from geo.base.errors import MapError, Problem
from geo.districts.lookup import Districts, Lookup
from geo.tables.cells import Column, Findings, figures, further, text_of
from geo.tables.conditions import holds
from geo.tables.counted import Progress, Report
from geo.tables.diagnosis import SUGGESTED
from geo.tables.keyed import Keyed, Placed, Placer
from geo.tables.pieces import Piece, pieces
from geo.tables.question import Question
from geo.tables.sources import STDIN, Location, named
from geo.tables.streams import Batch, batches
from geo.tables.tally import Tally
from geo.tables.workers import in_threads, on_cluster

if TYPE_CHECKING:
    import geopandas as gpd

_AT = "district position"
#: Bytes of records that are too few for a fine raster.
_FEW = 1 << 18


@dataclass
class Part:
    """What became of the records of a piece; rows as its batches count them.

    Attributes
    ----------
    tally : Tally
    wrong : Findings
    records, chosen, outside, samples, left
        As those of `Report`.
    lines : int
        Of the file, records or not.
    size : int
        Bytes of the file.
    """

    tally: Tally
    wrong: Findings = field(default_factory=Findings)
    records: int = 0
    chosen: int = 0
    outside: int = 0
    samples: list[Problem] = field(default_factory=list)
    left: list[tuple[str, int, str]] = field(default_factory=list)
    lines: int = 0
    size: int = 0


@dataclass(eq=False)
class Work:
    """What is to be done with every piece, wherever that is.

    Attributes
    ----------
    districts : GeoDataFrame or mapping of str to list of str
        As of `tabulate`.
    question : Question
    few : bool
        See `geo.tables.placing.placer`.
    keep : bool
        Keep file, row and place of all records outside.
    """

    districts: Districts
    question: Question
    few: bool = False
    keep: bool = False
    _placer: Placer | None = None

    def prepare(self) -> Placer:
        """Return what places records, made once where it is used."""
        if self._placer is None:
            self._placer = self._made()
        return self._placer

    def _made(self) -> Placer:
        if self.question.key:
            return Keyed(Lookup(self.districts, {}), self.question.key)
        from geo.tables.placing import placer  # shapely, which names do without

        return placer(cast("gpd.GeoDataFrame", self.districts), self.question, few=self.few)

    def __getstate__(self) -> dict[str, object]:
        """Leave out what is made anew faster than it is sent."""
        return {**self.__dict__, "_placer": None}

    def count(self, piece: Piece, tell: Callable[[Batch], None] | None = None) -> Part:
        """Place and add up the records of a piece.

        Raises
        ------
        MapError
            If the file cannot be read.
        """
        question, place = self.question, self.prepare()
        part = Part(Tally((_AT, *question.group_by), question.measures))
        for read in batches(piece, question.wanted):
            part.records += read.table.num_rows
            part.lines += read.lines
            part.size += read.size
            for problem in read.wrong:
                part.wrong.add(problem)
            if read.more:
                part.wrong.more[read.source] += read.more
            batch = _meeting(question, read)
            part.chosen += len(batch.rows)
            at, why = place(batch, part.wrong)
            _leave_out(part, batch, (at, why), self.keep)
            _add(part, question, batch, at)
            if tell:
                tell(read)
        part.tally.settle()
        return part


def tabulate(
    paths: Sequence[Location],
    districts: Districts,
    question: Question,
    *,
    allow_outside: bool = False,
    keep_outside: bool = False,
    threads: int = 1,
    scheduler: str = "",
    progress: Progress = lambda _records, _share: None,
) -> Report:
    """Add records up by district.

    Parameters
    ----------
    paths : sequence of str or Path
        See `geo.tables.sources` and `geo.tables.streams`.
    districts : GeoDataFrame or mapping of str to list of str
        EPSG:4326; ``code``, ``name``. Its columns will do where the records name the districts.
    question : Question
    allow_outside : bool, default False
        Records in no district are counted and sampled instead of refused.
    keep_outside : bool, default False
        Keep file, row and place of all of them.
    threads : int, default 1
        Pieces that are read at a time.
    scheduler : str, default ""
        Address of a Dask scheduler whose workers read the pieces instead.
    progress : callable, optional

    Returns
    -------
    Report
        The same for any order of files and records, any split into files and whoever reads them,
        but for the samples, which are the first in the files' order.

    Raises
    ------
    MapError
        With the first problems of all files and the number of the others.
    """
    cut = pieces(paths, question.wanted)
    known = all(piece.size for piece in cut)
    total = sum(piece.size for piece in cut)
    work = Work(districts, question, known and total < _FEW, keep_outside)

    def tell(read: Batch | Part) -> None:
        records = read.table.num_rows if isinstance(read, Batch) else read.records
        progress(records, read.size / total if known and total else None)

    parts: Iterable[Part]
    if not scheduler:
        work.prepare()
    progress(0, 0.0 if known and total else None)
    if scheduler:
        if any(piece.location == STDIN for piece in cut):
            remedy = "Write it to a file that all of them see."
            raise MapError(Problem(named(STDIN), "cannot be read by workers elsewhere", remedy))
        parts = on_cluster(scheduler, work, cut, tell)
    else:
        parts = in_threads(threads, lambda piece: work.count(piece, tell), cut)
    return _gathered(parts, cut, work, allow_outside)


def _gathered(
    parts: Iterable[Part], cut: Sequence[Piece], work: Work, allow_outside: bool
) -> Report:
    question, wrong = work.question, Findings()
    tally = Tally((_AT, *question.group_by), question.measures)
    report = Report(tally.columns(work.districts, list(question.figures)))  # of no records yet
    above = 0
    for piece, part in zip(cut, parts, strict=True):
        above = above if piece.follows else 0
        tally.absorb(part.tally)
        wrong.absorb(part.wrong, above)
        report.records += part.records
        report.chosen += part.chosen
        report.outside += part.outside
        room = max(0, SUGGESTED - len(report.samples))
        report.samples += [further(problem, above) for problem in part.samples[:room]]
        report.left += [(file, row + above, place) for file, row, place in part.left]
        above += part.lines
    if report.outside and not allow_outside:
        for problem in report.samples:
            wrong.add(problem)
        if (rest := report.outside - len(report.samples)) > 0:
            wrong.kept.append(Problem("", f"{rest:,} more records are in no district"))
    wrong.refuse()
    report.columns = tally.columns(work.districts, list(question.figures))
    return report


def _meeting(question: Question, batch: Batch) -> Batch:
    """Return the records that meet the condition."""
    if not question.where or not len(batch.rows):
        return batch
    kept = holds(question.where, batch.table)
    rows = batch.rows[kept.to_numpy(zero_copy_only=False)]
    return batch._replace(table=batch.table.filter(kept), rows=rows)


def _leave_out(part: Part, batch: Batch, placed: Placed, keep: bool) -> None:
    at, why = placed
    outside = np.flatnonzero(at < 0)
    part.outside += len(outside)
    for i in outside[: max(0, SUGGESTED - len(part.samples))]:
        part.samples.append(why(int(i)))
    if keep:
        part.left += [(batch.source, int(batch.rows[i]), why(int(i)).what) for i in outside]


def _add(part: Part, question: Question, batch: Batch, at: np.ndarray) -> None:
    import pyarrow as pa
    import pyarrow.compute as pc

    read = {
        column: figures(batch, Column(column, unit, question.decimal), part.wrong)
        for column, unit in question.figures.items()
    }
    distinct = [m.column for m in question.measures if m.statistic == "distinct"]
    texts = {
        name: pc.utf8_trim_whitespace(pc.fill_null(text_of(batch.table[name]), ""))
        for name in dict.fromkeys((*question.group_by, *distinct))
    }
    for name in set(distinct) - set(question.group_by):
        texts[name] = pc.if_else(pc.equal(texts[name], ""), None, texts[name])
    table = pa.table({_AT: pa.array(at), **texts})
    if (at < 0).any():
        inside = pa.array(at >= 0)
        table = table.filter(inside)
        read = {name: cells.filter(inside) for name, cells in read.items()}
    part.tally.add(table, read)

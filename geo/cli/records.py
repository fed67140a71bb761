"""`geo aggregate`: single records to a table by district."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast, get_args

import click

if TYPE_CHECKING:
    from geo.districts.lookup import Districts
    from geo.geometry.datum import Datum
    from geo.tables.conditions import Condition
    from geo.tables.counted import Measure, Report
    from geo.tables.question import Question

FILE = click.Path(path_type=Path)
#: Threads without a word about them: each holds a block of text and what becomes of it.
_MOST = 4


def _measured(way: str, name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(f"--{way}", name, multiple=True, metavar="COLUMN[=UNIT]",
                        help=f"The {way} of a column, as COLUMN_{way}.")  # fmt: skip


@click.command("aggregate", short_help="Count RECORDS by district, add up their figures.")
@click.argument("records", nargs=-1, required=True)
@click.option("--boundaries", type=FILE, required=True, help="Polygons of the districts.")
@click.option("-o", "--output", type=FILE, help="Default: standard output.")
@click.option("--key", default="", help="Column with the district's name or code, for records "
              "without coordinates.")  # fmt: skip
@click.option("--lon", default="lon", show_default=True, help="Column of the longitude.")
@click.option("--lat", default="lat", show_default=True, help="Column of the latitude.")
@click.option("--sum", "sums", multiple=True, metavar="COLUMN[=UNIT]", help="Add a column up.")
@_measured("mean", "means")
@_measured("median", "medians")
@_measured("min", "smallest")
@_measured("max", "largest")
@_measured("distinct", "distinct")
@click.option("--group-by", default="", metavar="COLUMN,…",
              help="Part the records of a district: a row for each.")  # fmt: skip
@click.option("--where", default="", metavar="CONDITION",
              help="Count only records such as: year >= 2020 and kind == \"工业\".")  # fmt: skip
@click.option("--datum", type=click.Choice(["wgs84", "gcj02", "bd09"]), default="wgs84",
              show_default=True, help="Of the records' coordinates.")  # fmt: skip
@click.option("--crs", default="", help="Of the records' coordinates: gcj02, bd09, EPSG:4490, …")
@click.option("--decimal", type=click.Choice([".", ","]), default=None,
              help="Decimal mark of the records; default: told from the figures.")  # fmt: skip
@click.option("--allow-outside", is_flag=True, help="List records in no district and go on.")
@click.option("--outside", type=FILE, help="Write the records in no district to FILE and go on.")
@click.option(
    "--threads",
    type=click.IntRange(1, 64),
    default=None,
    help="Pieces of files read at a time; default: one a processor, four at most.",
)
@click.option(
    "--no-cache",
    is_flag=True,
    help="With --key: read and check the polygons anew, of which else the names are kept.",
)
@click.option(
    "--scheduler",
    default="",
    metavar="tcp://HOST:PORT",
    help="A Dask scheduler whose workers read the pieces.",
)
def aggregate_command(
    records: tuple[str, ...],
    boundaries: Path,
    output: Path | None,
    key: str,
    lon: str,
    lat: str,
    group_by: str,
    where: str,
    datum: Datum,
    crs: str,
    decimal: Literal[".", ","] | None,
    allow_outside: bool,
    outside: Path | None,
    threads: int | None,
    scheduler: str,
    no_cache: bool,
    sums: tuple[str, ...],
    means: tuple[str, ...],
    medians: tuple[str, ...],
    smallest: tuple[str, ...],
    largest: tuple[str, ...],
    distinct: tuple[str, ...],
) -> None:
    """Count RECORDS by district, and add up their figures.

    RECORDS are text, Parquet, GeoParquet, Arrow or FlatGeobuf, also by gzip; many, 'parts/*.csv',
    s3://bucket/2024.parquet, or - for standard input. What is more than one small table is
    streamed.

    \b
    geo aggregate projects.csv --boundaries weifang.geojson --datum gcj02 -o table.csv
    geo aggregate projects.csv --boundaries weifang.geojson --key 区县 --sum 总投资=亿元
    geo aggregate 'parts/*.parquet' --boundaries china.fgb --group-by year --mean price
    """  # noqa: D301 - click wants the backspace character itself
    from geo.tables.question import Question
    from geo.tables.sources import STDIN, expanded, is_remote, is_stream

    paths = expanded(records)
    if scheduler:  # its workers stand in folders of their own
        paths = [p if p == STDIN or is_remote(p) else str(Path(p).absolute()) for p in paths]
    new = means or medians or smallest or largest or distinct or group_by or where or crs
    if not (new or outside or threads or scheduler or is_stream(paths)):
        question = Question(key, lon, lat, decimal=decimal or "")
        _small(Path(paths[0]), boundaries, output, question, datum, sums, allow_outside)
        return
    asked = {"sum": sums, "mean": means, "median": medians, "min": smallest, "max": largest,
             "distinct": distinct}  # fmt: skip
    question = Question(
        key, lon, lat, crs or ("" if datum == "wgs84" else datum), _measures(asked),
        tuple(filter(None, (name.strip() for name in group_by.split(",")))), _condition(where),
        decimal or "",
    )  # fmt: skip
    _streamed(paths, boundaries, output, question, outside, allow_outside,
              threads or min(os.cpu_count() or 1, _MOST), scheduler,
              names=bool(key) and not no_cache)  # fmt: skip


def _measures(asked: dict[str, tuple[str, ...]]) -> tuple[Measure, ...]:
    from geo.tables.counted import Measure, Statistic

    return tuple(
        Measure(cast("Statistic", way), *pair.partition("=")[::2])
        for way in get_args(Statistic)
        for pair in asked[way]
    )


def _condition(where: str) -> Condition | None:
    from geo.base.errors import MapError, Problem
    from geo.tables.conditions import read_condition

    if not where:
        return None
    try:
        return read_condition(where)
    except ValueError as error:
        raise MapError(Problem("--where", str(error).rstrip("."))) from None


def _small(records: Path, boundaries: Path, output: Path | None, question: Question,
           datum: Datum, sums: tuple[str, ...], allow_outside: bool) -> None:  # fmt: skip
    from geo.base.errors import summary
    from geo.districts.boundaries import read_boundaries
    from geo.tables.aggregate import aggregate

    click.echo(f"… counting {records} by district", err=True)
    # COLUMN alone has no unit: its cells are then read as they are written.
    units = dict(pair.partition("=")[::2] for pair in sums)
    done = aggregate(
        records, read_boundaries(boundaries), key=question.key, lon=question.lon,
        lat=question.lat, sums=units, datum=datum, allow_outside=allow_outside,
        decimal=question.decimal,
    )  # fmt: skip
    if done.notes or done.outside:
        click.echo(summary([*done.notes, *done.outside]), err=True)
    text = done.frame.to_csv(index=False, lineterminator="\n")
    counted = done.records - len(done.outside)
    said = f"{counted} of {done.records} records in {len(done.frame)} districts"
    _write(output, text, {}, said, [records, boundaries])


def _streamed(paths: list[str], boundaries: Path, output: Path | None, question: Question,
              outside: Path | None, allow_outside: bool, threads: int,
              scheduler: str, *, names: bool) -> None:  # fmt: skip
    from geo.base.errors import summary
    from geo.tables.sources import STDIN, is_remote

    shown = paths[0] if len(paths) == 1 else f"{len(paths)} files"
    click.echo(f"… counting {shown} by district", err=True)
    districts = _districts(boundaries, names=names)
    report = _report(paths, districts, question, allow_outside or outside is not None,
                     outside is not None, threads, scheduler)  # fmt: skip
    if report.samples:
        click.echo(summary(report.samples), err=True)
    if rest := report.outside - len(report.samples):
        click.echo(f"and {rest:,} more records in no district", err=True)
    text = _table([[*report.columns], *zip(*report.columns.values(), strict=True)])
    also = {outside: _listed(report)} if outside else {}
    counted = report.chosen - report.outside
    said = f"{counted} of {report.records} records in {len(districts['code'])} districts"
    if report.chosen < report.records:
        said += f"; {report.records - report.chosen} do not meet --where"
    here = (Path(path) for path in paths if path != STDIN and not is_remote(path))
    read = [*here, boundaries]
    _write(output, text, also, said, read)


def _report(
    paths: list[str], districts: Districts, question: Question, allow_outside: bool,
    keep_outside: bool, threads: int, scheduler: str,
) -> Report:  # fmt: skip
    from geo.cli.pace import on_terminal
    from geo.tables.coded import count_codes

    if question.key and not scheduler:
        with on_terminal() as progress:
            report = count_codes(paths, districts, question, threads, progress)
        if report is not None:
            return report
    from geo.tables.records import tabulate

    with on_terminal() as progress:
        return tabulate(
            paths,
            districts,
            question,
            allow_outside=allow_outside,
            keep_outside=keep_outside,
            threads=threads,
            scheduler=scheduler,
            progress=progress,
        )


def _districts(boundaries: Path, *, names: bool) -> Districts:
    """Return the districts, or their names alone if those are what is asked and are kept."""
    from geo.districts.kept import keep_names, names_key, recalled_names

    key = names_key(boundaries) if names else ""
    if (known := recalled_names(key)) is not None:
        return known
    from geo.districts.boundaries import read_boundaries

    districts = read_boundaries(boundaries)
    keep_names(key, districts)
    return districts


def _listed(report: Report) -> str:
    from geo.base.text import escape_formula

    rows = ((escape_formula(f), row, escape_formula(why)) for f, row, why in report.left)
    return _table([("file", "row", "reason"), *rows])


def _table(rows: Iterable[Iterable[object]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _write(output: Path | None, text: str, also: dict[Path, str], said: str,
           read: list[Path]) -> None:  # fmt: skip
    from geo.base.writing import write_whole

    files = {**({output: text} if output else {}), **also}
    if files:
        write_whole({path: written.encode() for path, written in files.items()}, read=read)
    if output is None:
        click.echo(text.encode(), nl=False)  # data are UTF-8 on any terminal
    else:
        click.echo(f"{output}: {said}")

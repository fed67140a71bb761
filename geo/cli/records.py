"""`geo aggregate`: single records to a table by district."""

from __future__ import annotations

import csv
import glob
import io
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast, get_args

import click

if TYPE_CHECKING:
    from geo.geometry.datum import Datum
    from geo.tables.conditions import Condition
    from geo.tables.records import Question, Report
    from geo.tables.tally import Measure

FILE = click.Path(path_type=Path)
#: Seconds between two lines of progress on a terminal.
_EVERY = 0.5


def _measured(way: str, name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(f"--{way}", name, multiple=True, metavar="COLUMN[=UNIT]",
                        help=f"The {way} of a column, as COLUMN_{way}.")  # fmt: skip


@click.command("aggregate")
@click.argument("records", type=FILE, nargs=-1, required=True)
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
def aggregate_command(
    records: tuple[Path, ...],
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
    sums: tuple[str, ...],
    means: tuple[str, ...],
    medians: tuple[str, ...],
    smallest: tuple[str, ...],
    largest: tuple[str, ...],
    distinct: tuple[str, ...],
) -> None:
    """Count RECORDS by district, and add up their figures.

    RECORDS are text, Parquet, GeoParquet, Arrow or FlatGeobuf, also by gzip; many, 'parts/*.csv',
    or - for standard input. What is more than one small table is streamed.

    \b
    geo aggregate projects.csv --boundaries weifang.geojson --datum gcj02 -o table.csv
    geo aggregate projects.csv --boundaries weifang.geojson --key 区县 --sum 总投资=亿元
    geo aggregate 'parts/*.parquet' --boundaries china.fgb --group-by year --mean price
    """  # noqa: D301 - click wants the backspace character itself
    from geo.tables.records import Question
    from geo.tables.streams import is_stream

    paths = _expanded(records)
    new = means or medians or smallest or largest or distinct or group_by or where or crs
    if not new and outside is None and not is_stream(paths):
        question = Question(key, lon, lat, decimal=decimal or "")
        _small(paths[0], boundaries, output, question, datum, sums, allow_outside)
        return
    asked = {"sum": sums, "mean": means, "median": medians, "min": smallest, "max": largest,
             "distinct": distinct}  # fmt: skip
    question = Question(
        key, lon, lat, crs or ("" if datum == "wgs84" else datum), _measures(asked),
        tuple(filter(None, (name.strip() for name in group_by.split(",")))), _condition(where),
        decimal or "",
    )  # fmt: skip
    _streamed(paths, boundaries, output, question, outside, allow_outside)


def _expanded(records: tuple[Path, ...]) -> list[Path]:
    """Put the files that fit a pattern in its place, in the order of their names."""
    paths: list[Path] = []
    for path in records:
        # Path.glob takes no absolute pattern.
        found = [] if path.exists() else sorted(glob.glob(str(path), recursive=True))  # noqa: PTH207
        paths += map(Path, found) if found else [path]
    return paths


def _measures(asked: dict[str, tuple[str, ...]]) -> tuple[Measure, ...]:
    from geo.tables.tally import Measure, Statistic

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


def _streamed(paths: list[Path], boundaries: Path, output: Path | None, question: Question,
              outside: Path | None, allow_outside: bool) -> None:  # fmt: skip
    from geo.base.errors import summary
    from geo.districts.boundaries import read_boundaries
    from geo.tables.records import tabulate

    shown = str(paths[0]) if len(paths) == 1 else f"{len(paths)} files"
    click.echo(f"… counting {shown} by district", err=True)
    districts = read_boundaries(boundaries)
    report = tabulate(
        paths, districts, question, allow_outside=allow_outside or outside is not None,
        keep_outside=outside is not None, progress=_progress(),
    )  # fmt: skip
    if report.samples:
        click.echo(summary(report.samples), err=True)
    if rest := report.outside - len(report.samples):
        click.echo(f"and {rest:,} more records in no district", err=True)
    text = report.frame.to_csv(index=False, lineterminator="\n")
    also = {outside: _listed(report)} if outside else {}
    counted = report.chosen - report.outside
    said = f"{counted} of {report.records} records in {len(districts)} districts"
    if report.chosen < report.records:
        said += f"; {report.records - report.chosen} do not meet --where"
    read = [*(path for path in paths if str(path) != "-"), boundaries]
    _write(output, text, also, said, read)


def _listed(report: Report) -> str:
    from geo.base.text import escape_formula

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("file", "row", "reason"))
    writer.writerows((escape_formula(f), row, escape_formula(why)) for f, row, why in report.left)
    return text.getvalue()


def _progress() -> Callable[[int], None]:
    """Return what tells the number of records and their rate, on a terminal only."""
    begun = last = time.monotonic()

    def tell(records: int) -> None:
        nonlocal last
        now = time.monotonic()
        if sys.stderr.isatty() and now - last > _EVERY:
            last = now
            rate = records / (now - begun)
            click.echo(f"\r… {records:,} records, {rate:,.0f} a second", nl=False, err=True)

    return tell


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

"""The report of a build: matched districts, totals, classes, files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.table import Table

from geo.base.errors import Problem, summary
from geo.choropleth.says import sayings
from geo.choropleth.unfinished import unfinished
from geo.districts.whereabouts import whereabouts
from geo.symbology.diverging import DIVERGING, neutral
from geo.tables.arithmetic import in_digits
from geo.tables.periods import is_dated
from geo.tables.reconcile import contradiction

if TYPE_CHECKING:
    from rich.console import Console

    from geo.base.writing import Written
    from geo.choropleth.model import Choropleth
    from geo.symbology.grid import Grid
    from geo.symbology.measures import Measure


#: Names in a line of the report; of more, the rest is counted.
_MOST_LISTED = 40
#: Of fewer figures nothing is concluded.
_SEVERAL = 3


def print_report(choropleth: Choropleth, console: Console) -> None:
    """Print how the inputs were joined, reconciled and classified."""
    console.print(choropleth.name, style="bold", markup=False, end="  ")
    console.print(choropleth.spec.title, markup=False)
    place = whereabouts(choropleth.districts, choropleth.plane, matched=choropleth.matched)
    console.print(str(place), markup=False)
    for note in place.notes:
        console.print(note, style="yellow", markup=False)
    _print_join(choropleth, console)
    if choropleth.periods:
        _print_periods(choropleth, console)
    if choropleth.checks:
        console.print(_checks_table(choropleth))
    console.print(_classes_table(choropleth))
    for measure in choropleth.measures:
        report = measure.symbology.legibility
        for warning in (
            *_fewer_classes(measure),
            *_tiny_shares(measure),
            *_diverging(measure),
            *report.problems,
            *report.warnings,
        ):
            console.print(f"{measure.id}: {warning}", style="yellow", markup=False)


def _print_join(choropleth: Choropleth, console: Console) -> None:
    joined = choropleth.joined
    ways = Counter(match.by for match in joined.matches)
    how = ", ".join(f"{n} by {way}" for way, n in ways.most_common())
    n = len(choropleth.districts)
    console.print(f"{len(joined.matches)} of {n} districts matched ({how})", markup=False)
    if joined.total_rows:
        console.print(f"rows of totals: {', '.join(joined.total_rows)}", markup=False)
    if joined.unmatched_rows:
        console.print(f"rows without district: {_listed(joined.unmatched_rows)}", markup=False)
    if joined.unmatched_districts:
        lacking = _listed(joined.unmatched_districts)
        console.print(f"districts without row: {lacking}", markup=False)
    if choropleth.notes:
        console.print(summary(choropleth.notes), style="yellow", markup=False, soft_wrap=True)


def _print_periods(choropleth: Choropleth, console: Console) -> None:
    """Print a line a period: the districts with a row, and with a value of each measure."""
    labels = [period.label for period in choropleth.periods]
    order = "in order of time" if is_dated(labels) else "as the table has them"
    listed = f"{len(labels)} periods, {order}: {_listed(labels)}"
    console.print(f"{listed}; classes are those of all together", markup=False)
    table = Table("Period", "Districts", *(m.id for m in choropleth.measures))
    for period in choropleth.periods:
        known = (str(m.states.count("value")) for m in period.measures)
        table.add_row(escape(period.label), str(len(period.joined.matches)), *known)
    console.print(table)


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _MOST_LISTED
    return ", ".join(names[:_MOST_LISTED]) + (f" and {more:,} more" if more > 0 else "")


def _checks_table(choropleth: Choropleth) -> Table:
    table = Table(
        "Total",
        "Column",
        "Parts",
        "Sum",
        "",
        "Stated",
        "Rounding",
        "",
        title="Totals",
        title_justify="left",
    )
    for check in choropleth.checks:
        verdict = "[green]agrees[/]" if check.ok else "[red]CONTRADICTS[/]"
        parts, stated, slack = map(in_digits, (check.parts_sum, check.stated, check.slack))
        table.add_row(
            escape(check.label), escape(f"{check.column} {check.unit}"), str(check.count), parts,
            # Parts of which one is missing can only be less: that is not the same agreement.
            "" if check.relation == "=" else check.relation,
            stated, slack, verdict,
        )  # fmt: skip
    return table


def _classes_table(choropleth: Choropleth) -> Table:
    table = Table("Measure", "Unit", "Scheme", "Classes (upper bound included)", "No data", "GVF",
                  title="Classes", title_justify="left")  # fmt: skip
    for measure in choropleth.measures:
        classes = measure.symbology.classes
        table.add_row(measure.id, escape(measure.unit), _scheme(measure),
                      escape(class_ranges(measure)), str(classes.missing),
                      f"{classes.gvf:.3f}")  # fmt: skip
    return table


def _scheme(measure: Measure) -> str:
    grid, scheme = measure.symbology.grid, measure.symbology.classes.scheme
    if grid is None:
        return scheme
    schemes = dict.fromkeys(axis.classes.scheme for axis in (grid.x, grid.y))
    return f"{grid.x.size} x {grid.y.size}, {', '.join(schemes)}"


def _fewer_classes(measure: Measure) -> list[str]:
    classes = measure.symbology.classes
    made = len(classes.counts)
    if grid := measure.symbology.grid:
        return _fewer_in_grid(grid)
    if made > 1 and 0 < max(classes.counts) == sum(classes.counts):
        return [f"all districts with a value are in one of the {made} classes"]
    if made >= classes.asked:
        return []
    few = "1 class" if made == 1 else f"{made} classes"
    printed, shown = (len({*f} - {None}) for f in (measure.exact, measure.figures))
    if shown < classes.asked <= printed:
        digits = "1 decimal" if measure.decimals == 1 else f"{measure.decimals} decimals"
        why = f"rounded to {digits}, {printed:,} different values are {shown:,}. Raise decimals"
    else:
        why = "the values leave no more"
    return [f"{few} instead of {classes.asked}: {why}"]


def _tiny_shares(measure: Measure) -> list[str]:
    figures = [abs(figure) for figure in measure.exact if figure is not None]
    if measure.unit != "%" or len(figures) < _SEVERAL or not 0 < max(figures) < 1:
        return []
    return ["all figures are below 1 %. If they are shares of 1, multiply them in the spec: "
            'formula = "column * 100"']  # fmt: skip


def _fewer_in_grid(grid: Grid) -> list[str]:
    return [
        f"{axis.label} has {axis.size} classes instead of {axis.classes.asked}: the values leave "
        "no more"
        for axis in (grid.x, grid.y)
        if axis.size < axis.classes.asked
    ]


def _diverging(measure: Measure) -> list[str]:
    symbology = measure.symbology
    edges = symbology.classes.edges
    if symbology.grid or symbology.palette not in DIVERGING or symbology.centred:
        return []
    low, high = (symbology.break_texts[edges.index(edge)] for edge in neutral(edges))
    middle = f"between the classes at {low}" if low == high else f"for {low} to {high}"
    return [f"palette {symbology.palette!r} diverges, and its neutral middle stands {middle}: "
            "write center, 0 for changes"]  # fmt: skip


def class_ranges(measure: Measure) -> str:
    """Return ``6.9 (3) 64.2 (5) 196.7``: break values with the number of districts between them."""
    if grid := measure.symbology.grid:
        return "; ".join(
            f"{axis.label} {_ranges(axis.break_texts, axis.classes.counts)}"
            for axis in (grid.x, grid.y)
        )
    texts, counts = measure.symbology.break_texts, measure.symbology.classes.counts
    return _ranges(texts, counts)


def _ranges(texts: Sequence[str], counts: Sequence[int]) -> str:
    return texts[0] + "".join(f" ({n}) {text}" for n, text in zip(counts, texts[1:], strict=True))


def print_says(choropleth: Choropleth, console: Console) -> None:
    """Print what the first measure says; `geo says` has all of them, with their figures."""
    console.print("What the map says (geo says has the figures)")
    for saying in sayings(choropleth):
        console.print(f"  {saying.text}", markup=False, soft_wrap=True)


def print_files(written: Sequence[Written], console: Console) -> None:
    """Print the files that were written, with sizes."""
    table = Table("File", "Bytes", title="Files", title_justify="left")
    table.columns[1].justify = "right"
    for file in written:
        table.add_row(escape(str(file.path)), f"{file.size:,}")
    console.print(table)


def print_remarks(remarks: Sequence[str], console: Console) -> None:
    """Print what the map-maker should know of the files."""
    for text in remarks:
        console.print(text, style="yellow", markup=False, soft_wrap=True)


def print_policies(choropleth: Choropleth, files: Collection[str], console: Console) -> None:
    """Say where the content security policies of embed and article are, if they were made."""
    name = f"{choropleth.name}-embed.txt"
    if name in files:
        console.print(f"content security policies: in {name}", markup=False, soft_wrap=True)


def contradictions(choropleth: Choropleth) -> list[Problem]:
    """Return the totals that cannot be true together with the parts, both numbers shown."""
    return [contradiction(check, choropleth.name) for check in choropleth.checks if not check.ok]


def publish_problems(choropleth: Choropleth) -> list[Problem]:
    """Return what keeps a map from being published: approval number, source, a palette."""
    problems = [*unfinished(choropleth.spec)]
    if not choropleth.spec.approval:
        where, remedy = (
            f"{choropleth.name}, approval",
            "Write the approved map's number into the spec.",
        )
        problems.append(Problem(where, "no map approval number (审图号)", remedy))
    for measure in choropleth.measures:
        where = f"{choropleth.name}, {measure.id}, palette {measure.symbology.palette!r}"
        problems += [
            Problem(where, what, "Choose another palette or fewer classes.")
            for what in measure.symbology.legibility.problems
        ]
    return problems

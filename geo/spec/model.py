"""The spec of a map: everything the map-maker chooses. `geo.spec.file` reads it from TOML."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, model_validator

from geo.base.catalogue import DEFAULT_UNIT
from geo.base.errors import did_you_mean
from geo.base.languages import Language
from geo.spec.boundaries import BoundariesSpec, Cells
from geo.spec.cartogram import CartogramSpec, wrong_areas
from geo.spec.dates import Edition
from geo.spec.fields import wrong_fields
from geo.spec.measure import MeasureSpec
from geo.spec.multiples import wrong_choice
from geo.spec.outputs import USUAL, Output
from geo.spec.page import AnnotationSpec, EmbedSpec, PageSpec, PointSpec
from geo.spec.part import Part, RichText, Text
from geo.spec.plane import PlaneSpec
from geo.spec.plate import PlateSpec
from geo.spec.style import StyleSpec
from geo.spec.timely import untimely
from geo.spec.words import OwnTexts, Units, lacking_forms

#: Columns of the data files: those of every district, and what is appended to a measure's id.
DISTRICT_COLUMNS = ("code", "name", "name_en", "kind", "host", "approximate", "area_km2")
SUFFIXES = ("text", "class", "color")


class PivotSpec(Part):
    """A long table: which column says what a figure is, and which one holds the figures."""

    names: Text = Field(description="The column whose values become columns.")
    values: Text = Field(description="The column of the figures.")


class TableSpec(Part):
    """Where the figures come from."""

    file: Path | None = Field(
        default=None, description="CSV, workbook or Word document, relative to the spec."
    )
    sheet: str = Field(default="", description="Of a workbook; empty for the one that has all.")
    header: int | None = Field(
        default=None, ge=1, description="Row of the head, or its last line; else it is found."
    )
    skip: int = Field(default=0, ge=0, description="Rows at the top that are left out.")
    where: dict[str, Cells] = Field(
        default_factory=dict,
        description='Rows that count: { year = 2005 }, { sex = ["m", "f"] }.',
    )
    pivot: PivotSpec | None = Field(
        default=None, description="Of a long table, with a row for each figure of a district."
    )
    period: str = Field(
        default="",
        description="Column that says when a figure was: 2007, 2024-03, 2024Q1, 1-6月, any text. "
        "One map then shows all periods, with the same classes in each.",
    )
    periods: tuple[Text, ...] = Field(
        default=(),
        description="Or of a table with a column for each period: what stands in their names, "
        '["2023", "2024"]; a measure\'s column is then "investment_{period}".',
    )
    release: Path | None = Field(
        default=None, description="Or a press release to extract the figures from."
    )
    key: str = Field(default="district", description="The column that names or codes the district.")
    totals: Path | None = Field(
        default=None,
        description="CSV of totals the source states: scope, label, column, value, unit.",
    )
    decimal: Literal["", ".", ","] = Field(
        default="",
        description='Decimal mark of file and totals: with "," a point parts thousands, 1.234,5. '
        "Empty: told from the figures.",
    )
    allow_rows: tuple[str, ...] = Field(
        default=(), description="Keys of rows that may match no district."
    )
    allow_districts: tuple[str, ...] = Field(
        default=(), description="Districts that may have no row."
    )

    @model_validator(mode="after")
    def _one_origin(self) -> Self:
        if self.file and self.release:
            raise ValueError("give either `file` or `release`, not both")
        if (self.period or self.periods) and self.release:
            raise ValueError("`period` is a column of a `file`: a release tells of one time")
        if self.period and self.periods:
            raise ValueError(
                "give either `period`, a column, or `periods`, parts of columns' names"
            )
        if len(set(self.periods)) < len(self.periods):
            raise ValueError("a period is given twice")
        return self

    @property
    def timely(self) -> bool:
        """Whether figures are of several periods."""
        return bool(self.period or self.periods)


class Heading(NamedTuple):
    """What stands over and under the map while a measure is shown."""

    title: str
    dek: str
    notes: tuple[str, ...]


class MapSpec(Part):
    """Everything the map-maker chooses.

    Paths are absolute after `read_spec`. Every text is plain; source, notes, dek, credit and byline
    may have links and emphasis besides, which `geo.base.markup.to_html` shows.
    """

    title: Text = Field(description="Says the finding, not the topic.")
    dek: RichText = Field(default="", description="Period and unit, one line.")
    byline: RichText = Field(default="", description="Who wrote it; under the dek.")
    language: Language = Field(
        default="zh",
        description="Of every text that the map-maker does not write, and of numbers.",
    )
    units: Units = Field(
        default=DEFAULT_UNIT,
        description="What a district is called: a unit of the catalogue (district, county, "
        "municipality, city, province, state, region, country), or own words by plural category: "
        '{ one = "Landkreis", other = "Landkreise" }.',
    )
    texts: OwnTexts = Field(
        default_factory=dict,
        description="Own words for texts of the interface, by their keys in the catalogue.",
    )
    source: Annotated[RichText, Field(min_length=1)]
    credit: RichText = Field(default="", description="Who made the map; after the source.")
    notes: tuple[RichText, ...] = ()
    edition: Edition = Field(
        default="",
        description="Date under which `geo build --archive` keeps the files: 2024, 2024Q1, "
        "2024-02, 2024-02-26, of a second one that day 2024-02-26-2.",
    )
    approval: str = Field(default="", description="Map approval number (审图号).")
    approval_note: str | None = Field(
        default=None,
        description="The line in place of the number; empty for none. By default maps of China "
        "and maps in Simplified Chinese say that they were not reviewed.",
    )
    outputs: tuple[Output, ...] = Field(
        default=USUAL,
        description="Which files are made; prov, where every number and line comes from, only if "
        "it is named.",
    )
    style: Path | None = Field(
        default=None,
        description="File of the house style, relative to the spec; left out, a style.toml beside "
        "it, if there is one.",
    )
    house: StyleSpec = Field(
        default=StyleSpec(), description="Or the house style itself, in place of a file."
    )
    boundaries: BoundariesSpec = BoundariesSpec()
    map: PlaneSpec = PlaneSpec()
    table: TableSpec = TableSpec()
    aliases: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    measures: tuple[MeasureSpec, ...]
    cartogram: CartogramSpec = CartogramSpec()
    page: PageSpec = PageSpec()
    points: tuple[PointSpec, ...] = ()
    annotations: tuple[AnnotationSpec, ...] = ()
    embed: EmbedSpec = EmbedSpec()
    plates: tuple[PlateSpec, ...] = (PlateSpec(),)

    @model_validator(mode="after")
    def _refers_to_measures(self) -> Self:
        """Report every reference that leads nowhere, one a line."""
        if wrong := _dangling(self):
            raise ValueError("\n".join(wrong))
        return self

    def heading(self, measure_id: str = "") -> Heading:
        """Return title, dek and notes of a measure, the first for an empty id: its own, or ours."""
        found = {"": self.measures[0]} | {m.id: m for m in self.measures}
        own = found[measure_id]
        return Heading(
            own.title or self.title,
            self.dek if own.dek is None else own.dek,
            self.notes if own.notes is None else own.notes,
        )


def _dangling(spec: MapSpec) -> list[str]:
    # pydantic checks each measure alone; what they say of each other is checked here.
    ids = [measure.id for measure in spec.measures]
    totals = [m.id for m in spec.measures if m.kind == "total"]
    single = [m.id for m in spec.measures if m.kind != "bivariate"]
    wrong = [f"measure id {i!r} is given twice" for i in sorted(set(ids)) if ids.count(i) > 1]
    # A measure named so would write over a column of CSV and GeoJSON, without a word.
    taken = {*DISTRICT_COLUMNS, *(f"{i}_{suffix}" for i in ids for suffix in SUFFIXES)}
    wrong += [
        f"measure id {i!r} is a column of the data files. Give it another name than "
        f"{', '.join(DISTRICT_COLUMNS)}, or a measure's id with _{', _'.join(SUFFIXES)}"
        for i in ids
        if i in taken
    ]
    if not ids:
        wrong.append("`measures` is empty: add a table [[measures]]")
    wrong += untimely(spec.measures, spec.plates, spec.table.periods, timely=spec.table.timely)
    for n, m in enumerate(spec.measures, start=1):
        for key, name in (("x", m.x), ("y", m.y), ("alpha", m.alpha)):
            others = [i for i in single if i != m.id]
            wrong += _unknown(f"measures[{n}].{key}", name, others, "another measure")
    wrong += lacking_forms(spec.units, spec.language)
    wrong += _unknown("page.circles", spec.page.circles, totals, "a total")
    wrong += [_strange("page.card", i, ids, "a measure") for i in spec.page.card if i not in ids]
    for line in spec.page.tooltip:
        wrong += wrong_fields("page.tooltip", line, ids)
    wrong += wrong_choice(
        "page", spec.page.small_multiples, spec.measures, timely=spec.table.timely
    )
    for n, plate in enumerate(spec.plates, start=1):
        wrong += _unknown(f"plates[{n}].measure", plate.measure, ids, "a measure")
        wrong += _unknown(f"plates[{n}].circles", plate.circles, totals, "a total")
        wrong += wrong_choice(
            f"plates[{n}]",
            plate.small_multiples,
            spec.measures,
            measure=plate.measure,
            period=plate.period,
            timely=spec.table.timely,
        )
    asked = {f"{part}.cartogram": getattr(spec, part).cartogram for part in ("page", "embed")}
    asked |= {f"plates[{n}].cartogram": p.cartogram for n, p in enumerate(spec.plates, 1)}
    wanted = [key for key, kind in asked.items() if kind and kind != "tiles"]
    return wrong + wrong_areas(spec.cartogram.area, totals, ids, wanted)


def _unknown(key: str, name: str, known: list[str], what: str) -> list[str]:
    """Return what is wrong with a key that names a measure; an empty one means the default."""
    return [_strange(key, name, known, what)] if name and name not in known else []


def _strange(key: str, name: str, known: list[str], what: str) -> str:
    return f"{key} {name!r} is not {what}. {did_you_mean(name, known)}".rstrip()

"""The spec of a map: everything the map-maker chooses. `geo.spec.file` reads it from TOML."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from geo.base.errors import did_you_mean
from geo.base.nice import LARGEST
from geo.geometry.datum import Datum
from geo.spec.outputs import OUTPUTS, Output
from geo.spec.part import Part
from geo.spec.plate import PlateSpec

# Fisher-Jenks is the default: it minimizes the variance within classes for any distribution.
Scheme = Literal["fisher-jenks", "quantiles", "equal-interval", "pretty", "head-tail", "own"]
#: Columns of the data files: those of every district, and what is appended to a measure's id.
DISTRICT_COLUMNS = ("code", "name", "name_en", "kind", "host", "approximate", "area_km2")
SUFFIXES = ("text", "class", "color")
#: Characters of a path (RFC 3986) but quotation marks and brackets, which end what it is put in.
_PATH = r"[A-Za-z0-9._~!$&()*+,;=:@%/?#-]*"
#: http or https with a host, which goes into a content security policy as it is; or no scheme.
_FOLDER = re.compile(rf"https?://(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d+)?(?:/{_PATH})?", re.I)
_RELATIVE = re.compile(rf"(?!//){_PATH}")
# An id goes into addresses, CSV heads and element ids, where other signs mean something.
Identifier = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")]
Text = Annotated[str, Field(min_length=1)]


class BoundariesSpec(Part):
    """Where the polygons come from."""

    file: Path | None = Field(default=None, description="Polygon file, relative to the spec.")
    code: str = Field(
        default="", description="Or a code of the installed atlas, for example 370700."
    )
    zones: Path | None = Field(
        default=None,
        description="CSV of zones without official polygon, carved out of their hosts if lacking.",
    )
    code_column: str = "code"
    name_column: str = "name"
    kind_column: str = "kind"
    crs: str = Field(
        default="", description="The CRS of a file that does not name its own, such as EPSG:4326."
    )
    datum: Datum = Field(default="wgs84", description="Undone before anything else.")
    # In metres, not degrees: a degree of longitude is shorter the further north it is.
    tolerance_m: float = Field(
        default=0, ge=0, description="Generalization tolerance in metres; 0 keeps all vertices."
    )

    @model_validator(mode="after")
    def _one_origin(self) -> Self:
        if self.file and self.code:
            raise ValueError("give either `file` or `code`, not both")
        return self


class TableSpec(Part):
    """Where the figures come from."""

    file: Path | None = Field(default=None, description="CSV or TSV, relative to the spec.")
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
        return self


class MeasureSpec(Part):
    """One measure: a column, or a ratio of two."""

    id: Identifier = Field(description="Used in addresses and data: #measure=ID.")
    label: Text = Field(description="The reader's name of the measure, without unit.")
    unit: str = Field(
        description="亿元, 个, 亿元/个, …; for a column also the unit its cells are in."
    )
    kind: Literal["total", "rate"]
    column: str = Field(default="", description="The column of the table that holds it.")
    numerator: str = Field(default="", description="Or a ratio: column above the line …")
    denominator: str = Field(
        default="", description="… and below it; `area_km2` is the district's area."
    )
    factor: float = Field(
        default=1, gt=0, description="The ratio is multiplied by it: 10000 turns 亿元 into 万元."
    )
    # Six decimals of 亿元 are hundreds of yuan: beyond that a figure is noise.
    decimals: int = Field(default=1, ge=0, le=6)
    scheme: Scheme = "fisher-jenks"
    # Few readers can match more than five to seven shades to a legend; ColorBrewer ends at nine.
    classes: int = Field(default=5, ge=2, le=9)
    breaks: tuple[float, ...] = Field(
        default=(), description='Own upper bounds, ascending, for scheme = "own".'
    )
    palette: str = Field(default="default")
    reverse: bool = False
    zero_class: bool = Field(
        default=False, description="Districts with exactly 0 form a class of their own."
    )
    unclassed: bool = Field(default=False, description="Continuous colour instead of classes.")
    allow_negative: bool = False
    description: str = Field(default="", description="One sentence for readers: how it is counted.")

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        ratio = bool(self.numerator or self.denominator)
        if bool(self.column) == ratio or (ratio and not (self.numerator and self.denominator)):
            raise ValueError("give either `column`, or `numerator` and `denominator`")
        if ratio and self.kind == "total":
            # A ratio of districts cannot be summed, and circles of it would mislead.
            raise ValueError('a ratio is a rate: write kind = "rate"')
        if (self.scheme == "own") != bool(self.breaks):
            raise ValueError('`breaks` and scheme = "own" go together')
        # Otherwise the map's figures would not be those of the table that is cited as its source.
        if self.column and self.factor != 1:
            raise ValueError("`factor` belongs to a ratio: a column is shown as it is printed")
        # The same limit as for the figures that they classify.
        if any(abs(edge) > LARGEST for edge in self.breaks):
            raise ValueError(f"`breaks` reach to {LARGEST:.0e} at most")
        if any(a >= b for a, b in zip(self.breaks, self.breaks[1:], strict=False)):
            raise ValueError("`breaks` have to ascend")
        return self


class BasemapSpec(Part):
    """Tiles under the page's map, with the map-maker's own key. The page then makes requests."""

    provider: Literal["tianditu", "amap"]
    key: Text


class PageSpec(Part):
    """Choices for page and embed."""

    circles: str = Field(
        default="", description="The total shown as circles over rates; empty for the first total."
    )
    basemap: BasemapSpec | None = None
    theme: Literal["auto", "light", "dark"] = Field(
        default="auto",
        description="auto follows the reader's device; an article may be one or other.",
    )


class PointSpec(Part):
    """A point of interest: a featured project."""

    label: Text
    district: Text
    lon: float | None = Field(
        default=None,
        ge=-180,
        le=180,
        description="WGS 84; without it the mark is placed inside the district.",
    )
    lat: float | None = Field(default=None, ge=-90, le=90)
    text: str = ""
    facts: tuple[str, ...] = ()


class EmbedSpec(Part):
    """Where the embed will be served from."""

    url: str = Field(
        default="",
        description="The folder's address on your server; empty leaves file names alone.",
    )
    provider: str = Field(default="", description="Named in oEmbed.")

    @field_validator("url")
    @classmethod
    def _is_address(cls, url: str) -> str:
        # A colon before the first slash ends a scheme (RFC 3986, 4.2).
        if not (_FOLDER if ":" in url.partition("/")[0] else _RELATIVE).fullmatch(url):
            raise ValueError(
                f"{url!r} is not the address of a folder. "
                "Write one such as https://maps.example.org/2024/ or ../maps/, without spaces; "
                "other letters than those of English are percent-encoded, a host is in punycode"
            )
        return url


class MapSpec(Part):
    """Everything the map-maker chooses.

    Paths are absolute after `read_spec`; every text is plain text.
    """

    title: Text = Field(description="Says the finding, not the topic.")
    dek: str = Field(default="", description="Period and unit, one line.")
    language: Literal["zh", "en"] = "zh"
    source: Text
    notes: tuple[str, ...] = ()
    approval: str = Field(default="", description="Map approval number (审图号).")
    outputs: tuple[Output, ...] = OUTPUTS
    boundaries: BoundariesSpec = BoundariesSpec()
    table: TableSpec = TableSpec()
    aliases: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    measures: tuple[MeasureSpec, ...]
    page: PageSpec = PageSpec()
    points: tuple[PointSpec, ...] = ()
    embed: EmbedSpec = EmbedSpec()
    plates: tuple[PlateSpec, ...] = (PlateSpec(),)

    @model_validator(mode="after")
    def _refers_to_measures(self) -> Self:
        """Report every reference that leads nowhere, one a line."""
        if wrong := _dangling(self):
            raise ValueError("\n".join(wrong))
        return self


def _dangling(spec: MapSpec) -> list[str]:
    # pydantic checks each measure alone; what they say of each other is checked here.
    ids = [measure.id for measure in spec.measures]
    totals = [m.id for m in spec.measures if m.kind == "total"]
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
    wrong += _unknown("page.circles", spec.page.circles, totals, "a total")
    for n, plate in enumerate(spec.plates, start=1):
        wrong += _unknown(f"plates[{n}].measure", plate.measure, ids, "a measure")
        wrong += _unknown(f"plates[{n}].circles", plate.circles, totals, "a total")
    return wrong


def _unknown(key: str, name: str, known: list[str], what: str) -> list[str]:
    """Return what is wrong with a key that names a measure; an empty one means the default."""
    if not name or name in known:
        return []
    return [f"{key} {name!r} is not {what}. {did_you_mean(name, known)}"]

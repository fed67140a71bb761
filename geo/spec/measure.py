"""What a map-maker chooses about a measure: one ``[[measures]]`` table of the spec."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, GetJsonSchemaHandler, field_validator, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from geo.base.formula import read_formula
from geo.base.nice import LARGEST
from geo.spec.part import Part, RichText, Text

# Fisher-Jenks is the default: it minimizes the variance within classes for any distribution.
Scheme = Literal["fisher-jenks", "quantiles", "equal-interval", "pretty", "head-tail", "own"]
# An id goes into addresses, CSV heads and element ids, where other signs mean something.
Identifier = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")]
#: What a bivariate measure may say; all else is said by the two that it crosses.
_BIVARIATE = frozenset(
    {"id", "label", "unit", "kind", "x", "y", "classes", "palette", "description"}
    | {"title", "dek", "notes"}
)
_SIZES = (3, 4)  # classes of a measure that is crossed: of more, no reader tells the colours apart


class ChangeSpec(Part):
    """Between which periods a measure shows the change."""

    since: Text = Field(description="The earlier period.")
    until: str = Field(default="", description="The later one; empty for the latest.")
    per_cent: bool = Field(
        default=False, description="In per cent of the earlier figure, not as a difference."
    )


class MeasureSpec(Part):
    """One measure: a column, or a ratio of two."""

    id: Identifier = Field(description="Used in addresses and data: #measure=ID.")
    label: Text = Field(description="The reader's name of the measure, without unit.")
    unit: str = Field(
        description="亿元, 个, 亿元/个, …; for a column also the unit its cells are in."
    )
    kind: Literal["total", "rate", "bivariate"] = Field(
        description="bivariate crosses the classes of two other measures, `x` and `y`."
    )
    x: str = Field(default="", description="Of a bivariate one: the measure from left to right.")
    y: str = Field(default="", description="Of a bivariate one: the measure from below upwards.")
    alpha: str = Field(
        default="",
        description="A measure of how sure this one is, such as the sample's size: the lower its "
        "class, the paler the colour.",
    )
    alpha_classes: int = Field(default=3, ge=3, le=4, description="Classes of `alpha`: 3 or 4.")
    column: str = Field(default="", description="The column of the table that holds it.")
    numerator: str = Field(default="", description="Or a ratio: column above the line …")
    denominator: str = Field(
        default="", description="… and below it; `area_km2` is the district's area."
    )
    formula: str = Field(
        default="",
        description="Or a formula of columns: investment / population * 10000; names with other "
        "signs in quotation marks.",
    )
    factor: float = Field(
        default=1, gt=0, description="The ratio is multiplied by it: 10000 turns 亿元 into 万元."
    )
    change: ChangeSpec | None = Field(
        default=None,
        description="The change between two periods instead of the figures themselves; center is "
        "then 0 and the palette RdBu, if nothing else is said.",
    )
    # Six decimals of 亿元 are hundreds of yuan: beyond that a figure is noise.
    weight: str = Field(
        default="",
        description="For a rate in a column: the column that weights its mean: the population.",
    )
    decimals: int = Field(default=1, ge=0, le=6)
    scheme: Scheme = "fisher-jenks"
    # Few readers can match more than five to seven shades to a legend; ColorBrewer ends at nine.
    classes: int = Field(
        default=5, ge=2, le=9, description="Of a bivariate one 3 or 4 for each measure; 3."
    )
    breaks: tuple[float, ...] = Field(
        default=(), description='Own upper bounds, ascending, for scheme = "own".'
    )
    breaks_from: Path | None = Field(
        default=None,
        description="Or the classes of an earlier edition: its page or embed.",
    )
    center: float | None = Field(
        default=None,
        description="The value in the middle of a diverging palette: 0 for changes. Classes reach "
        "as far below it as above.",
    )
    open: Literal["", "low", "high", "both"] = Field(
        default="",
        description="Ends without a limit; high adds a class above own breaks.",
    )
    palette: str = Field(default="default")
    reverse: bool = False
    zero_class: bool = Field(
        default=False, description="Districts with exactly 0 form a class of their own."
    )
    unclassed: bool = Field(default=False, description="Continuous colour instead of classes.")
    allow_negative: bool = False
    description: str = Field(default="", description="One sentence for readers: how it is counted.")
    title: str = Field(
        default="", description="The headline while this measure is shown; empty for the map's."
    )
    # None, not empty: a measure may want no line at all under its own headline.
    dek: RichText | None = Field(
        default=None, description='The line under it; "" for none, left out for the map\'s.'
    )
    notes: tuple[RichText, ...] | None = Field(
        default=None, description="Notes while it is shown; [] for none, left out for the map's."
    )

    @property
    def needs(self) -> tuple[str, ...]:
        """Columns that enter the measure besides the one it shows; `area_km2` is the polygons'."""
        if self.formula:
            return read_formula(self.formula).columns
        return tuple(filter(None, (self.numerator, self.denominator, self.weight)))

    @model_validator(mode="before")
    @classmethod
    def _centred(cls, raw: Any) -> Any:  # noqa: ANN401 - as written
        # A change has a middle that everybody knows: no change.
        if isinstance(raw, dict) and raw.get("change") and not raw.get("zero_class"):
            return {"center": 0, "palette": "RdBu"} | raw
        return raw

    @property
    def made_of(self) -> tuple[str, ...]:
        """Columns that a district's figure is made of: a weight only enters the mean."""
        return (self.column,) if self.column else tuple(dict.fromkeys(self.needs))

    @property
    def size(self) -> int:
        """Classes of each of the two measures of a bivariate one."""
        return self.classes if "classes" in self.model_fields_set else _SIZES[0]

    @model_validator(mode="before")
    @classmethod
    def _without_unit(cls, values: Any) -> Any:  # noqa: ANN401 - as written
        # Its two measures have units; of all others a forgotten unit is a fault.
        if isinstance(values, dict) and values.get("kind") == "bivariate":
            return {"unit": "", **values}
        return values

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say in the schema, too, that only a bivariate measure goes without a unit."""
        made = handler.resolve_ref_schema(handler(schema))
        made["required"] = [key for key in made["required"] if key != "unit"]
        made["if"] = {"properties": {"kind": {"const": "bivariate"}}}
        made["then"], made["else"] = {"required": ["x", "y"]}, {"required": ["unit"]}
        return made

    @field_validator("formula")
    @classmethod
    def _is_formula(cls, text: str) -> str:
        if text:
            read_formula(text)
        return text

    @model_validator(mode="after")
    def _crosses(self) -> Self:
        if self.kind != "bivariate":
            if self.x or self.y:
                raise ValueError('`x` and `y` go with kind = "bivariate"')
            if self.alpha and self.unclassed:
                raise ValueError("`alpha` needs classes: drop `unclassed`")
            return self
        if others := sorted(self.model_fields_set - _BIVARIATE):
            raise ValueError(
                f"`{others[0]}` is not for a bivariate measure: it takes the figures and classes "
                "of `x` and `y`"
            )
        if not (self.x and self.y) or self.x == self.y:
            raise ValueError("a bivariate measure crosses two others: give their ids as `x`, `y`")
        if self.unit:
            raise ValueError("a bivariate measure has the units of its two: drop `unit`")
        if self.size not in _SIZES:
            raise ValueError("`classes` of a bivariate measure are 3 or 4 for each of the two")
        return self

    @model_validator(mode="after")
    def _classes_of_one_origin(self) -> Self:
        if self.breaks_from and {"scheme", "breaks", "zero_class", "open"} & self.model_fields_set:
            raise ValueError(
                "`breaks_from` takes classes and open ends of that edition: leave out `scheme`, "
                "`breaks`, `zero_class` and `open`"
            )
        return self

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.kind == "bivariate":
            return self
        ratio = bool(self.numerator or self.denominator)
        one = sum([bool(self.column), ratio, bool(self.formula)]) == 1
        if not one or (ratio and not (self.numerator and self.denominator)):
            raise ValueError("give either `column`, or `numerator` and `denominator`, or `formula`")
        if self.formula and self.kind == "total" and not read_formula(self.formula).adds_up:
            raise ValueError('a formula that does not add up is a rate: write kind = "rate"')
        if ratio and self.kind == "total":
            # A ratio of districts cannot be summed, and circles of it would mislead.
            raise ValueError('a ratio is a rate: write kind = "rate"')
        if (self.scheme == "own") != bool(self.breaks):
            raise ValueError('`breaks` and scheme = "own" go together')
        # Otherwise the map's figures would not be those of the table that is cited as its source.
        if self.column and self.factor != 1:
            raise ValueError("`factor` belongs to a ratio: a column is shown as it is printed")
        if self.formula and self.factor != 1:
            raise ValueError("`factor` belongs to a ratio: write it into the formula")
        if self.center is not None and self.zero_class:
            raise ValueError("give either `center` or `zero_class`, not both")
        if self.change and self.change.per_cent and self.kind == "total":
            raise ValueError('a change in per cent does not add up: write kind = "rate"')
        if self.weight and not (self.column and self.kind == "rate"):
            raise ValueError("`weight` is for a rate that has a `column`")
        # The same limit as for the figures that they classify.
        if any(abs(edge) > LARGEST for edge in self.breaks):
            raise ValueError(f"`breaks` reach to {LARGEST:.0e} at most")
        if any(a >= b for a, b in zip(self.breaks, self.breaks[1:], strict=False)):
            raise ValueError("`breaks` have to ascend")
        return self

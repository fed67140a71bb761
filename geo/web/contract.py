"""The contract between the build and the script: what the data block of page and embed holds.

``<script type="application/json" id="map-data">`` holds a `MapData`; the script's types are
generated from it. Lists of a measure are in the order of the districts.
"""

from __future__ import annotations

from typing import Literal, NotRequired

# pydantic, which makes the script's types from these, cannot read typing's own on Python 3.11.
from typing_extensions import TypedDict

from geo.web.cartogram_contract import CartogramsData, InsetData
from geo.web.numbers_contract import MarksData
from geo.web.period_contract import FiguresData, PeriodsData


class CircleStepData(TypedDict):
    """A circle of the legend: its value, and that as readers see it, if a script does not."""

    value: float
    text: NotRequired[str]


class HeadingOptions(TypedDict, total=False):
    """What a measure has of its own where others have the map's: title, dek, notes."""

    title: str
    dek: str
    notes: list[str]


class MeasureData(FiguresData, HeadingOptions):
    """One measure, with its figures of the period in view.

    Attributes
    ----------
    id, label, unit : str
    kind : {"total", "rate", "bivariate"}
    edges : list of float, length k + 1
        Of k classes. An edge closes the class below it: ``(lower, upper]``, the first class closed
        on both sides.
    breaks : list of str, length k + 1
        The edges as the legend has them, in `break_unit` if that is not `unit`; left out where
        a script writes them the same.
    colors : list of str, length k
        ``#rrggbb``.
    unclassed : True
        A continuous scale: districts have `fills` of their own; left out for classes.
    circle_steps : list of CircleStepData
        Of the legend of circles, largest first; empty for rates.
    extent : (float, float)
        Lowest and highest value of any period, zero included: the ends of the table's bars.
    digits : (int, int)
        Least and most digits after the point of a value.
    """

    id: str
    label: str
    unit: str
    kind: Literal["total", "rate", "bivariate"]
    edges: list[float]
    breaks: NotRequired[list[str]]
    break_unit: NotRequired[str]
    colors: list[str]
    unclassed: NotRequired[Literal[True]]
    circle_steps: list[CircleStepData]
    extent: tuple[float, float]
    digits: tuple[int, int]


class DistrictOptions(TypedDict, total=False):
    """What only some districts have.

    Attributes
    ----------
    label, kind_label, host_label : str
        In the map's language, where that has another word than `name`, `kind`, `host`.
    host : str
        Name of the district an approximate one lies in.
    states : dict of str to str
        By measure id: why there is no value.
    fills : dict of str to str or None
        By measure id, of unclassed measures: ``#rrggbb``, None for no data.
    doubts : list of str
        A sentence for each measure in which rounding leaves the class open.
    """

    label: str
    kind_label: str
    host: str
    host_label: str
    states: dict[str, Literal["missing", "inapplicable"]]
    fills: dict[str, str | None]
    doubts: list[str]


class DistrictData(DistrictOptions):
    """One district.

    Attributes
    ----------
    code, name, kind : str
        As in the boundaries; `kind` may be empty.
    approximate : bool
        The outline only shows where the district is.
    search : str
        Words to find it by besides its name: aliases, pinyin with its initials as capitals.
    area : float
        km2.
    values : dict of str to float or None
        By measure id, in the measure's unit; None for no data.
    classes : dict of str to int or None
        By measure id, from 0; None for no data.
    at : (int, int, int)
        x, y and radius of the largest inscribed circle, in the drawing's units.
    """

    code: str
    name: str
    kind: str
    approximate: bool
    search: str
    area: float
    values: dict[str, float | None]
    classes: dict[str, int | None]
    at: tuple[int, int, int]


class PlaceData(TypedDict):
    """A point of interest: the code of its district, its name, one line about it.

    Of an `approximate` one only the district is known.
    """

    code: str
    label: str
    text: str
    approximate: bool


class PlaneData(TypedDict):
    """The drawing's extent in its units, and polynomials to degrees: see `Unprojection`."""

    width: int
    height: int
    degree: int
    lon: list[float]
    lat: list[float]


class TileOptions(TypedDict):
    """Leaflet's options of a tile layer."""

    subdomains: str
    attribution: str
    minZoom: int
    maxZoom: int


class TileLayer(TypedDict):
    """A layer of tiles under the page's map: the template of its addresses, Leaflet's options."""

    url: str
    options: TileOptions


class LeafletData(TypedDict, total=False):
    """What only the page has, whose drawing Leaflet moves; and `zoom`, which only an embed has.

    Attributes
    ----------
    corner : ((float, float), (float, float))
        South-west and north-east corner, (y, x): degrees over tiles, else units of the drawing.
    plane : PlaneData
        For GeoJSON of the drawing; that of an embed is too coarse.
    tiles : list of TileLayer
        Lowest first, if there are any.
    zoom : int
        Times that the map can be enlarged.
    """

    corner: tuple[tuple[float, float], tuple[float, float]]
    plane: PlaneData
    tiles: list[TileLayer]
    zoom: int


class MakersData(TypedDict, total=False):
    """Who wrote the article, and who made the map, where the map-maker says so."""

    byline: str
    credit: str


class AnnotationData(TypedDict):
    """A text on the map.

    Attributes
    ----------
    code : str
        Of the district it is about; empty for a point.
    place : (int, int)
        Of its number or of the leader's dot, in the drawing's units.
    at : (int, int, int, int)
        Middle of the text, there, its width and height in CSS pixels; left out if only its number
        is on the map.
    """

    code: str
    place: tuple[int, int]
    at: NotRequired[tuple[int, int, int, int]]


class OwnWordsData(TypedDict, total=False):
    """What the map-maker says of districts otherwise than usual.

    Attributes
    ----------
    tips : list of list of str
        Lines of the tooltip, in the order of the districts.
    annotations : list of AnnotationData
        Texts on the map, which names keep off.
    card : list of str
        Ids of the measures on a district's card, in their order.
    """

    tips: list[list[str]]
    annotations: list[AnnotationData]
    card: list[str]


class ColumnsData(TypedDict):
    """What the districts have for the script alone, in their order: see `DistrictData`."""

    search: list[str]
    area: list[float]
    at: list[tuple[int, int, int]]


class ManyData(TypedDict, total=False):
    """What only very many districts have.

    Attributes
    ----------
    circle_scale : float
        The part of its usual radius that the largest circle has.
    columns : ColumnsData
        Taken out of the districts, and the ranks out of the measures: `geo.web.columns` does it
        last, and the script puts both back first.
    """

    circle_scale: float
    columns: ColumnsData


class MapData(
    LeafletData,
    MakersData,
    OwnWordsData,
    PeriodsData,
    ManyData,
    InsetData,
    CartogramsData,
    MarksData,
):
    """Everything about the map that the scripts read, and what the page promises to others.

    Attributes
    ----------
    name : str
        Stem of the files a reader downloads.
    title, source, notes : str, str, list of str
    language : str
        BCP 47, with the digits if a browser could choose others: ``ar-u-nu-latn``.
    circles : str
        Id of the measure that circles show over a rate; empty if there is no total.
    measures : list of MeasureData
        The first is shown first.
    white_on : list of str
        Those of the measures' fills on which white type stands out more than black.
    districts : list of DistrictData
    places : list of PlaceData
    strings : list of str
        In the order of `geo.web.data.STRINGS`, blank those of other maps; ``{name}`` is filled in.
    """

    name: str
    title: str
    source: str
    notes: list[str]
    language: str
    circles: str
    measures: list[MeasureData]
    white_on: list[str]
    districts: list[DistrictData]
    places: list[PlaceData]
    strings: list[str]

"""What the page's head tells those that do not show it: messengers, networks, search, a tab."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from geo.base.catalogue import number
from geo.base.languages import territory_tag
from geo.base.packaged import version
from geo.web.address import address, site
from geo.web.data import to_json
from geo.web.map import alternative
from geo.web.picture import SOCIAL_PX, is_social, plate_file, small_plate
from geo.web.render import trusted

if TYPE_CHECKING:
    from markupsafe import Markup

    from geo.choropleth.model import Choropleth
    from geo.symbology.measures import Measure

_ICON_BARS = 3


@dataclass(frozen=True, slots=True)
class Card:
    """The picture of a shared link.

    Attributes
    ----------
    image, alt : str
    size : (int, int) or None
        Width and height in pixels, where they are known.
    """

    image: str
    alt: str
    size: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class HeadView:
    """The head besides title and description.

    Attributes
    ----------
    version : str
        Of this package: who compares two editions sees that another one made them.
    canonical : str
        Address of the page; empty where the spec names no site.
    locale, provider : str
        Of Open Graph; the provider may be empty.
    card : Card or None
        Networks take a picture from a whole address only.
    icon : str
        A ``data:`` address: a tab's picture without a request.
    dataset : Markup
        JSON-LD, a `Dataset` of schema.org.
    """

    version: str
    canonical: str
    locale: str
    provider: str
    card: Card | None
    icon: str
    dataset: Markup


def head(choropleth: Choropleth, lang: str) -> HeadView:
    """Return what goes into the head of the page.

    Parameters
    ----------
    choropleth : Choropleth
    lang : str
        BCP 47.
    """
    return HeadView(
        version=version(),
        canonical=page_address(choropleth),
        locale=territory_tag(lang),
        provider=choropleth.spec.embed.provider,
        card=_card(choropleth),
        icon=icon(choropleth.measure().symbology.colors),
        dataset=trusted(to_json(dataset(choropleth, lang))),
    )


def page_address(choropleth: Choropleth) -> str:
    """Return the page's whole address; empty where the spec names no site."""
    spec = choropleth.spec
    return _whole(spec.page.url or address(choropleth, f"{choropleth.name}.html"))


def icon(colors: tuple[str, ...]) -> str:
    """Return a small picture of classes as a ``data:`` address.

    Parameters
    ----------
    colors : tuple of str
        ``#rrggbb``, from the lowest class to the highest.
    """
    chosen = [colors[round(i * (len(colors) - 1) / (_ICON_BARS - 1))] for i in range(_ICON_BARS)]
    bars = "".join(
        f"<path fill='{color}' d='M{1 + 5 * i} 15V{11 - 5 * i}h4v{4 + 5 * i}z'/>"
        for i, color in enumerate(chosen)
    )
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>{bars}</svg>"
    return "data:image/svg+xml," + quote(svg, safe=" ='/:")


def dataset(choropleth: Choropleth, lang: str) -> dict[str, object]:
    """Return the map as a `Dataset` of schema.org (https://schema.org/Dataset).

    Parameters
    ----------
    choropleth : Choropleth
    lang : str
        BCP 47.
    """
    spec, heading = choropleth.spec, choropleth.spec.heading()
    # Search engines want a sentence or more, and drop what has fewer than 50 characters.
    said = [alternative(choropleth), heading.dek, *heading.notes]
    found: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": heading.title,
        "description": " ".join(filter(None, said)),
        "inLanguage": lang,
        "isAccessibleForFree": True,
        "url": page_address(choropleth),
        "image": _whole(plate_file(choropleth, "png")),
        "citation": spec.source,
        "spatialCoverage": _where(choropleth),
        "variableMeasured": [_variable(m) for m in choropleth.measures if m.kind != "bivariate"],
        "distribution": _downloads(choropleth),
    }
    if spec.embed.provider:
        found["publisher"] = {"@type": "Organization", "name": spec.embed.provider}
    return {key: value for key, value in found.items() if value not in ("", [])}


def _card(choropleth: Choropleth) -> Card | None:
    image = _whole(plate_file(choropleth, "png"))
    plate = small_plate(choropleth, "png")
    if not image or plate is None:
        return None
    alt = alternative(choropleth, plate.measure)
    return Card(image, alt, SOCIAL_PX if is_social(plate) else None)


def _whole(found: str) -> str:
    return found if site(found) else ""


def _where(choropleth: Choropleth) -> dict[str, object]:
    west, south, east, north = choropleth.districts.total_bounds
    # Two decimals are a kilometre: enough to find a map by.
    box = " ".join(number(float(degrees), 2) for degrees in (south, west, north, east))
    return {"@type": "Place", "geo": {"@type": "GeoShape", "box": box}}


def _variable(measure: Measure) -> dict[str, object]:
    known = [figure for figure in measure.figures if figure is not None]
    variable: dict[str, object] = {"@type": "PropertyValue", "name": measure.label}
    if measure.unit:
        variable["unitText"] = measure.unit
    if known:
        variable |= {"minValue": float(min(known)), "maxValue": float(max(known))}
    return variable


def _downloads(choropleth: Choropleth) -> list[dict[str, str]]:
    if "data" not in choropleth.spec.outputs:
        return []
    kinds = {"csv": "text/csv", "geojson": "application/geo+json"}
    addresses = {kind: _whole(address(choropleth, f"{choropleth.name}.{kind}")) for kind in kinds}
    return [
        {"@type": "DataDownload", "encodingFormat": kinds[kind], "contentUrl": found}
        for kind, found in addresses.items()
        if found
    ]

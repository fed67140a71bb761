"""Small multiples on the page: all periods or measures side by side, drawn by the build."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.choropleth.multiples import SmallMap, share_a_legend, small_maps
from geo.choropleth.wording import legend_scale, value_or_reason
from geo.districts.units import map_lines
from geo.web.drawing import Extent, boxes, draw
from geo.web.periods import has_slider
from geo.web.plane import web_plane

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.symbology.measures import Measure

#: Units along the longer side: five of them a pixel of a small map.
_RESOLUTION = 1200
#: Texts of single districts, which a pointer shows, up to so many: more would weigh a page down.
_MOST_TEXTS = 1000


@dataclass(frozen=True, slots=True)
class KeyView:
    """A legend of colours and break values; without `colors` the map's own stands over it."""

    label: str
    unit: str
    colors: tuple[str, ...]
    joints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SmallMapView:
    """One small map.

    Attributes
    ----------
    label : str
        Its title.
    measure, period : str
        What it shows: an id, and a label, empty for a map of a measure.
    whole, said : str
        The figure of the whole, and the map in words.
    districts : tuple of (str, str)
        Colour and text of every district.
    key : KeyView or None
        Its legend, if not all share one.
    """

    label: str
    measure: str
    period: str
    whole: str
    said: str
    districts: tuple[tuple[str, str], ...]
    key: KeyView | None


@dataclass(frozen=True, slots=True)
class MultiplesView:
    """The section.

    Attributes
    ----------
    said : str
        What the maps are of.
    key : KeyView or None
        The legend of all; None where each has its own.
    extent : Extent
    paths : tuple of str
        Of the districts, drawn once and used by every map.
    lines : tuple of str
        Outline, dashes, frames and what lies over the districts; may be empty.
    maps : tuple of SmallMapView
    """

    said: str
    key: KeyView | None
    extent: Extent
    paths: tuple[str, ...]
    lines: tuple[str, ...]
    maps: tuple[SmallMapView, ...]


def multiples(choropleth: Choropleth, *, article: bool) -> MultiplesView | None:
    """Return the small maps that the spec asks for; None in the embed, which has no room.

    Parameters
    ----------
    choropleth : Choropleth
    article : bool
        The embed's, else the page's.
    """
    if not has_multiples(choropleth, article=article):
        return None
    maps = small_maps(choropleth, choropleth.spec.page.small_multiples)
    shared, first = share_a_legend(maps), maps[0].measure
    plane = web_plane(choropleth)
    lines = map_lines(choropleth.districts, plane, choropleth.spec.map)
    drawing = draw(choropleth.districts, resolution=_RESOLUTION, plane=plane, lines=lines)
    labels = list(dict.fromkeys(one.measure.label for one in maps))
    texts = len(maps) * len(drawing.paths) <= _MOST_TEXTS
    return MultiplesView(
        said=", ".join([*labels, *(one.label for one in maps if one.label not in labels)]),
        key=_key(choropleth, first, labels[0] if len(labels) == 1 else "") if shared else None,
        extent=drawing.extent,
        paths=drawing.paths,
        lines=(drawing.border, drawing.sea, boxes(drawing.frames), drawing.above, drawing.below),
        maps=tuple(_map(choropleth, one, texts=texts, own_key=not shared) for one in maps),
    )


def has_multiples(choropleth: Choropleth, *, article: bool) -> bool:
    """Whether page (or the embed for an article) has a section of small maps."""
    chosen = choropleth.spec.page.small_multiples
    return bool(chosen) and not article and (chosen != "periods" or has_slider(choropleth))


def _key(choropleth: Choropleth, measure: Measure, label: str) -> KeyView | None:
    if measure.symbology.grid:  # its square legend is the page's own
        return None
    scale = legend_scale(measure, choropleth.words)
    return KeyView(label, scale.unit, tuple(measure.symbology.colors), tuple(scale.breaks))


def _map(choropleth: Choropleth, one: SmallMap, *, texts: bool, own_key: bool) -> SmallMapView:
    measure, names = one.measure, choropleth.names
    fills = (
        fill or f"url(#{state})"
        for fill, state in zip(measure.symbology.fills, measure.states, strict=True)
    )
    said = (
        f"{one.label} · {name}{choropleth.words['colon']}"
        f"{value_or_reason(measure, i, choropleth.words)}"
        if texts
        else ""
        for i, name in enumerate(names)
    )
    return SmallMapView(
        label=one.label,
        measure=measure.id,
        # Maps of measures are of the period in view, whichever it is.
        period=one.period if one.period == one.label else "",
        whole=one.whole,
        said=one.said,
        districts=tuple(zip(fills, said, strict=True)),
        key=_key(choropleth, measure, "") if own_key else None,
    )

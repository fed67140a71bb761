"""What only some maps need: the scripts of options, which no other map carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.base.languages import tag
from geo.spec.numbers import NumbersSpec
from geo.web.assets import built
from geo.web.cartogram import cartogram_kind
from geo.web.cross import is_crossed
from geo.web.embed_drawing import embed_drawing
from geo.web.figures import own_figures
from geo.web.form import form_of
from geo.web.legend import needs_gaps
from geo.web.multiples import has_multiples
from geo.web.periods import has_slider

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.spec.model import MapSpec


_MOST_LEADERS = 32  # as place-labels.js has it


def script(choropleth: Choropleth, *, article: bool) -> str:
    """Return the script at the end of page or embed: those of the map's options, then its own.

    Parameters
    ----------
    choropleth : Choropleth
    article : bool
        The embed's, else the page's.
    """
    # The options come first: they have to listen before the address chooses a measure.
    needed = {
        "headings.js": own_headings(choropleth.spec),
        "periods.js": has_slider(choropleth),
        "multiples.js": has_multiples(choropleth, article=article),
        "cartogram.js": cartogram_kind(choropleth, article=article) is not None,
        "taps.js": "card" not in form_of(choropleth.spec, article=article).parts,
    }
    own = _own(choropleth) if article else "page.js"
    return "".join(built(part) for part in (*(k for k, used in needed.items() if used), own))


def own_headings(spec: MapSpec) -> bool:
    """Whether title, dek or notes change with the measure."""
    return len({spec.heading(measure.id) for measure in spec.measures}) > 1


def _own(choropleth: Choropleth) -> str:
    """Return the embed's script: the smaller one if nothing of options.js is needed."""
    return "embed-options.js" if needs_options(choropleth) else "embed.js"


def needs_options(choropleth: Choropleth) -> bool:
    """Whether a map has any of what `geo/web/src/options.js` lists."""
    return (
        tag(choropleth.spec.language) != "zh-CN"
        or len(choropleth.districts) > _MOST_LEADERS
        or bool(embed_drawing(choropleth).plane.insets)
        or list(choropleth.names) != list(choropleth.districts["name"])
        or needs_gaps(choropleth)
        or is_crossed(choropleth)
        or has_slider(choropleth)
        or bool(choropleth.annotations)
        or choropleth.spec.embed.cartogram is not None
        or bool(choropleth.spec.page.tooltip or choropleth.spec.page.card)
        or choropleth.spec.page.doubts
        or choropleth.spec.house.numbers != NumbersSpec()
        or any(own_figures(measure, choropleth.words) for measure in choropleth.measures)
        or any(measure.reach[0] < 0 for measure in choropleth.measures)
    )

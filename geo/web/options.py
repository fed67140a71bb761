"""What only some maps need: the scripts of options, which no other map carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.web.assets import built

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.spec.model import MapSpec


def script(choropleth: Choropleth, name: str) -> str:
    """Return the script at the end of page or embed: those of the map's options, then its own.

    Parameters
    ----------
    choropleth : Choropleth
    name : {"page.js", "embed.js"}
    """
    # The options come first: they have to listen before the address chooses a measure.
    needed = ["headings.js"] if own_headings(choropleth.spec) else []
    return "".join(built(part) for part in (*needed, name))


def own_headings(spec: MapSpec) -> bool:
    """Whether title, dek or notes change with the measure."""
    return len({spec.heading(measure.id) for measure in spec.measures}) > 1

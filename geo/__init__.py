"""From a table of districts to an interactive page, an embed and a printed plate that agree.

The data go one way; every stage is a module and imports only from those above it:

errors          what is wrong, where, the value, what to do
encoding        text files in UTF-8, UTF-16, GB18030
figures         a printed number with its unit and rounding; stated totals
catalogue       the strings of the interface, and number formats
plate_spec      what the map-maker chooses about a printed plate
spec            what the map-maker chooses; spec_file reads it from TOML
datum           GCJ-02 and BD-09 to WGS 84 and back
projection      local projections and true areas
generalize      fewer vertices, shared borders stay shared
zones           carve zones without official polygon out of their hosts
boundaries      polygon files; atlas reads the installed one
release         a press release's text to rows and stated totals
tables          delimited text to records that remember their lines; totals reads stated ones
indicators      units, derived measures; aggregate counts records
place_names     the forms in which offices write a district; lookup finds it by them
join            match rows and districts, nothing lost in silence
reconcile       do the parts add up to the stated total
breaks          classification schemes, readable break values
classify        class intervals, (lower, upper]
palettes        colours; palette_checks measures them
symbology       which colour a district has
measures        a measure of all districts, ranked, classified, coloured
places          label points and points of interest
choropleth      `build`: the whole way in one short function
pinyin          how a name is typed on a Latin keyboard
payload         the data a page carries
web, embed      the interactive page, the light embed; article puts it into an article
layout          the printed plate
datafiles       CSV and GeoJSON
export          every file, whole or not at all

Public names: `build`, `map_table`, `Choropleth`, `MapSpec`, `read_spec`, `MapError`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.choropleth import Choropleth, build
    from geo.errors import MapError
    from geo.notebook import map_table
    from geo.spec import MapSpec
    from geo.spec_file import read_spec

_HOMES = {
    "Choropleth": "geo.choropleth",
    "MapError": "geo.errors",
    "MapSpec": "geo.spec",
    "build": "geo.choropleth",
    "map_table": "geo.notebook",
    "read_spec": "geo.spec_file",
}
__all__ = ["Choropleth", "MapError", "MapSpec", "build", "map_table", "read_spec"]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: `import geo` alone costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'geo' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)

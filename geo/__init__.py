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
coverage        polygons that share their borders; generalize takes vertices from them
divisions       kinds and English names of administrative divisions
boundaries      polygon files: polygon_files the formats, boundary_checks the findings
atlas           official polygons from the installed package
zones           zones without official polygon, carved out of their hosts by cutline
tables          delimited text to records that remember their lines; totals reads stated ones
indicators      units, derived measures; aggregate counts records
place_names     the forms in which offices write a district; lookup finds it by them
join            match rows and districts, nothing lost in silence
reconcile       do the parts add up to the stated total
release         a press release's text to rows and stated totals. Its parts: release_text reads
                the document, release_lines and release_tables its lines, release_words tokens,
                release_numbers and release_places what they say, release_grammar one clause,
                release_owners whose the numbers are, release_events which figures stand;
                release_files, release_report and release_review tell of it, release_spec maps it
breaks          classification schemes, readable break values
classify        class intervals, (lower, upper]
palettes        colours; palette_checks measures them, contrast two of them
symbology       which colour a district has
measures        a measure of all districts, ranked, classified, coloured
places          label points and points of interest
inputs          what a spec names, read: polygons, figures, stated totals
choropleth      `build`: the whole way in one short function; notebook the way from frames
pinyin          how a name is typed on a Latin keyboard
payload         the data a page carries
assets          templates filled, joined, minified; shorten gives names short ones
svgmap          districts as SVG paths; markup, markup_* the HTML around them, page_* their frame
shell           folium's empty map, kept when the package is built
web             the interactive page, over a basemap if one is asked for
embed           the light embed; article puts it into an article, csp names what it may run
layout          the printed plate. Its parts: plate_subject what is shown, plate_page and plate_text
                sizes and type, plate_map, plate_labels, plate_inset, plate_legend … the marks,
                plate_pack and plate_compose where they go, plate_sheet the marks themselves,
                plate_figure, plate_svg and plate_pdf the files
datafiles       CSV and GeoJSON
export          every file, whole or not at all
report          what a build tells; cli_* the commands

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

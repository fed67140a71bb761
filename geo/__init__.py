"""From a table of districts to an interactive page, an embed and a printed plate that agree.

The package is a row of rooms. The data go through them in this order, and a room imports only from
those to its left; rooms between the same bars do not know each other:

    base geometry | spec | districts | tables | symbology release | choropleth | web plate
    | export notebook | cli

Each room's docstring says what it is for. `geo.choropleth.pipeline.build` is the whole way from a
spec to a finished map; `geo.export.render` makes its files.

Public names: `new`, `build`, `map_table`, `Choropleth`, `MapSpec`, `MeasureSpec`, `read_spec`,
`MapError`.
`geo.web`, `geo.plate` and `geo.release` can be used on their own: see their docstrings.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.base.errors import MapError
    from geo.choropleth.draft import new
    from geo.choropleth.model import Choropleth
    from geo.choropleth.pipeline import build
    from geo.notebook import map_table
    from geo.spec.file import read_spec
    from geo.spec.measure import MeasureSpec
    from geo.spec.model import MapSpec

_HOMES = {
    "Choropleth": "geo.choropleth.model",
    "MapError": "geo.base.errors",
    "MapSpec": "geo.spec.model",
    "MeasureSpec": "geo.spec.measure",
    "build": "geo.choropleth.pipeline",
    "map_table": "geo.notebook",
    "new": "geo.choropleth.draft",
    "read_spec": "geo.spec.file",
}
_MAKE_MAPS = {"Choropleth", "build", "map_table"}
__all__ = [
    "Choropleth",
    "MapError",
    "MapSpec",
    "MeasureSpec",
    "build",
    "map_table",
    "new",
    "read_spec",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: `import geo` alone costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'geo' has no attribute {name!r}")
    found = getattr(import_module(_HOMES[name]), name)
    if name in _MAKE_MAPS:
        # A finished map knows no renderer: its `save` is told here which one writes files.
        home = import_module(_HOMES["Choropleth"])
        home.Choropleth.saver = staticmethod(import_module("geo.export").save)
        home.Choropleth.shower = staticmethod(_as_html)
    if shell := _notebook():
        import_module("geo.notebook").show_maps(shell)
    return found


def __dir__() -> list[str]:
    """List the public names, imported or not, for whoever explores the package."""
    return list(__all__)


def _as_html(choropleth: Choropleth) -> str:
    """Return a map as a notebook shows it: what draws the page is imported only then."""
    html: str = import_module("geo.notebook").html_frame(choropleth)
    return html


def _notebook() -> object:
    """Return the shell of the notebook this runs in, if it runs in one."""
    return sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None

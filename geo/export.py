"""Make every file of a map in memory: same input, same bytes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from geo.base.errors import MapError, Problem
from geo.base.writing import write_whole
from geo.spec.outputs import PLATE_FORMATS, Output
from geo.spec.plate import PlateSpec

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.spec.model import MapSpec


def file_names(spec: MapSpec, name: str, outputs: Collection[Output]) -> list[str]:
    """Return the names of the files that `render` makes of a map called `name`.

    Known before anything is read, so that no map is built whose files would replace another's.
    A name is there twice if two plates have it.
    """
    endings = {
        "html": [".html"],
        "embed": ["-embed.html", "-embed.txt", "-embed.json", "-map.js"],
        "data": [".geojson", ".csv"],
        "prov": [".prov.json"],
    }
    names = [name + ending for output in outputs for ending in endings.get(output, [])]
    names += [
        f"{plate.stem(name)}.{ending}"
        for plate in spec.plates
        for ending in plate.formats
        if ending in outputs
    ]
    return names


def save(choropleth: Choropleth, path: Path | str) -> Path:
    """Write one file of a map, of the kind that its name ends in.

    Parameters
    ----------
    choropleth : Choropleth
    path : Path or str
        ``.html`` the page, ``.png``, ``.svg``, ``.pdf`` or ``.tiff`` the first plate, ``.geojson``
        or ``.csv`` the data.

    Returns
    -------
    Path

    Raises
    ------
    MapError
        If the ending is another one, or the file cannot be written.
    """
    target = Path(path)
    ending = target.suffix.lower().removeprefix(".")
    kinds = ("html", *PLATE_FORMATS, "geojson", "csv")
    if ending not in kinds:
        remedy = f"End its name in one of: {', '.join(f'.{kind}' for kind in kinds)}."
        raise MapError(Problem(str(target), f"is no kind of file of a map: {ending!r}", remedy))
    output: Output = "data" if ending in {"geojson", "csv"} else cast("Output", ending)
    first = choropleth.spec.plates[:1] or (PlateSpec(),)
    plates = [p.model_copy(update={"name": "", "formats": (ending,)}) for p in first]
    spec = choropleth.spec.model_copy(update={"plates": tuple(plates)})
    files = render(replace(choropleth, spec=spec), (output,))
    write_whole({target: files[f"{choropleth.name}.{ending}"]})
    return target


def render(
    choropleth: Choropleth,
    outputs: Collection[Output],
    progress: Callable[[str], None] = lambda _: None,
    remark: Callable[[str], None] = lambda _: None,
) -> dict[str, bytes]:
    """Make the files of a map in memory.

    Parameters
    ----------
    choropleth : Choropleth
    outputs : collection of {"html", "embed", "png", "svg", "pdf", "tiff", "data", "prov"}
    progress : callable, optional
        Called with the name of each file before it is made.
    remark : callable, optional
        Called with what the map-maker should know of a file: labels of a plate without room.

    Returns
    -------
    dict of str to bytes
        File name to content.

    Raises
    ------
    MapError
        If there is nothing to make: none of the plates has one of these formats.
    """
    name = choropleth.name
    files: dict[str, bytes] = {}
    if "html" in outputs:
        from geo.web.page import page

        progress(f"{name}.html")
        files[f"{name}.html"] = page(choropleth).encode()
    if "embed" in outputs:
        from geo.web.snippet import embed_files

        progress(f"{name}-embed.html")
        files |= embed_files(choropleth)
    drawn = {ending for plate in choropleth.spec.plates for ending in plate.formats}
    if formats := [f for f in PLATE_FORMATS if f in outputs and f in drawn]:
        from geo.plate.plates import plates

        progress(", ".join(f"{name}.{f}" for f in formats))
        files |= plates(choropleth, formats, remark)
    if "data" in outputs:
        from geo.choropleth.datafiles import to_csv, to_geojson

        progress(f"{name}.geojson")
        files |= {f"{name}.geojson": to_geojson(choropleth), f"{name}.csv": to_csv(choropleth)}
    if "prov" in outputs:
        from geo.choropleth.prov_json import to_prov

        progress(f"{name}.prov.json")
        files[f"{name}.prov.json"] = to_prov(choropleth)
    if not files:
        what = f"asks for {', '.join(outputs)}, which no plate of the spec has among its formats"
        raise MapError(Problem(f"{name}, outputs", what, "Add the format to [[plates]]."))
    return files

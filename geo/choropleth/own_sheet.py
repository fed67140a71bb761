"""A sheet for a new spec whose area nobody has named: its own names say it."""

from __future__ import annotations

from pathlib import Path

from geo.base.errors import MapError, Problem, first_few
from geo.base.files import is_file
from geo.base.languages import Language
from geo.base.text import normalize
from geo.choropleth.spec_words import language_of
from geo.districts.formats import READABLE
from geo.districts.sought import area_of_names
from geo.tables.layout import Layout
from geo.tables.objects import is_table
from geo.tables.sheet import read_sheet

#: Different cells of a column that are looked at: more than any area has units.
_CELLS = 5_000


def area_and_sheet(
    area: str, sheet: Path | None, page: str, language: Language | None
) -> tuple[str, Path | None, Language | None, tuple[str, ...]]:
    """Return area, sheet and language as given; of a sheet alone those that its names say.

    Parameters
    ----------
    area : str
        An area, a polygon file, or a sheet.
    sheet : Path or None
    page : str
        Sheet of a workbook with several.
    language : str or None

    Returns
    -------
    tuple
        The area, the sheet, the language, and what the map-maker should know.

    Raises
    ------
    MapError
        If both are sheets, or no area that is at hand has a sheet's names.
    """
    if not _is_sheet(area):
        return area, sheet, language, ()
    if sheet is not None:
        if _is_sheet(str(sheet)):
            what = "is a table and holds no polygons"
            raise MapError(Problem(area, what, f"Name the area first: geo new AREA {sheet}."))
        what = "is a table: the area or its polygons come first"
        raise MapError(Problem(area, what, f"Write geo new {sheet} {area}."))
    path = Path(area)
    columns = _columns(path, page)
    found = area_of_names([column[:_CELLS] for column in columns])
    if found is None:
        words = next((c for c in columns if any(w[:1].isalpha() for w in c)), [])
        has = f" Its first column has {first_few(words)}." if words else ""
        what = "is a table, and its names are of no area at hand"
        remedy = f"Name the area or its polygon file before it: geo new AREA {path}.{has}"
        raise MapError(Problem(str(path), what, remedy))
    said = f"{found.named} names of {path.name} are of {found.name}"
    note = f"{said}; if it is about another area: geo new AREA {path}"
    spoken = language or language_of("".join(cell for column in columns for cell in column))
    return found.key, path, spoken, (note,)


def _is_sheet(word: str) -> bool:
    """Tell whether a word is a file that holds a table and no polygons."""
    path = Path(word)
    if not is_file(path):
        return False
    ending = path.suffix.lower()
    return ending not in READABLE or (ending == ".json" and is_table(path))


def _columns(path: Path, page: str) -> list[list[str]]:
    """Return the different cells of each column."""
    read, _ = read_sheet(path, (), Layout(sheet=page))
    return [
        list(dict.fromkeys(filter(None, (normalize(r[at]) for _, r in read.rows if at < len(r)))))
        for at in range(len(read.header))
    ]

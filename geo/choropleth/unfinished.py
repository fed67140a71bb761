"""What a map-maker has yet to write: a source that names nobody."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from geo.base.errors import Problem

if TYPE_CHECKING:
    from geo.spec.model import MapSpec

#: What `geo new` writes until somebody knows better, by language.
SOURCE_TO_BE_FILLED_IN = {
    "zh": "来源待填写",
    "zh-TW": "來源待填寫",
    "en": "Source to be filled in",
}
#: What stands for an answer in forms: also what `geo.map_table` writes without a source.
_BLANKS = {"", "tbd", "todo", "xxx", "n/a", "unknown", "source", "来源", "待定", "待填写", "未知"}
#: Kinds of files that figures come in: `figures.xlsx` is where they lie, not whose they are.
_FILES = {
    ".csv", ".tsv", ".txt", ".xls", ".xlsx", ".xlsm", ".ods", ".doc", ".docx", ".pdf", ".html",
    ".htm", ".json", ".geojson", ".topojson", ".parquet", ".md",
}  # fmt: skip


def unfinished(spec: MapSpec) -> tuple[Problem, ...]:
    """Return what readers would see as a source though it names none.

    Parameters
    ----------
    spec : MapSpec

    Returns
    -------
    tuple of Problem
        Empty if `source` may be one; nobody but the map-maker knows whether it is right.
    """
    source = spec.source.strip()
    plain = source.casefold()
    if plain in {text.casefold() for text in SOURCE_TO_BE_FILLED_IN.values()}:
        what = f"{source!r} was left as the draft has it"
    elif plain.strip("—–-.…?： :") in _BLANKS:
        what = f"{source!r} names nobody"
    elif _is_file(source):
        what = f"{source!r} is the name of a file"
    else:
        return ()
    remedy = "Readers see it under every map: write who published the figures, and when."
    return (Problem("source", what, remedy),)


def _is_file(source: str) -> bool:
    # An address ends like a file and is a source: readers can look there.
    return PurePath(source).suffix.lower() in _FILES and "://" not in source

"""Specs written to a folder, and what the reader says of a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.spec.file import read_spec

HEAD = 'title = "t"\nsource = "s"\n'
MEASURE = 'id = "m"\nlabel = "投资"\nunit = "亿元"\nkind = "total"\ncolumn = "m"\n'
GOOD = f"{HEAD}[[measures]]\n{MEASURE}"


def message(folder: Path, text: str) -> str:
    path = folder / "x.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MapError) as error:
        read_spec(path)
    return str(error.value).replace(f"{folder}/", "")

"""Records lie in the district that their name or code says."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from geo.districts.lookup import Lookup
from geo.tables.cells import Findings
from geo.tables.keyed import Keyed
from geo.tables.streams import Batch
from tests.frames import districts

SQUARES = districts({"370702": "潍城区", "370705": "奎文区", "370772": "滨海区"})


@pytest.mark.parametrize("known", [SQUARES, SQUARES[["code", "name"]].to_dict("list")])
def test_a_name_is_looked_up_in_its_forms_and_what_is_none_is_named(known):
    """With the districts' names alone, too."""
    cells = pa.array(["370702", " 奎文 ", None, "泰山区"]).dictionary_encode()
    batch = Batch("r.csv", np.arange(2, 6), pa.table({"d": cells}), ",")
    at, why = Keyed(Lookup(known, {}), "d")(batch, Findings())
    assert at.tolist() == [0, 1, -1, -1]
    assert [str(why(i)) for i in (2, 3)] == [
        "r.csv, row 4: d is blank. Correct it, or allow records outside: they are then listed and "
        "not counted.",
        "r.csv, row 5: '泰山区' matches no district. Correct it, or allow records outside: they "
        "are then listed and not counted.",
    ]

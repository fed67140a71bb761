"""The breaks of a published edition are those of the next, also through its page."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.choropleth.locked import locked_limits
from tests.choropleth.editions import edition, files
from tests.small import timely_map


@pytest.mark.parametrize("kind", ["html", "embed.html"])
def test_page_and_embed_lend_their_edges_and_open_ends(kind: str, tmp_path: Path):
    assert locked_limits(files(edition(), tmp_path)[kind], "a") == (0, 2, 4, 10)
    opened = files(edition(open="high"), tmp_path)[kind]
    assert locked_limits(opened, "a") == (0, 2, 4, 10, None)


def test_the_next_edition_has_the_same_breaks_and_reaches_out_where_it_must(tmp_path: Path):
    page = files(edition(), tmp_path)["html"]
    rows = [("A", "2001", 1), ("B", "2001", 3), ("A", "2002", 9), ("B", "2002", 14)]
    classes = timely_map(rows, breaks_from=page).measure().symbology.classes
    assert classes.edges[:3] == (0, 2, 4)
    assert 14 <= classes.edges[3] <= 15
    assert (classes.ids, classes.scheme) == ((2, 2), "locked")


def test_what_lends_no_breaks_is_named(tmp_path: Path):
    made = files(edition(), tmp_path)
    with pytest.raises(MapError) as error:
        locked_limits(made["csv"], "a")
    assert str(error.value) == (
        f"{made['csv']}: holds no breaks. Give the page or the embed of that edition."
    )
    with pytest.raises(MapError) as error:
        locked_limits(made["html"], "aa")
    assert str(error.value) == f"{made['html']}: has no measure 'aa'. Did you mean a?"

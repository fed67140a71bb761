"""What rounding leaves open on a map, and how its other classes would look."""

from __future__ import annotations

from dataclasses import replace

from geo.base.numerals import numerals
from geo.choropleth.doubts import alternatives_of, doubt_texts, doubts_of
from geo.choropleth.model import Choropleth
from geo.symbology.measures import measured
from geo.tables.printed import read_figure
from geo.tables.table import Column
from tests.pairs import faded_map, pair_map
from tests.small import small_map, timely_map
from tests.weifang import weifang


def printed_map(*texts: str, **measure) -> Choropleth:
    """A map of figures as they are printed in a table; those of a frame are exact."""
    made = small_map([f"[D{i}]" for i in range(len(texts))], [1.0] * len(texts), **measure)
    cells = tuple(read_figure(text, "%") for text in texts)
    column = Column("%", cells, ("value",) * len(cells))
    (spec,) = made.spec.measures
    areas = made.districts["area_km2"].to_numpy()
    own = measured(spec, {"a": column}, areas, numerals(made.spec.language))
    return replace(made, measures=(own,), joined=replace(made.joined, columns={"a": column}))


OWN = {"scheme": "own", "breaks": (6, 10), "language": "en"}
OPEN = printed_map("6.0", "6.1", "2.2", **OWN)


def test_a_district_on_a_break_is_said_to_be_open_in_the_language_of_the_map():
    assert doubt_texts(OPEN) == {
        0: ["Rate: as its source was rounded, it is 5.95 to 6.05; it could be of class 6–10 %."]
    }


def test_a_continuous_scale_has_no_class_to_be_in_doubt_of():
    smooth = small_map(["A", "B", "C"], [6.0, 6.1, 2.2], unclassed=True)
    assert doubts_of(smooth, smooth.measure()) == ()
    assert alternatives_of(smooth, smooth.measure()) == ()


def test_breaks_in_gaps_leave_nothing_open():
    """Weifang's breaks are the roundest numbers between the figures: none is near one."""
    assert doubt_texts(weifang()) == {}


def test_weifang_looks_alike_by_intervals_and_not_by_quantiles():
    moved = {a.scheme: a.moved for a in alternatives_of(weifang(), weifang().measure()) if a.k == 5}
    assert moved == {"quantiles": 10, "equal-interval": 3}


def test_all_periods_are_classed_again_together_and_a_change_only_once():
    rows = [("A", "1999", 1), ("B", "1999", 2), ("A", "2001", 8), ("B", "2001", 9)]
    m = timely_map(rows, classes=2, measures=({}, {"id": "b", "change": {"since": "1999"}}))
    assert all(a.moved == 0 for a in alternatives_of(m, m.measures[0]) if a.k == 2)
    assert all(a.moved <= 2 for a in alternatives_of(m, m.measures[1]))


def test_the_period_in_view_and_the_ends_of_a_change_are_looked_at():
    rows = [("A", "1999", 6.0), ("B", "1999", 1.0), ("A", "2001", 8.0), ("B", "2001", 9.0)]
    own = {"scheme": "own", "breaks": (6, 10)}
    m = timely_map(rows, **own, measures=({}, {"id": "b", "change": {"since": "1999"}} | {
        "breaks": (-4, 0, 2, 9), "center": None}))  # fmt: skip
    assert doubts_of(m, m.measures[0]) == ()
    assert [d.district for d in doubts_of(m, m.measures[1])] == [0]


def test_two_measures_have_no_doubts_of_their_own_and_fading_moves_no_figure():
    both = pair_map([5, 25, 15], [5, 5, 25])
    assert doubts_of(both, both.measure("both")) == ()
    assert alternatives_of(both, both.measure("both")) == ()
    plain, faded = both, faded_map([5, 25, 15], [5, 5, 25])
    assert doubts_of(faded, faded.measure("a")) == doubts_of(plain, plain.measure("a"))
    assert alternatives_of(faded, faded.measure("a")) == alternatives_of(plain, plain.measure("a"))

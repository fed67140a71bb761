"""What differs between two editions is all named, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from geo.choropleth.changes import Change, Comparison, compare
from geo.choropleth.edition import edition_of
from tests.choropleth.editions import edition
from tests.small import timely_map


def of(**given):
    return edition_of(edition(**given), "m.toml")


def changes(**given) -> tuple[Change, ...]:
    return compare(of(), of(**given)).changes


def test_the_same_map_twice_differs_in_nothing():
    assert compare(of(), of()) == Comparison((), ())


def test_a_value_that_grew_into_the_next_class_is_two_changes():
    value, moved = changes(values=(1.5, 2.5, 8, float("nan")))
    assert value == Change("value", "2", "2.5", "a", "Bea", "Bea", "", Decimal("0.5"))
    assert moved == Change("class", "1", "2", "a", "Bea", "Bea")


def test_a_value_that_came_or_went_has_no_difference():
    gone, left, came, entered = changes(values=(1.5, 2, float("nan"), 9))
    assert (gone.old, gone.new, gone.difference) == ("8", "missing", None)
    assert (left.old, left.new) == ("3", None)
    assert (came.old, came.new, came.name) == ("missing", "9", "Dot")
    assert (entered.old, entered.new) == (None, "3")


def test_districts_are_added_removed_and_renamed_by_their_codes():
    old, new = of(), of(names=["Ann", "Bea", "Cid", "Eve"])
    added, removed = compare(old, new).changes
    assert added == Change("district", None, "Eve", code="Eve", name="Eve")
    assert removed == Change("district", "Dot", None, code="Dot", name="Dot")
    place = new.places["Eve"]
    renamed = replace(new, places=new.places | {"Eve": place._replace(name="Eva", kind="k")})
    assert [(c.key, c.old, c.new, c.code) for c in compare(new, renamed).changes] == [
        ("name", "Eve", "Eva", "Eve"),
        ("kind", "", "k", "Eve"),
    ]


def test_breaks_palette_and_texts_have_changes_of_their_own():
    found = changes(breaks=(2, 5, 10), palette="Greens", unit="‰", title="u")
    assert [(c.kind, c.key, c.old, c.new) for c in found if c.kind != "palette"] == [
        ("text", "title", "t", "u"),
        ("text", "unit", "%", "‰"),
        ("breaks", "", "0 2 4 10", "0 2 5 10"),
    ]
    (palette,) = [c for c in found if c.kind == "palette"]
    assert palette.old != palette.new
    assert [len(str(side).split()) for side in (palette.old, palette.new)] == [3, 3]


def test_a_continuous_scale_differs_from_classes_of_the_same_edges():
    (found,) = [c for c in changes(unclassed=True) if c.kind == "breaks"]
    assert (found.old, found.new) == ("0 2 4 10", "0 2 4 10 (continuous)")


def test_a_measure_that_one_edition_lacks_is_one_change_and_its_values_none():
    assert changes(id="b", label="Other") == (
        Change("measure", None, "Other", "b"),
        Change("measure", "Rate", None, "a"),
    )


def test_own_digits_are_rounded_where_the_other_edition_is():
    old = of()
    (layer,) = old.layers
    ann = layer.figures["Ann"]._replace(value=Decimal("1.4999"))
    exact = replace(layer, decimals=None, figures=layer.figures | {"Ann": ann})
    data = replace(old, layers=(exact,), parts=frozenset())
    assert compare(data, old) == Comparison((), ("texts", "breaks", "palette"))
    assert [c.kind for c in compare(data, replace(data, layers=(layer,))).changes] == []
    both = replace(exact, figures=layer.figures)
    assert [c.difference for c in compare(data, replace(data, layers=(both,))).changes] == [
        Decimal("0.0001")
    ]


def test_a_reason_given_by_both_may_differ_and_one_given_by_neither_not():
    old = of()
    (layer,) = old.layers

    def said(state: str):
        dot = layer.figures["Dot"]._replace(state=state)
        return replace(old, layers=(replace(layer, figures=layer.figures | {"Dot": dot}),))

    assert compare(said(""), said("missing")).changes == ()
    (found,) = compare(said("missing"), said("inapplicable")).changes
    assert (found.kind, found.old, found.new) == ("value", "missing", "inapplicable")


ROWS = [("A", "1999", 3), ("A", "2001", 1), ("B", "1999", 2), ("B", "2001", 9)]
LATER = [("A", "1999", 4), ("A", "2001", 1), ("B", "1999", 2), ("B", "2001", 9)]


def told(old, new) -> list[tuple[str, str, str | None, str | None]]:
    found = compare(*(edition_of(timely_map(rows), "m") for rows in (old, new))).changes
    return [(c.kind, c.period, c.old, c.new) for c in found if c.kind in {"period", "value"}]


def test_every_period_is_compared_with_its_namesake():
    """A figure of an earlier year that was revised is a change, whatever year is in view."""
    assert told(ROWS, ROWS) == []
    assert told(ROWS, LATER) == [("value", "1999", "3", "4")]


def test_a_new_period_is_one_change_and_its_figures_none():
    added = [*LATER, ("A", "2003", 5), ("B", "2003", 6)]
    assert told(ROWS, added) == [("period", "2003", None, "2003"), ("value", "1999", "3", "4")]
    assert told(added, LATER) == [("period", "2003", "2003", None)]


def test_without_a_period_of_both_what_is_in_view_is_compared():
    early, late = ([row for row in LATER if row[1] == year] for year in ("1999", "2001"))
    assert told(early, late) == [
        ("period", "2001", None, "2001"), ("period", "1999", "1999", None),
        ("value", "", "4", "1"), ("value", "", "2", "9"),
    ]  # fmt: skip


def test_a_change_between_two_periods_is_compared_once():
    measures = ({}, {"id": "c", "change": {"since": "1999"}})
    old, new = (edition_of(timely_map(r, measures=measures), "m") for r in (ROWS, LATER))
    found = [c for c in compare(old, new).changes if c.measure == "c" and c.kind == "value"]
    assert [(c.period, c.old, c.new) for c in found] == [("", "-2", "-3")]

"""What the report says of cartograms."""

from __future__ import annotations

import io

from rich.console import Console

from geo.choropleth.cartograms import cartogram_of
from geo.cli.cartograms import print_cartograms
from geo.geometry import cartogram
from geo.spec.plate import PlateSpec
from tests.weifang import changed, weifang


def printed(choropleth) -> str:
    out = io.StringIO()
    print_cartograms(choropleth, Console(file=out, width=120))
    return out.getvalue()


def test_each_kind_is_told_once_with_its_overlaps_and_the_neighbours_that_it_kept():
    page = weifang().spec.page.model_copy(update={"cartogram": "dorling"})
    plates = (PlateSpec(cartogram="demers"), PlateSpec(name="b", cartogram="dorling"))
    circles, squares = (cartogram_of(weifang(), kind).touching for kind in ("dorling", "demers"))
    assert printed(changed(page=page, plates=plates)).splitlines() == [
        f"cartogram {kind}: areas show investment; 0 overlaps; "
        f"{kept} of 37 pairs of neighbours are still in touch"
        for kind, kept in (("dorling", circles), ("demers", squares))
    ]


def test_tiles_show_no_amount():
    kept = cartogram_of(weifang(), "tiles").touching
    assert printed(changed(plates=(PlateSpec(cartogram="tiles"),))) == (
        f"cartogram tiles: 0 overlaps; {kept} of 37 pairs of neighbours are still in touch\n"
    )


def test_a_map_without_one_has_no_line():
    assert printed(weifang()) == ""


def test_of_very_many_districts_it_is_said_beforehand_that_it_takes_a_while(monkeypatch):
    monkeypatch.setattr(cartogram, "MANY", 15)
    first, second = printed(changed(plates=(PlateSpec(cartogram="dorling"),))).splitlines()
    assert first == "cartogram dorling: lays out 16 districts, some seconds"
    assert second.startswith("cartogram dorling: areas show investment; 0 overlaps; ")

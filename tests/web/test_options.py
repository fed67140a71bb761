"""A map carries the scripts of the options it uses, and of no others."""

from __future__ import annotations

from geo.spec.measure import MeasureSpec
from geo.spec.page import PageSpec
from geo.web.assets import built
from geo.web.options import needs_options, own_headings, script
from geo.web.page import page
from tests.small import small_map, timely_map
from tests.weifang import changed, weifang


def headed(**second: object):
    """Weifang, the second measure with a heading of its own."""
    first, other, *rest = weifang().spec.measures
    own = MeasureSpec.model_validate(other.model_dump() | second)
    return changed(measures=(first, own, *rest))


def test_a_map_without_options_has_its_own_script_alone():
    assert script(weifang(), article=True) == built("embed.js")


def test_headings_that_change_bring_their_script_which_listens_first():
    made = headed(title="诸城市项目最多")
    assert script(made, article=False) == built("headings.js") + built("page.js")


def test_a_heading_that_says_the_same_is_none_of_its_own():
    assert not own_headings(headed(title=weifang().spec.title).spec)
    assert own_headings(headed(dek="").spec)
    assert own_headings(headed(notes=()).spec)


def test_without_a_card_a_tap_shows_the_tooltip():
    low = changed(embed=weifang().spec.embed.model_copy(update={"parts": ("map", "legend")}))
    assert script(low, article=True) == built("taps.js") + built("embed.js")
    assert script(low, article=False) == built("page.js")


def test_small_maps_bring_their_script_and_say_what_each_shows():
    rows = [(name, year, "1") for year in ("1990", "2000") for name in "AB"]
    small = {"page": {"small_multiples": "periods"}}
    made = timely_map(rows, spec=small)
    assert built("multiples.js") in script(made, article=False)
    assert built("multiples.js") not in script(made, article=True)
    assert 'data-measure="a" data-when="1990"' in page(made)
    measures = changed(page=PageSpec(small_multiples=("investment", "density")))
    assert '<figure data-measure="density"><figcaption>' in page(measures)


def test_gaps_ramps_negative_values_and_languages_bring_a_longer_script():
    """What is only for gaps, ramps, values below zero or other languages is not in it."""
    assert not needs_options(weifang())
    for options in ({"unclassed": True}, {"language": "en"}):
        assert needs_options(small_map(["A", "B", "C"], [1, 2, 3], **options))
    for values in ([1, 2, None], [-1, 2, 3]):
        made = small_map(["A", "B", "C"], values)
        assert needs_options(made)
        assert script(made, article=True) == built("embed-options.js")
    assert len(built("embed.js")) < len(built("embed-options.js"))


def test_figures_that_a_browser_would_write_otherwise_need_the_script_for_it():
    """Classes without an end; a map without any of it."""
    assert not needs_options(small_map("ABC", [1, 2, 3]))
    assert needs_options(small_map("ABC", [1, 2, 3], scheme="own", breaks=(2,), open="both"))


def test_a_tooltip_or_a_card_of_ones_own_needs_the_script_for_it():
    page = weifang().spec.page
    assert needs_options(changed(page=page.model_copy(update={"tooltip": ("{name}",)})))
    assert needs_options(changed(page=page.model_copy(update={"card": ("projects",)})))

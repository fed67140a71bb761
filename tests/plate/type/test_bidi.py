"""The order of a line's characters, with the library's own reordering as the oracle."""

from __future__ import annotations

from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from geo.plate.type.bidi import is_bidirectional, levels, visual

#: Arabic, Latin, Chinese, figures and their signs, brackets, marks of direction.
SIGNS = "ابتةمرو ABc亿元12.,%+−-/()[]،؛:–…•\u200e"


def shown(text: str, *, rtl: bool) -> str:
    return "".join(text[i] for i in visual(levels(text, rtl=rtl)))


@given(text=st.text(SIGNS, min_size=1, max_size=16).map(str.strip).filter(bool), rtl=st.booleans())
def test_lines_are_in_the_order_of_the_unicode_algorithm(text, rtl):
    assert shown(text, rtl=rtl) == get_display(text, base_dir="R" if rtl else "L")


def test_numbers_and_latin_names_run_from_the_left_within_arabic():
    assert shown("ابج 264 Hi-Tech", rtl=True) == "Hi-Tech 264 جبا"
    assert shown("\u200e−7.5", rtl=True) == "\u200e−7.5"
    assert shown("(亿元) ابج", rtl=True) == "جبا )亿元("  # drawn as its mirror image


def test_what_has_no_such_letters_needs_no_reordering():
    assert not is_bidirectional("264个 projects, é—…１２")
    assert is_bidirectional("Weifang ويفانغ")
    assert is_bidirectional("שלום")
    assert visual([]) == []

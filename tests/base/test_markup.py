"""Links and emphasis, nothing else: the text without them is what print and data have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser

from geo.base.markup import Rich, links, to_html


def shown(written: str) -> tuple[str, str]:
    text = Rich(written)
    return text, to_html(text, framed=False)


def test_a_link_and_emphasis_are_read_and_the_text_is_without_them():
    assert shown("据[统计局](https://a.org/?x=1&y=2)，*初步*，**未审**") == (
        "据统计局，初步，未审",
        '据<a href="https://a.org/?x=1&amp;y=2">统计局</a>，<em>初步</em>，<strong>未审</strong>',
    )


def test_emphasis_in_chinese_needs_no_blanks():
    """CommonMark takes the second for none: a colon before the mark, a letter behind it."""
    assert shown("按**项目**计数") == ("按项目计数", "按<strong>项目</strong>计数")
    assert shown("**注：**数据") == ("注：数据", "<strong>注：</strong>数据")


@pytest.mark.parametrize(
    "text",
    ["<b>x</b> & `c` _d_ ![i] # h", "5*3*2", "81.8* 初步", "见[1](2023)", "* 预计；** 快报", ""],
)
def test_what_is_no_markup_stays_as_it_is(text):
    assert shown(text)[0] == text
    assert parser.fromstring(f"<p>{shown(text)[1]}</p>").text_content() == text


def test_a_backslash_keeps_a_sign():
    assert shown(r"\*a\*") == ("*a*", "*a*")


def test_in_a_frame_a_link_opens_a_window_of_its_own():
    assert to_html(Rich("[a](/b)"), framed=True) == (
        '<a href="/b" target="_blank" rel="noopener">a</a>'
    )


def test_a_host_of_other_letters_is_in_punycode():
    assert links(Rich("[例](https://例子.中国/年)")) == (
        "https://xn--fsqu00a.xn--fiqs8s/%E5%B9%B4",
    )
    assert links("[a](https://a.org)") == ()


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "https://a.org/a b", "file:///etc"]
)
def test_a_link_to_what_is_no_address_is_refused(address):
    with pytest.raises(ValueError, match="is not an address") as error:
        Rich(f"据[x]({address})")
    assert str(error.value).startswith(repr(address))


@given(st.text("a中*[](): <>&\"'\\/x.h", max_size=30))
def test_whatever_is_written_has_no_other_element(written):
    try:
        text = Rich(written)
    except ValueError:
        return
    found = parser.fromstring(f"<p>{to_html(text, framed=True)}</p>")
    assert {node.tag for node in found.iter()} <= {"p", "a", "em", "strong"}
    assert found.text_content() == text

"""Links and emphasis in a map-maker's text: ``[text](https://…)``, ``*so*``, ``**so**``."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from geo.base.addresses import checked_address, is_address

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

#: Where none of these signs is, a text says what it says.
_SIGNS = re.compile(r"[*\\]|\]\(")
#: What a map-maker meant as a link, though it is none: the address has a blank in it, say.
_MEANT = re.compile(r"\[[^\]]*\]\(((?:[^()]|\([^()]*\))*)\)")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_CJK = "\u2e7f"  # from the radicals on, a word needs no blank beside it


class Rich(str):
    """A text without its markup: what print, data and screen readers have; it knows the other form.

    Attributes
    ----------
    written : str
        As the map-maker wrote it, markup and all.
    """

    written: str

    def __new__(cls, written: str) -> Rich:
        """Read the markup.

        Raises
        ------
        ValueError
            If a link leads to what is no address.
        """
        for address in _refused(written):
            checked_address(address)
        signs = _SIGNS.search(written)
        plain = "".join(t.content for t in _tokens(written)) if signs else written
        text = super().__new__(cls, plain)
        text.written = written
        return text


def links(text: str) -> tuple[str, ...]:
    """Return the addresses that a text links to."""
    tokens = _tokens(text.written) if isinstance(text, Rich) else ()
    return tuple(str(t.attrs["href"]) for t in tokens if t.type == "link_open")


def to_html(text: str, *, framed: bool) -> str:
    """Return a text as HTML, everything escaped that is not a link or emphasis.

    Parameters
    ----------
    text : str
        Plain, or `Rich`.
    framed : bool
        In a frame a link opens a window of its own: inside, the other site would be cut off.
    """
    tokens = _tokens(text.written if isinstance(text, Rich) else "")
    if not tokens:  # as markdown-it escapes, whose import most maps are spared
        return escape(text, quote=False).replace('"', "&quot;")
    for token in tokens:
        if framed and token.type == "link_open":
            token.attrs |= {"target": "_blank", "rel": "noopener"}
    reader = _reader()
    return str(reader.renderer.render(tokens, reader.options, {}))


def _tokens(written: str) -> list[Token]:
    """Return what a text with markup is made of; nothing of one without."""
    if not _SIGNS.search(written):
        return []
    return _reader().parseInline(written)[0].children or []


def _refused(written: str) -> list[str]:
    """Return what stands where a link should have an address."""
    if not _SIGNS.search(written):
        return []
    left = "".join(t.content for t in _tokens(written) if t.type == "text")
    return [meant[1] for meant in _MEANT.finditer(left) if _SCHEME.match(meant[1])]


@cache
def _reader() -> MarkdownIt:
    """Return CommonMark's reader with links and emphasis alone; nothing else is markup."""
    from markdown_it import MarkdownIt  # most texts have no markup

    reader = MarkdownIt("zero").enable(["link", "emphasis", "escape"])
    reader.inline.ruler.at("emphasis", _stars)
    reader.validateLink = _may_be_linked  # type: ignore[method-assign] # as its documentation says
    return reader


def _may_be_linked(url: str) -> bool:
    # "[1](2023)" is a footnote mark and a year, no link to a file of that name.
    return is_address(url) and bool(_SCHEME.match(url) or url.startswith(("/", "./", "../", "#")))


def _stars(state: StateInline, silent: bool) -> bool:
    """Find where emphasis may begin or end, as CommonMark does with ``_``, but for Chinese.

    Chinese words stand without blanks, and CommonMark's rules for punctuation take ``**注：**数据``
    for no emphasis.
    """
    from markdown_it.rules_inline.state_inline import Delimiter

    if silent or state.src[state.pos] != "*":
        return False
    found = state.scanDelims(state.pos, False)
    before, after = state.src[: state.pos][-1:], state.src[state.pos + found.length :][:1]
    chinese = before > _CJK or after > _CJK
    opens = bool(after.strip()) if chinese else found.can_open
    closes = bool(before.strip()) if chinese else found.can_close
    for _ in range(found.length):
        state.push("text", "", 0).content = "*"
        place = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord("*"), found.length, place, -1, opens, closes))
    state.pos += found.length
    return True

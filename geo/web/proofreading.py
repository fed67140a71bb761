"""Compare a published page or embed with what its spec gives now, element by element.

Both are read by an HTML parser, and nothing in them is run. What is in the block of data is
compared elsewhere, as districts, values and classes; here it is what a reader sees: texts,
outlines, fills, links, and whether the scripts are ours.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal, NamedTuple

from geo.base.elements import OpenElements
from geo.web.embed import embed
from geo.web.page import page

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth

Aspect = Literal["text", "attribute", "outline", "fill", "data", "program"]
_ASPECTS: dict[str, Aspect] = {"d": "outline", "fill": "fill"}
#: Scripts that are no program: what readers or search engines are told.
_SAID = frozenset({"application/ld+json", "text/html"})


class Token(NamedTuple):
    """A part of a document: what kind of part, of which element, in the words of it."""

    aspect: Aspect
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Where a published document is not what the spec gives.

    Attributes
    ----------
    aspect : {"text", "attribute", "outline", "fill", "data", "program"}
        `program` is a script or a style sheet.
    place : str
        A district's code, or the id of the nearest element that has one; empty for none.
    published, expected : str
        Empty where one of them has nothing there.
    """

    aspect: Aspect
    place: str
    published: str
    expected: str


def proofread(published: str, choropleth: Choropleth) -> tuple[Finding, ...]:
    """Return every part of a document that is not what the spec gives, in the document's order.

    Parameters
    ----------
    published : str
        HTML of a page or an embed.
    choropleth : Choropleth
        Of the spec.
    """
    found = _tokens(published)
    is_page = any(t.place == "map-shell" for t in found)
    expected = _tokens(page(choropleth) if is_page else embed(choropleth).html)
    return _findings(found, expected)


def _findings(found: list[Token], expected: list[Token]) -> tuple[Finding, ...]:
    there, due = Counter(found), Counter(expected)
    more, less = (there - due), (due - there)
    texts: dict[tuple[Aspect, str], tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    # In the order of the documents, not in that of a set.
    for side, tokens, odd in ((0, found, more), (1, expected, less)):
        for token in dict.fromkeys(tokens):
            texts[token.aspect, token.place][side].extend([token.text] * odd[token])
    apart = tuple(
        Finding(aspect, place, was, now)
        for (aspect, place), sides in texts.items()
        for was, now in zip_longest(*sides, fillvalue="")
    )
    if not apart and found != expected:
        return (Finding("text", "", "the same parts in another order", ""),)
    return apart


def _tokens(text: str) -> list[Token]:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.tokens


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tokens: list[Token] = []
        self._open = OpenElements()  # each with the nearest id
        self._holds: Aspect = "text"  # what the text of the open element is

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if given.get("name") == "generator":  # the version, which is told apart from the rest
            return
        ids = (given[key] for key in ("data-code", "data-row", "id") if key in given)
        place = next(ids, self._open.note)
        self._open.open(tag, place)
        self._holds = _content(tag, given)
        # The element itself counts, too: one more is a difference even if it says nothing.
        self.tokens.append(Token("attribute", place, f"<{tag}>"))
        for name, value in given.items():
            aspect = _ASPECTS.get(name, "attribute")
            said = value if aspect != "attribute" else f"{name}={value}"
            self.tokens.append(Token(aspect, place, said))

    def handle_endtag(self, tag: str) -> None:
        self._holds = "text"
        self._open.close(tag)

    def handle_data(self, data: str) -> None:
        if said := " ".join(data.split()):
            self.tokens.append(Token(self._holds, self._open.note, said))


def _content(tag: str, attrs: dict[str, str]) -> Aspect:
    if attrs.get("id") in {"map-data", "prov-data"}:
        return "data"
    if tag == "style" or (tag == "script" and attrs.get("type") not in _SAID):
        return "program"
    return "text"

"""The article of a news page: where it is, and what beside it is not of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DATE = re.compile(r"(?:19|20)\d\d\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}")
_LONGEST_DATE = 80  # characters of the line with date and source
_SPACE = re.compile(r"\s+")
_FURNITURE = ("nav", "footer", "aside", "form", "button")
_LEAVES = ("p", "td", "th", "li", "div", "section", "span", "h1", "h2", "h3")
#: After one of these a page lists other articles.
_OTHERS = re.compile(
    r"^[\W_]*(?:相关|推荐|延伸|热门|猜你喜欢|更多|上一篇|下一篇|责任编辑|版权|免责|网友评论)"
)
_LINKS = 5  # a page with fewer, and no furniture, is but an article
_SHARE = 0.9  # of the article's text that its element has to hold
_SHORTEST = 60  # characters of an article
_MOST = 20_000  # elements of a page; what has more is no page of news
_MOST_INSIDE = 3_000  # elements of an article's own part of it
_LEAST = 8  # characters of a paragraph that tells where the article is


def keep_article(root: HtmlElement, markup: str) -> HtmlElement:
    """Return the element of a page that holds its article, with what is not of it taken out.

    Parameters
    ----------
    root : lxml.html.HtmlElement
        Of the whole page; changed in place.
    markup : str
        The page. readability finds the article in it; its own copy of the article is not used,
        since it leaves out tables.

    Returns
    -------
    lxml.html.HtmlElement
        `root` itself if the page has nothing but its article, or none is found.
    """
    if sum(1 for _ in root.iter()) > _MOST:
        return root
    furniture = list(root.iter(*_FURNITURE))
    if not furniture and sum(1 for _ in root.iter("a")) < _LINKS:
        return root
    for element in furniture:
        element.drop_tree()
    article = _bare(_readable(markup))
    if len(article) < _SHORTEST:
        return root
    body = _holder(root, article)
    if sum(1 for _ in body.iter()) <= _MOST_INSIDE:
        for element in list(_foreign(body, article)):
            if element.getparent() is not None:
                element.drop_tree()
    return _with_head(root, body)


def _with_head(root: HtmlElement, body: HtmlElement) -> HtmlElement:
    """Return the article with its headline and the line of its date, where they are above it."""
    inside = set(body.iter())
    date = next((leaf for leaf in root.iter(*_LEAVES) if _is_date(leaf, inside)), None)
    heading = next((h for h in root.iter("h1") if h not in inside), None)
    above = [e for e in (heading, date) if e is not None and body is not root]
    for place, element in enumerate(above):
        element.tag = "p"
        body.insert(place, element)
    return body


def _is_date(leaf: HtmlElement, inside: set[HtmlElement]) -> bool:
    if leaf in inside or _has_blocks(leaf):
        return False
    text = str(leaf.text_content()).strip()
    return len(text) < _LONGEST_DATE and bool(_DATE.search(text))


def _readable(markup: str) -> str:
    from lxml import html
    from readability import Document
    from readability.readability import Unparseable

    try:
        summary = Document(markup).summary(html_partial=True)
    except (Unparseable, ValueError, RecursionError):
        return ""
    return str(html.fromstring(summary).text_content()) if summary.strip() else ""


def _bare(text: str) -> str:
    return _SPACE.sub("", text)


def _holder(root: HtmlElement, article: str) -> HtmlElement:
    """Return the smallest element that holds nearly all of the article."""
    weights: dict[HtmlElement, int] = {}
    for leaf in root.iter(*_LEAVES):
        own = _bare(leaf.text_content()) if not _has_blocks(leaf) else ""
        if len(own) >= _LEAST and own in article:
            for element in (leaf, *leaf.iterancestors()):
                weights[element] = weights.get(element, 0) + len(own)
    holder, total = root, weights.get(root, 0)
    while total:
        inner = next((e for e in holder if weights.get(e, 0) >= _SHARE * total), None)
        if inner is None or inner.tag in ("p", "td", "tr", "li", "span"):
            break
        holder = inner
    return holder


def _has_blocks(element: HtmlElement) -> bool:
    return any(child.tag in _LEAVES and child.tag != "span" for child in element.iterdescendants())


def _foreign(body: HtmlElement, article: str) -> Iterator[HtmlElement]:
    """Yield what lists other articles: blocks of links, and all behind 相关阅读."""
    for element in body.iter("ul", "ol", "div", "p", "section", "table", "h2", "h3", "h4"):
        text = _bare(element.text_content())
        if not text or element is body:
            continue
        linked = sum(len(_bare(link.text_content())) for link in element.iter("a"))
        if linked > len(text) / 2 and text not in article:
            yield element
        elif _OTHERS.match(text) and len(text) < len(article) / 2:
            yield element
            yield from element.itersiblings()

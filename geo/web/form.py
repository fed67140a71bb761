"""The two forms of a map for browsers, page and embed: which parts each shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.base.markup import links
from geo.choropleth.model import circles_id
from geo.spec.page import PARTS, ShownPart
from geo.web.assets import sizes

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.spec.model import MapSpec

#: What lies beside or below the map; without both, the map has all of the width.
_SIDE: frozenset[ShownPart] = frozenset({"card", "table"})


@dataclass(frozen=True, slots=True)
class Form:
    """What page or embed shows.

    Attributes
    ----------
    article : bool
        The embed: rows shortened, context folded.
    parts : frozenset of str
        Title, dek and source are always there.
    checks_open : bool
        Whether the check of totals is unfolded: the map-maker asked for it.
    rows : int or None
        Rows of the table at first, at every width; None for what suits the width.
    """

    article: bool
    parts: frozenset[ShownPart]
    checks_open: bool
    rows: int | None

    @property
    def alone(self) -> bool:
        """Whether nothing lies beside the map."""
        return not self.parts & _SIDE

    @property
    def compact(self) -> bool:
        """Whether it is an embed that wants to be low: smaller type, a legend without bars."""
        return self.article and self.alone

    def shown_rows(self, n: int, *, beside: bool) -> int:
        """Return how many of n rows the table has at first."""
        size = sizes()
        # An article is read in passing, and a table of all counties pushes its text out of sight.
        usual = size.rows_at_first if beside or not self.article else size.rows_in_article
        return min(n, self.rows or usual)

    def written_rows(self, n: int) -> int:
        """Return how many of n rows the document holds: all, or of very many the first."""
        size = sizes()
        return n if n <= size.many else min(n, max(size.rows_at_first, self.rows or 0))


def form_of(spec: MapSpec, *, article: bool) -> Form:
    """Return the form that a spec asks for: the embed for an article, else the page."""
    chosen = spec.embed if article else spec.page
    parts = frozenset(PARTS if chosen.parts is None else chosen.parts)
    return Form(article, parts, "checks" in (chosen.parts or ()), chosen.rows)


def has_links(spec: MapSpec, *, article: bool) -> bool:
    """Whether readers can follow a link from the embed for an article, or from the page."""
    headings = [spec.heading(measure.id) for measure in spec.measures]
    texts = [spec.byline, spec.source, spec.credit, *(heading.dek for heading in headings)]
    if "notes" in form_of(spec, article=article).parts:
        texts += [note for heading in headings for note in heading.notes]
    return (article and bool(spec.page.url)) or any(links(text) for text in texts)


def circles_label(choropleth: Choropleth) -> str:
    """Return what the switch of circles says; empty if there is no total they could show."""
    if not (shown := circles_id(choropleth)):
        return ""
    words = choropleth.words
    # An area cannot be negative; a reader would look for the circle in vain.
    totals = [m for m in choropleth.measures if m.kind == "total"]
    below = any(m.reach[0] < 0 for m in totals)
    label = words.say("circles", measure=choropleth.measure(shown).label)
    return label + (words["circles_negative"] if below else "")

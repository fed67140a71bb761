"""The ranked table and the card of a district, which shows the whole until one is chosen."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from geo.base.catalogue import strings
from geo.choropleth.wording import shown_name, summary, whole_label

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth

#: So many rows are shown at first: see embed.css and many.css.
_ROWS_IN_ARTICLE, ROWS = 8, 24


def ranked(choropleth: Choropleth) -> list[int]:
    """Return the districts' numbers by the first measure, largest first, gaps last."""
    measure = choropleth.measure()
    unknown = [state != "value" for state in measure.states]
    return sorted(
        range(len(unknown)), key=lambda i: (unknown[i], -measure.values[i] if not unknown[i] else 0)
    )


def table(choropleth: Choropleth, *, shortened: bool) -> str:
    """Return search box and table of the first measure.

    Parameters
    ----------
    choropleth : Choropleth
    shortened : bool
        A narrow article first shows fewer rows.
    """
    measure, words = choropleth.measure(), strings(choropleth.spec.language)
    rows = "".join(_row(choropleth, i) for i in ranked(choropleth))
    label = f"{measure.label} ({measure.unit})" if measure.unit else measure.label
    whole = whole_label(measure, choropleth.spec.language)
    n = len(choropleth.districts)
    more = (
        f'<button class="link script" id="all-rows">{words["all_rows"].format(n=n)}</button>'
        if n > (_ROWS_IN_ARTICLE if shortened else ROWS)
        else ""
    )
    return (
        f'<input type="search" class="script" id="search" aria-label="{words["search"]}" '
        f'placeholder="{words["search"]}" autocomplete="off">'
        f'<table id="table"><thead><tr><th scope="col">{words["rank"]}</th>'
        '<th scope="col" data-sort="name" aria-sort="none">'
        f"<button>{words['district']}</button></th>"
        f'<th scope="col" data-sort="value" aria-sort="descending">'
        f'<button id="column">{escape(label)}</button></th></tr></thead><tbody>{rows}</tbody>'
        f'<tfoot><tr><td></td><th scope="row" id="foot-label">{whole}</th>'
        f'<td id="foot-value">{summary(measure)}</td></tr></tfoot></table>'
        f'<p id="none-found" hidden>{words["none_found"]}</p>{more}'
    )


def _row(choropleth: Choropleth, i: int) -> str:
    measure, words = choropleth.measure(), strings(choropleth.spec.language)
    name, code = escape(shown_name(choropleth, i)), escape(choropleth.districts["code"].iloc[i])
    value = measure.text(i) or words[measure.states[i]]
    rank = "" if measure.ranks[i] is None else measure.ranks[i]
    return (
        f'<tr data-row="{code}"><td>{rank}</td><th scope="row"><button>{name}</button></th>'
        f"<td>{value}</td></tr>"
    )


def card(choropleth: Choropleth) -> str:
    """Return the card's first state: every measure for the whole, and how to see more."""
    words = strings(choropleth.spec.language)
    rows = "".join(
        f'<tr><th scope="row">{escape(m.label)} <small>{escape(m.unit)}</small></th>'
        f"<td>{whole_label(m, choropleth.spec.language)}</td>"
        f"<td><b>{summary(m)}</b></td></tr>"
        for m in choropleth.measures
    )
    n = len(choropleth.districts)
    return (
        f"<h2>{words['whole'].format(n=n)}</h2><table><tbody>{rows}</tbody></table>"
        f'<p class="script muted">{words["choose"]}</p>'
    )

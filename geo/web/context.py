"""The context panel: what the source states beside the table, and whether it adds up."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from geo.base.catalogue import number, strings
from geo.choropleth.wording import figure_text, with_unit

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth, Place
    from geo.tables.printed import Stated

_DIGITS = 4  # of stated figures, at most; zeros that the source did not print go


def context(choropleth: Choropleth, *, folded: bool) -> str:
    """Return the panel; empty if the source states nothing more.

    Parameters
    ----------
    choropleth : Choropleth
    folded : bool
        Closed until asked for, in a native ``<details>``: an article has context of its own.
    """
    words = strings(choropleth.spec.language)
    parts = [_checks(choropleth), _types(choropleth), _others(choropleth), _places(choropleth)]
    grid = f'<div class="grid">{"".join(parts)}</div>'
    if not any(parts):
        return ""
    if folded:
        return f'<details class="context"><summary>{words["context"]}</summary>{grid}</details>'
    return f'<section class="context" aria-label="{words["context"]}">{grid}</section>'


def _checks(choropleth: Choropleth) -> str:
    """Return how the parts add up to what is stated, and what rounding explains."""
    words = strings(choropleth.spec.language)
    lines = ""
    for check in choropleth.checks:
        if check.relation != "=" and check.ok:
            continue
        apart = abs(check.parts_sum - check.stated)
        key = "check_wrong" if not check.ok else "check_rounded" if apart else "check_exact"
        by_type = any(s.scope == "type" and s.label in check.label for s in choropleth.stated)
        said = words[key].format(
            measure=_column_label(choropleth, check.column),
            parts=words["parts_types" if by_type else "parts_districts"].format(n=check.count),
            sum=with_unit(number(float(check.parts_sum), _DIGITS), check.unit),
            stated=with_unit(number(float(check.stated), _DIGITS), check.unit),
            difference=number(float(apart), _DIGITS),
            slack=number(float(check.slack), _DIGITS),
        )
        lines += f"<li>{escape(said)}</li>"
    return lines and f"<section><h2>{words['checks']}</h2><ul>{lines}</ul></section>"


def _types(choropleth: Choropleth) -> str:
    return _stated_table(choropleth, "type", strings(choropleth.spec.language)["types"])


def _others(choropleth: Choropleth) -> str:
    """Return what is stated about parts and wholes that the map does not show."""
    words = strings(choropleth.spec.language)
    mapped = {m.column for m in choropleth.spec.measures if m.column}
    beyond = tuple(s for s in choropleth.stated if s.scope == "event" and s.column not in mapped)
    rest = tuple(s for s in choropleth.stated if s.scope in {"batch", "portfolio"})
    lines = "".join(
        f"<li>{escape(label)}{words['colon']}{words['list_comma'].join(texts)}</li>"
        for label, texts in _sentences(choropleth, (*beyond, *rest)).items()
    )
    return lines and f"<section><h2>{words['other_totals']}</h2><ul>{lines}</ul></section>"


def _sentences(choropleth: Choropleth, stated: tuple[Stated, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for s in stated:
        text = f"{_column_label(choropleth, s.column)} {_figure_text(choropleth, s)}"
        found.setdefault(s.label, []).append(escape(text))
    return found


def _stated_table(choropleth: Choropleth, scope: str, title: str) -> str:
    chosen = [s for s in choropleth.stated if s.scope == scope]
    columns = list(dict.fromkeys(s.column for s in chosen))
    labels = list(dict.fromkeys(s.label for s in chosen))
    cells = {(s.label, s.column): _figure_text(choropleth, s) for s in chosen}
    heads = "".join(f'<th scope="col">{escape(_column_label(choropleth, c))}</th>' for c in columns)
    rows = "".join(
        f'<tr><th scope="row">{escape(label)}</th>'
        + "".join(f"<td>{escape(cells.get((label, c), ''))}</td>" for c in columns)
        + "</tr>"
        for label in labels
    )
    return rows and (
        f"<section><h2>{title}</h2><table><thead><tr><td></td>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table></section>"
    )


def _places(choropleth: Choropleth) -> str:
    words = strings(choropleth.spec.language)
    parts = "".join(_place(place, words) for place in choropleth.places)
    return parts and f"<section><h2>{words['places']}</h2>{parts}</section>"


def _place(place: Place, words: dict[str, str]) -> str:
    facts = "".join(f"<li>{escape(fact)}</li>" for fact in place.facts)
    by = f"{words['list_comma']}{escape(place.text)}" if place.text else ""
    where = words["place_approximate" if place.approximate else "place_exact"]
    return (
        f'<h3><span aria-hidden="true">★</span> {escape(place.label)}</h3>'
        f"<p>{escape(place.district)}{by}</p><ul>{facts}</ul><p>{where}</p>"
        f'<button class="link script" name="place" value="{escape(place.code)}">'
        f"{words['show_on_map']}</button>"
    )


def _column_label(choropleth: Choropleth, column: str) -> str:
    words = strings(choropleth.spec.language)
    found = next((m.label for m in choropleth.spec.measures if m.column == column), "")
    return found or words.get(f"column_{column}", column)


def _figure_text(choropleth: Choropleth, stated: Stated) -> str:
    unit = next(
        (m.unit for m in choropleth.spec.measures if m.column == stated.column), stated.unit
    )
    return figure_text(stated.figure, unit, choropleth.spec.language)

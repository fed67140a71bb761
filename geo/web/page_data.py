"""The data block of page and embed: the payload, and what their scripts need to draw with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from geo.choropleth.model import circles_id
from geo.choropleth.wording import kind_label, legend_scale, shown_name, summary, whole_label
from geo.web.data import payload

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.symbology.measures import Measure
    from geo.web.drawing import Drawing

_USED = re.compile(r'(?<!\w)t\(\s*(?:[^()"]*\?\s*)?"(\w+)"(?:\s*:\s*"(\w+)")?')
#: Drawn by the build, or worked out by the scripts from the values.
_UNREAD = {"dek", "approval", "checks", "stated"}
_UNREAD_OF_DISTRICT = {"texts", "ranks"}
_UNREAD_OF_MEASURE = {"description", "missing"}


def page_data(choropleth: Choropleth, drawing: Drawing, scripts: str) -> dict[str, Any]:
    """Return what the scripts of page and embed read.

    Parameters
    ----------
    choropleth : Choropleth
    drawing : Drawing
        Of its districts.
    scripts : str
        The scripts; strings that none of them names are left out.

    Returns
    -------
    dict
        Of the payload what they use, and: a district's ``at`` (x, y, radius of its label point in
        the drawing's units), and ``label``, ``kind_label``, ``host_label`` where the map's language
        has another word than the data; a measure's ``ranked`` (number of values), ``summary`` of
        the ``whole`` (a sum or a mean), ``breaks`` as the legend has them with their
        ``break_unit``; the ``plane``.
    """
    full = payload(choropleth)
    fit = drawing.unprojection
    return {
        **{key: value for key, value in full.items() if key not in _UNREAD},
        "circles": circles_id(choropleth),
        "measures": [
            _without(record, _UNREAD_OF_MEASURE) | _measure(measure, choropleth.spec.language)
            for record, measure in zip(full["measures"], choropleth.measures, strict=True)
        ],
        "districts": [
            _without(record, _UNREAD_OF_DISTRICT)
            | _district(choropleth, drawing, i, record["search"])
            for i, record in enumerate(full["districts"])
        ],
        "places": [{key: p[key] for key in ("code", "label", "text")} for p in full["places"]],
        "plane": {
            "width": drawing.width, "height": drawing.height,
            "degree": fit.degree, "lon": list(fit.lon), "lat": list(fit.lat),
        },
        "strings": {key: full["strings"][key] for key in sorted(used_words(scripts))},
    }  # fmt: skip


def _without(record: dict[str, Any], keys: set[str]) -> dict[str, Any]:
    return {k: v for k, v in record.items() if k not in keys and v not in ({}, "")}


def _measure(measure: Measure, language: str) -> dict[str, Any]:
    scale = legend_scale(measure, language)
    record = {
        "edges": [short(edge) for edge in measure.symbology.classes.edges],
        "total": None if measure.total is None else short(measure.total),
        "ranked": sum(rank is not None for rank in measure.ranks),
        "summary": summary(measure),
        "whole": whole_label(measure, language),
        "breaks": list(scale.breaks),
    }
    return record | ({"break_unit": scale.unit} if scale.unit != measure.unit else {})


def _district(choropleth: Choropleth, drawing: Drawing, i: int, search: str) -> dict[str, Any]:
    row, anchor = choropleth.districts.iloc[i], drawing.anchors[i]
    language, names = choropleth.spec.language, list(choropleth.districts["name"])
    host = row["host"]
    words = {
        "label": (row["name"], shown_name(choropleth, i)),
        "kind_label": (row["kind"], kind_label(row["kind"], language)),
        "host_label": (host, shown_name(choropleth, names.index(host)) if host in names else host),
    }
    return {
        "at": [anchor.x, anchor.y, anchor.radius],
        "search": _distinct(search, row["name"].lower()),
        "values": {m.id: _whole(m, i) for m in choropleth.measures},
        **{key: word for key, (own, word) in words.items() if word != own},
    }


def _whole(measure: Measure, i: int) -> float | None:
    """Return a district's value; None for no data."""
    if measure.states[i] != "value":
        return None
    return short(float(measure.values[i]))


def short(value: float) -> float:
    """Return a number as JSON writes it shortest: a whole one without a point."""
    return int(value) if value.is_integer() else value


def _distinct(search: str, name: str) -> str:
    """Return the words to search in beside the name, without those that are part of another."""
    words = [word for word in search.split() if word not in name]
    return " ".join(w for w in words if not any(w != other and w in other for other in words))


def used_words(scripts: str) -> set[str]:
    """Return the catalogue keys that scripts name as ``t("key"``, or either side of a condition."""
    named = {word for match in _USED.finditer(scripts) for word in match.groups() if word}
    return named | {"missing", "inapplicable"}  # a district's state is its key

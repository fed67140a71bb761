"""The data block of page and embed: the payload, and what their scripts need to draw with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from geo.markup import circles_id
from geo.payload import payload
from geo.readable import difference, kind_label, legend_scale, share, shown_name, summary

if TYPE_CHECKING:
    from geo.choropleth import Choropleth
    from geo.svgmap import Drawing

_USED = re.compile(r'\bt\(\s*(?:[^()"]*\?)?\s*"(\w+)"(?:\s*:\s*"(\w+)")?|WORDS: ([\w ]+)')


def page_data(choropleth: Choropleth, drawing: Drawing, scripts: str) -> dict[str, Any]:
    """Return the payload with positions, shares and differences added.

    Parameters
    ----------
    choropleth : Choropleth
    drawing : Drawing
        Of its districts.
    scripts : str
        The scripts that will read the data; strings that none of them names are left out.

    Returns
    -------
    dict
        `payload`, and: a district's ``at`` (x, y, radius of its label point in the drawing's
        units), ``shares`` and ``differences`` as text keyed by measure id, and ``label``,
        ``kind_label``, ``host_label`` where the map's language has another word than the data; a
        measure's ``ranked`` (number of values), ``summary`` and ``legend``; the ``plane``.
    """
    data = payload(choropleth)
    data["circles"] = circles_id(choropleth)
    data["strings"] = {key: data["strings"][key] for key in sorted(used_words(scripts))}
    for record, measure in zip(data["measures"], choropleth.measures, strict=True):
        scale = legend_scale(measure, choropleth.spec.language)
        record |= {
            "ranked": sum(rank is not None for rank in measure.ranks),
            "summary": summary(measure),
            "legend": {"breaks": list(scale.breaks), "unit": scale.unit},
        }
    for i, record in enumerate(data["districts"]):
        record |= _district(choropleth, drawing, i)
    fit = drawing.unprojection
    data["plane"] = {
        "width": drawing.width, "height": drawing.height,
        "degree": fit.degree, "lon": list(fit.lon), "lat": list(fit.lat),
    }  # fmt: skip
    return data


def _district(choropleth: Choropleth, drawing: Drawing, i: int) -> dict[str, Any]:
    row, anchor = choropleth.districts.iloc[i], drawing.anchors[i]
    measures, language = choropleth.measures, choropleth.spec.language
    names = dict(zip(choropleth.districts["name"], range(len(choropleth.districts)), strict=True))
    words = {
        "label": shown_name(choropleth, i),
        "kind_label": kind_label(row["kind"], language),
        "host_label": shown_name(choropleth, names[row["host"]]) if row["host"] in names else row["host"],
    }
    own = {"label": row["name"], "kind_label": row["kind"], "host_label": row["host"]}
    return {
        "at": [anchor.x, anchor.y, anchor.radius],
        "shares": {m.id: share(m, i) for m in measures if m.total is not None},
        "differences": {m.id: difference(m, i) for m in measures},
        **{key: word for key, word in words.items() if word != own[key]},
    }


def used_words(scripts: str) -> set[str]:
    """Return the catalogue keys that scripts name: ``t("key"``, or listed after ``WORDS:``."""
    found = {word for match in _USED.finditer(scripts) for word in match.groups() if word}
    return {word for group in found for word in group.split()}

"""The data a page carries: what `<script type="application/json" id="map-data">` holds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from geo.base.catalogue import strings
from geo.districts.pinyin import syllables

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.symbology.measures import Measure
    from geo.tables.reconcile import Check


def payload(choropleth: Choropleth) -> dict[str, Any]:
    """Return everything about the map but its geometry, ready for JSON.

    Parameters
    ----------
    choropleth : Choropleth

    Returns
    -------
    dict
        ``title, dek, source, notes, approval, language, strings``; ``measures`` (id, label, unit,
        kind, decimals, fixed, description, edges, breaks as text, colors, counts, missing, total,
        overall); ``districts`` (code, name, kind, approximate, host, search, area and, keyed by
        measure id, values, classes, texts, ranks, states; fills where a measure is unclassed);
        ``checks``, ``stated``, ``places``. Class numbers count from 0; null means no data.
        An edge closes the class below it: ``(lower, upper]``, the first class closed on both sides.
    """
    spec = choropleth.spec
    return {
        "title": spec.title,
        "dek": spec.dek,
        "source": spec.source,
        "notes": list(spec.notes),
        "approval": spec.approval,
        "language": spec.language,
        "name": choropleth.name,
        "circles": spec.page.circles
        or next((m.id for m in choropleth.measures if m.kind == "total"), ""),
        "measures": [_measure(measure) for measure in choropleth.measures],
        "districts": [_district(choropleth, i) for i in range(len(choropleth.districts))],
        "checks": [_check(check) for check in choropleth.checks],
        "stated": [
            {"scope": s.scope, "label": s.label, "column": s.column, "value": float(s.figure.value)}
            for s in choropleth.stated
        ],
        "places": [
            {
                "label": p.label,
                "code": p.code,
                "district": p.district,
                "lon": p.lon,
                "lat": p.lat,
                "approximate": p.approximate,
                "text": p.text,
                "facts": list(p.facts),
            }
            for p in choropleth.places
        ],
        "strings": strings(spec.language),
    }


def _measure(measure: Measure) -> dict[str, Any]:
    symbology = measure.symbology
    return {
        "id": measure.id,
        "label": measure.label,
        "unit": measure.unit,
        "kind": measure.kind,
        "decimals": measure.decimals,
        "fixed": measure.fixed,
        "description": measure.description,
        "edges": list(symbology.classes.edges),
        "breaks": list(symbology.break_texts),
        "colors": list(symbology.colors),
        "counts": list(symbology.classes.counts),
        "missing": symbology.classes.missing,
        "unclassed": symbology.unclassed,
        "total": measure.total,
        "overall": None
        if measure.overall is None
        else round(measure.overall, measure.decimals + 1),
    }


def _district(choropleth: Choropleth, i: int) -> dict[str, Any]:
    row = choropleth.districts.iloc[i]
    measures = choropleth.measures
    record = {
        "code": row["code"],
        "name": row["name"],
        "kind": row["kind"],
        "approximate": bool(row["approximate"]),
        "host": row["host"],
        "search": _search(
            row["name"], row["name_en"], choropleth.spec.aliases.get(row["name"], ())
        ),
        "area": round(float(row["area_km2"]), 1),
        "values": {m.id: float(m.values[i]) if m.states[i] == "value" else None for m in measures},
        "classes": {m.id: m.symbology.classes.ids[i] for m in measures},
        "texts": {m.id: m.text(i) for m in measures},
        "ranks": {m.id: m.ranks[i] for m in measures},
        "states": {m.id: m.states[i] for m in measures if m.states[i] != "value"},
    }
    fills = {m.id: m.symbology.fills[i] for m in measures if m.symbology.unclassed}
    return {**record, "fills": fills} if fills else record


def _search(name: str, name_en: str, aliases: tuple[str, ...]) -> str:
    """Return what a reader may type to find a district, lower case: names, pinyin, initials."""
    sounds = syllables(name)
    initials = "".join(sound[0] for sound in sounds)
    words = [name, *aliases, name_en, "".join(sounds), initials]
    return " ".join(dict.fromkeys(word.lower() for word in words if word))


def _check(check: Check) -> dict[str, Any]:
    return {
        "label": check.label,
        "column": check.column,
        "unit": check.unit,
        "sum": float(check.parts_sum),
        "stated": float(check.stated),
        "slack": float(check.slack),
        "count": check.count,
        "ok": check.ok,
    }


def to_json(data: dict[str, Any]) -> str:
    """Return `data` as JSON that cannot end a `<script>`: ``<``, ``>``, ``&`` are escaped."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text

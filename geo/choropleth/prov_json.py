"""The provenance of a map as PROV-JSON (W3C Member Submission, 24 April 2013).

The terms are those of PROV-DM (W3C Recommendation, 30 April 2013). No time is in it: the same
inputs give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from geo.base.nice import decimal_of
from geo.choropleth.model import Annotation, Place
from geo.choropleth.periods import at_period
from geo.choropleth.prov_document import Document, Record, qualified
from geo.choropleth.provenance import Cell, Outline, Provenance, Source, provenance

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.symbology.measures import Measure


def to_prov(choropleth: Choropleth) -> bytes:
    """Return where every number and line of a map comes from, as PROV-JSON.

    Parameters
    ----------
    choropleth : Choropleth

    Returns
    -------
    bytes
        UTF-8. Entities ``map:figure/MEASURE/CODE`` and ``map:outline/CODE`` are derived from
        ``map:cell/COLUMN/CODE``, ``map:source/ROLE`` and each other; on a map with periods figures
        and cells have ``/PERIOD`` behind. Besides there are ``map:classes/MEASURE``,
        ``map:whole/MEASURE``, ``map:stated/N``, ``map:sum/N``, ``map:border/KIND``,
        ``map:inset/N``, ``map:line/NAME``, ``map:place/N`` and ``map:annotation/N``.
    """
    data = prov_data(choropleth, provenance(choropleth))
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def prov_data(choropleth: Choropleth, known: Provenance) -> Record:
    """Return what `to_prov` writes; `known` is the map's `provenance`."""
    document = Document()
    _sources(document, known.sources)
    for place, cell in known.cells.items():
        _cell(document, place, cell)
    for row in choropleth.rows:
        _outline(document, row, known.outlines[row["code"]], known)
    for label in [period.label for period in choropleth.periods] or [""]:
        _figures(document, at_period(choropleth, label), known)
    _classes(document, choropleth, known)
    _wholes(document, choropleth, known)
    _totals(document, choropleth, known)
    _lines(document, choropleth, known)
    return document.whole()


def _place(cell: Cell) -> Record:
    """Return where a figure stands in its source."""
    found: Record = {"geo:row": cell.row}
    if cell.span is not None:
        found |= {"geo:start": cell.span[0], "geo:end": cell.span[1]}
    return found


def _sources(document: Document, sources: Sequence[Source]) -> None:
    for source in sources:
        record = {"prov:label": source.name, "geo:role": source.role}
        if source.version:
            record["geo:version"] = source.version
        if source.sha256:
            record["geo:sha256"] = source.sha256
        # Of editions there may be several.
        file = source.name if source.role == "edition" else ""
        document.entities[qualified("source", source.role, file)] = record


def _cell(document: Document, place: tuple[str, str, str], cell: Cell) -> None:
    own = qualified("cell", *place)
    record = {"prov:value": cell.printed, "geo:column": cell.column}
    document.entities[own] = record | _place(cell)
    document.derive(own, qualified("source", cell.role))


def _outline(document: Document, row: dict[Any, Any], outline: Outline, known: Provenance) -> None:
    own = qualified("outline", row["code"])
    record: Record = {"prov:label": row["name"]}
    if row["approximate"]:
        record["geo:approximate"] = True
    if outline.row is not None:
        record["geo:row"] = outline.row
    if known.datum and not outline.host:
        record["geo:shift_undone"] = known.datum
    if known.tolerance_m:
        record["geo:tolerance_m"] = known.tolerance_m
    document.entities[own] = record
    if outline.role is not None:
        document.derive(own, qualified("source", outline.role))
    if outline.host:
        document.derive(own, qualified("outline", outline.host))
    carved = outline.host or outline.lost
    # An entity has one generation (PROV-CONSTRAINTS, 24): that of the last step.
    document.generate(own, "generalize" if known.tolerance_m else "carve" if carved else "read")


def _figures(document: Document, view: Choropleth, known: Provenance) -> None:
    pairs = zip(view.spec.measures, view.measures, strict=True)
    # The figures of a bivariate measure are those of its two.
    for spec, measure in (pair for pair in pairs if pair[0].kind != "bivariate"):
        # A change is of two periods, whichever is in view.
        change = spec.change
        last = view.periods[-1].label if view.periods else ""
        times = [change.since, change.until or last] if change else [view.period]
        for i, row in enumerate(view.rows):
            if (own := _figure(document, measure, i, row, view.period)) is None:
                continue
            columns = known.columns[measure.id]
            if "area_km2" in columns:
                document.derive(own, qualified("outline", row["code"]))
            places = ((column, row["code"], time) for column in columns for time in times)
            for place in (p for p in places if p in known.cells):
                document.derive(own, qualified("cell", *place))


def _figure(
    document: Document, measure: Measure, i: int, row: Mapping[Any, Any], period: str
) -> str | None:
    """Add a district's figure and return its name; None if there is none."""
    symbology = measure.symbology
    figure, class_id = measure.figures[i], symbology.classes.ids[i]
    if class_id is not None and symbology.grid:
        class_id, _ = symbology.grid.place(class_id)
    if figure is None:
        return None
    own = qualified("figure", measure.id, row["code"], period)
    record: Record = {
        "prov:label": f"{row['name']}, {measure.label}",
        "prov:value": f"{figure:f}",
        "geo:unit": measure.unit,
    }
    if class_id is not None:
        record["geo:class"] = class_id + 1
    document.entities[own] = record
    document.generate(own, "compute")
    return own


def _classes(document: Document, choropleth: Choropleth, known: Provenance) -> None:
    """Add the breaks of every measure: of all its periods, as they were classified."""
    for measure in choropleth.measures:
        if (breaks := known.breaks.get(measure.id)) is None:
            continue
        own, classes = qualified("classes", measure.id), measure.symbology.own_classes
        document.entities[own] = {
            "prov:label": f"{measure.label}: breaks between classes",
            "prov:value": " ".join(f"{decimal_of(edge).normalize():f}" for edge in classes.edges),
            "geo:scheme": breaks.scheme,
        }
        if breaks.role == "spec":
            document.derive(own, _spec(document, choropleth))
        elif breaks.role is not None:
            document.derive(own, qualified("source", breaks.role, breaks.file))
        else:
            document.generate(own, "classify")
            document.collect(own, "figures", measure.id)


def _totals(document: Document, choropleth: Choropleth, known: Provenance) -> None:
    """Add what is stated, and each sum that is compared with it."""
    for n, (total, cell) in enumerate(zip(choropleth.stated, known.stated, strict=True), 1):
        own = qualified("stated", str(n))
        record: Record = {
            "prov:label": total.label,
            "prov:value": f"{total.figure.value:f}",
            "geo:column": total.column,
            "geo:unit": total.unit,
        }
        if cell is not None:
            record |= _place(cell)
            document.derive(own, qualified("source", cell.role))
        document.entities[own] = record
    for n, check in enumerate(choropleth.checks, 1):
        own = qualified("sum", str(n))
        label = f"{check.label}, {check.column}: {check.count} parts"
        document.entities[own] = {"prov:label": label, "prov:value": f"{check.parts_sum:f}"}
        document.generate(own, "add")
        parts = [
            i
            for i, total in enumerate(choropleth.stated, 1)
            if total.column == check.column
            and total.scope != "event"
            and total.label in check.label
        ]
        for i in parts:
            document.derive(own, qualified("stated", str(i)))
        if not parts and any(column == check.column for column, *_ in known.cells):
            document.collect(own, "cells", check.column)


def _wholes(document: Document, choropleth: Choropleth, known: Provenance) -> None:
    """Add the sum of each total and the overall value of each rate."""
    for measure in choropleth.measures:
        whole = measure.total if measure.kind == "total" else measure.overall
        columns = [c for c in known.columns[measure.id] if any(c == k[0] for k in known.cells)]
        if whole is None:
            continue
        own = qualified("whole", measure.id)
        document.entities[own] = {
            "prov:label": f"{measure.label}: the whole",
            "prov:value": f"{whole:f}",
            "geo:unit": measure.unit,
        }
        document.generate(own, "compute")
        for column in columns:
            document.collect(own, "cells", column)
        if "area_km2" in known.columns[measure.id]:
            document.collect(own, "outlines")


def _lines(document: Document, choropleth: Choropleth, known: Provenance) -> None:
    """Add what is drawn besides the districts: borders, insets, dashes, points, notes."""
    _borders(document, choropleth.spec.map.outline)
    for n, panel in enumerate(choropleth.plane.panels[1:], 1):
        own = qualified("inset", str(n))
        document.entities[own] = {"prov:label": panel.name, "geo:scale": round(panel.scale, 6)}
        document.collect(own, "outlines")
    if any(source.role == "sea" for source in known.sources):
        own = qualified("line", "south-china-sea")
        document.entities[own] = {"prov:label": "dashes in the South China Sea"}
        document.derive(own, qualified("source", "sea"))
    for n, place in enumerate(choropleth.places, 1):
        _point(document, choropleth, qualified("place", str(n)), place)
    for n, note in enumerate(choropleth.annotations, 1):
        _point(document, choropleth, qualified("annotation", str(n)), note)


def _borders(document: Document, units: str) -> None:
    kinds = {"outer": "the outer border"} | ({units: "higher borders"} if units else {})
    for name, label in kinds.items():
        own = qualified("border", name)
        document.entities[own] = {"prov:label": label}
        document.generate(own, "dissolve")
        document.collect(own, "outlines")


def _point(document: Document, choropleth: Choropleth, own: str, point: Place | Annotation) -> None:
    document.entities[own] = {
        "prov:label": point.label if isinstance(point, Place) else point.text,
        "geo:lon": round(float(point.lon), 6),
        "geo:lat": round(float(point.lat), 6),
    }
    document.derive(own, _spec(document, choropleth))
    # A mark whose place is not given stands inside its district.
    if point.code:
        document.derive(own, qualified("outline", point.code))


def _spec(document: Document, choropleth: Choropleth) -> str:
    """Return the name of the spec, which is a source as soon as something is from it."""
    own = qualified("source", "spec")
    document.entities[own] = {"prov:label": choropleth.name, "geo:role": "spec"}
    return own

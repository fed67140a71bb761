"""The provenance of a map as PROV-JSON (W3C Member Submission, 24 April 2013).

The terms are those of PROV-DM (W3C Recommendation, 30 April 2013). No time is in it: the same
inputs give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from geo.base.packaged import version
from geo.choropleth.periods import at_period
from geo.choropleth.provenance import Cell, Outline, Provenance, Source, provenance

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.symbology.measures import Measure
    from geo.tables.printed import Stated

Record = dict[str, Any]
#: A name space needs no page behind it; `urn:` says that there is none.
_PREFIX = {"map": "urn:geo-choropleth:map#", "geo": "urn:geo-choropleth:terms#"}
_ACTIVITIES = {
    "read": "polygons read, repaired where needed, to WGS 84",
    "carve": "zones cut out of their hosts by side and area, or by an outline of their own",
    "generalize": "outlines generalized as a coverage",
    "compute": "figures computed and rounded half up, once",
}


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
        and cells have ``/PERIOD`` behind.
    """
    known = provenance(choropleth)
    document = _Document()
    document.sources(known.sources)
    for place, cell in known.cells.items():
        document.cell(place, cell)
    for row in choropleth.rows:
        document.outline(row, known.outlines[row["code"]], known)
    for label in [period.label for period in choropleth.periods] or [""]:
        document.figures(at_period(choropleth, label), known)
    document.stated(choropleth.stated, known.sources)
    return (json.dumps(document.whole(), ensure_ascii=False, indent=1) + "\n").encode()


def _id(kind: str, *parts: str) -> str:
    # Names that serve as codes may hold anything; a qualified name may not.
    # The last part is the period, which a map of one time has not.
    return "map:" + "/".join([kind, *(quote(part, safe="-._") for part in parts if part)])


class _Document:
    """A PROV document while it is put together."""

    def __init__(self) -> None:
        self._entities: dict[str, Record] = {}
        self._derived: dict[str, Record] = {}
        self._generated: dict[str, Record] = {}
        self._done: dict[str, None] = {}

    def sources(self, sources: Sequence[Source]) -> None:
        for source in sources:
            record = {"prov:label": source.name, "geo:role": source.role}
            if source.version:
                record["geo:version"] = source.version
            if source.sha256:
                record["geo:sha256"] = source.sha256
            self._entities[_id("source", source.role)] = record

    def cell(self, place: tuple[str, str, str], cell: Cell) -> None:
        own = _id("cell", *place)
        record: Record = {
            "prov:value": cell.printed,
            "geo:column": cell.column,
            "geo:row": cell.row,
        }
        if cell.span is not None:
            record |= {"geo:start": cell.span[0], "geo:end": cell.span[1]}
        self._entities[own] = record
        self._derive(own, _id("source", cell.role))

    def outline(self, row: dict[Any, Any], outline: Outline, known: Provenance) -> None:
        own = _id("outline", row["code"])
        record: Record = {"prov:label": row["name"]}
        if row["approximate"]:
            record["geo:approximate"] = True
        if outline.row is not None:
            record["geo:row"] = outline.row
        if known.datum and not outline.host:
            record["geo:shift_undone"] = known.datum
        if known.tolerance_m:
            record["geo:tolerance_m"] = known.tolerance_m
        self._entities[own] = record
        if outline.role is not None:
            self._derive(own, _id("source", outline.role))
        if outline.host:
            self._derive(own, _id("outline", outline.host))
        carved = outline.host or outline.lost
        # An entity has one generation (PROV-CONSTRAINTS, 24): that of the last step.
        self._generate(own, "generalize" if known.tolerance_m else "carve" if carved else "read")

    def figures(self, view: Choropleth, known: Provenance) -> None:
        pairs = zip(view.spec.measures, view.measures, strict=True)
        # The figures of a bivariate measure are those of its two.
        for spec, measure in (pair for pair in pairs if pair[0].kind != "bivariate"):
            # A change is of two periods, whichever is in view.
            change = spec.change
            last = view.periods[-1].label if view.periods else ""
            times = [change.since, change.until or last] if change else [view.period]
            for i, row in enumerate(view.rows):
                if (own := self._figure(measure, i, row, view.period)) is None:
                    continue
                columns = known.columns[measure.id]
                if "area_km2" in columns:
                    self._derive(own, _id("outline", row["code"]))
                places = ((column, row["code"], time) for column in columns for time in times)
                for place in (p for p in places if p in known.cells):
                    self._derive(own, _id("cell", *place))

    def _figure(self, measure: Measure, i: int, row: Mapping[Any, Any], period: str) -> str | None:
        """Add a district's figure and return its name; None if there is none."""
        symbology = measure.symbology
        figure, class_id = measure.figures[i], symbology.classes.ids[i]
        if class_id is not None and symbology.grid:
            class_id, _ = symbology.grid.place(class_id)
        if figure is None:
            return None
        own = _id("figure", measure.id, row["code"], period)
        record: Record = {
            "prov:label": f"{row['name']}, {measure.label}",
            "prov:value": f"{figure:f}",
            "geo:unit": measure.unit,
        }
        if class_id is not None:
            record["geo:class"] = class_id + 1
        self._entities[own] = record
        self._generate(own, "compute")
        return own

    def stated(self, stated: Sequence[Stated], sources: Sequence[Source]) -> None:
        # A file of totals goes before what the release states.
        roles = {source.role for source in sources}
        role = next((role for role in ("totals", "release") if role in roles), "")
        for n, total in enumerate(stated, start=1):
            own = _id("stated", str(n))
            self._entities[own] = {
                "prov:label": total.label,
                "prov:value": f"{total.figure.value:f}",
                "geo:column": total.column,
            }
            if role:
                self._derive(own, _id("source", role))

    def _derive(self, entity: str, used: str) -> None:
        self._derived[f"_:d{len(self._derived) + 1}"] = {
            "prov:generatedEntity": entity,
            "prov:usedEntity": used,
        }

    def _generate(self, entity: str, activity: str) -> None:
        self._done[activity] = None
        self._generated[f"_:g{len(self._generated) + 1}"] = {
            "prov:entity": entity,
            "prov:activity": _id("activity", activity),
        }

    def whole(self) -> Record:
        agent = _id("agent", "geo-choropleth")
        return {
            "prefix": _PREFIX,
            "entity": self._entities,
            "activity": {
                _id("activity", name): {"prov:label": said}
                for name, said in _ACTIVITIES.items()
                if name in self._done
            },
            "agent": {
                agent: {
                    "prov:type": {"$": "prov:SoftwareAgent", "type": "prov:QUALIFIED_NAME"},
                    "prov:label": "geo-choropleth",
                    "geo:version": version(),
                }
            },
            "wasGeneratedBy": self._generated,
            "wasDerivedFrom": self._derived,
            "wasAssociatedWith": {
                f"_:a{n}": {"prov:activity": _id("activity", name), "prov:agent": agent}
                for n, name in enumerate((k for k in _ACTIVITIES if k in self._done), start=1)
            },
        }

"""A PROV document while it is put together: its records, their names, what relates them."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from geo.base.packaged import version

Record = dict[str, Any]
#: A name space needs no page behind it; `urn:` says that there is none.
_PREFIX = {"map": "urn:geo-choropleth:map#", "geo": "urn:geo-choropleth:terms#"}
_ACTIVITIES = {
    "read": "polygons read, repaired where needed, to WGS 84",
    "carve": "zones cut out of their hosts by side and area, or by an outline of their own",
    "generalize": "outlines generalized as a coverage",
    "compute": "figures computed and rounded half up, once",
    "classify": "breaks between classes found in the figures",
    "add": "parts added up and compared with what is stated",
    "dissolve": "outlines of districts joined",
}


def qualified(kind: str, *parts: str) -> str:
    """Return the name of a record, its parts quoted; empty parts are left out."""
    # Names that serve as codes may hold anything; a qualified name may not.
    # The last part is the period, which a map of one time has not.
    return "map:" + "/".join([kind, *(quote(part, safe="-._") for part in parts if part)])


class Document:
    """The records of a document.

    Attributes
    ----------
    entities : dict of str to dict
        By qualified name, in the order in which they were added.
    """

    def __init__(self) -> None:
        self._members: dict[str, Record] = {}
        self.entities: dict[str, Record] = {}
        self._derived: dict[str, Record] = {}
        self._generated: dict[str, Record] = {}
        self._done: dict[str, None] = {}

    def derive(self, entity: str, used: str) -> None:
        """Say that an entity is derived from another."""
        self._derived[f"_:d{len(self._derived) + 1}"] = {
            "prov:generatedEntity": entity,
            "prov:usedEntity": used,
        }

    def generate(self, entity: str, activity: str) -> None:
        """Say which step has made an entity: one of `_ACTIVITIES`."""
        self._done[activity] = None
        self._generated[f"_:g{len(self._generated) + 1}"] = {
            "prov:entity": entity,
            "prov:activity": qualified("activity", activity),
        }

    def collect(self, entity: str, kind: str, *parts: str) -> None:
        """Derive an entity from all of a kind: ``cells`` of a column from ``map:cells/COLUMN``.

        The collection is added with its members (PROV-DM, 5.6) where it is asked for first.
        """
        own, start = qualified(kind, *parts), qualified(kind.removesuffix("s"), *parts)
        if own not in self.entities:
            members = [name for name in self.entities if name.startswith(f"{start}/")]
            kinds = {"$": "prov:Collection", "type": "prov:QUALIFIED_NAME"}
            self.entities[own] = {"prov:type": kinds}
            for name in members:
                record = {"prov:collection": own, "prov:entity": name}
                self._members[f"_:m{len(self._members) + 1}"] = record
        self.derive(entity, own)

    def whole(self) -> Record:
        """Return the document, with the program as the agent of every step."""
        agent = qualified("agent", "geo-choropleth")
        return {
            "prefix": _PREFIX,
            "entity": self.entities,
            "activity": {
                qualified("activity", name): {"prov:label": said}
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
            "hadMember": self._members,
            "wasAssociatedWith": {
                f"_:a{n}": {"prov:activity": qualified("activity", name), "prov:agent": agent}
                for n, name in enumerate((k for k in _ACTIVITIES if k in self._done), start=1)
            },
        }

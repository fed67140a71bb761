"""What differs between two editions of a map, from its districts to its palette and texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from geo.choropleth.edition import PARTS, Edition, Figure, Layer, Part, Place
from geo.tables.arithmetic import difference, in_digits, rounded

Kind = Literal["district", "measure", "value", "class", "breaks", "palette", "text"]
#: How a figure is written where there is none.
_NONE = "no data"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Attributes
    ----------
    kind : {"district", "measure", "value", "class", "breaks", "palette", "text"}
    measure : str
        Its id; empty for what is the whole map's.
    code, name : str
        Of a district; empty where it is about none.
    key : str
        Which text: ``title``, ``unit``; of a district ``name``, ``kind`` or ``approximate``.
    old, new : str or None
        None where there was, or is, none. Values have their own digits, classes count from 1,
        breaks and palettes are parted by blanks, an open end is ``open``.
    difference : Decimal or None
        Of two values, ``new - old``.
    """

    kind: Kind
    old: str | None
    new: str | None
    measure: str = ""
    code: str = ""
    name: str = ""
    key: str = ""
    difference: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions side by side.

    Attributes
    ----------
    changes : tuple of Change
        Those of the whole map, then measure by measure in the new edition's order.
    unread : tuple of str
        Parts that one of the files does not say, so that they were not compared.
    """

    changes: tuple[Change, ...]
    unread: tuple[Part, ...]


def compare(old: Edition, new: Edition) -> Comparison:
    """Return what differs between two editions.

    Parameters
    ----------
    old, new : Edition
        Districts are the same if their codes are, measures if their ids are.
    """
    both = old.parts & new.parts
    changes = [*_places(old, new)]
    if "texts" in both:
        changes += _texts(old.texts, new.texts, "")
    before, after = ({layer.id: layer for layer in e.layers} for e in (old, new))
    for measure_id in dict.fromkeys([*after, *before]):
        match before.get(measure_id), after.get(measure_id):
            case Layer() as was, Layer() as now:
                changes += _layers(was, now, new.places, both)
            case was, now if not (_of_period(measure_id, old, new) or _crosses(was or now, both)):
                there = [None if layer is None else _title(layer) for layer in (was, now)]
                changes.append(Change("measure", there[0], there[1], measure_id))
    return Comparison(tuple(changes), tuple(part for part in PARTS if part not in both))


def _of_period(measure_id: str, old: Edition, new: Edition) -> bool:
    """Tell whether a measure is a period of another, of which only data files have all.

    What a page, which shows the latest, does not hold is no difference.
    """
    if ("texts" in old.parts) == ("texts" in new.parts):
        return False
    ids = {layer.id for edition in (old, new) for layer in edition.layers}
    return any(measure_id.startswith(f"{other}_") for other in ids)


def _crosses(layer: Layer | None, both: frozenset[Part]) -> bool:
    """Tell whether a measure shows two others, beside a data file, which has only their figures."""
    return "texts" not in both and layer is not None and layer.texts.get("kind") == "bivariate"


def _title(layer: Layer) -> str:
    return layer.texts.get("label") or layer.id


def _places(old: Edition, new: Edition) -> Iterator[Change]:
    for code in dict.fromkeys([*new.places, *old.places]):
        was, now = old.places.get(code), new.places.get(code)
        known = now or was
        assert known is not None, "a code comes from one of the two"  # noqa: S101
        if was is None or now is None:
            yield Change("district", was and was.name, now and now.name, code=code, name=known.name)
            continue
        for key, a, b in zip(was._fields, was, now, strict=True):
            if a != b:
                yield Change("district", str(a), str(b), code=code, name=known.name, key=key)


def _texts(old: Mapping[str, str], new: Mapping[str, str], measure: str) -> Iterator[Change]:
    for key in dict.fromkeys([*new, *old]):
        was, now = old.get(key) or None, new.get(key) or None
        if was != now:
            yield Change("text", was, now, measure, key=key)


def _layers(
    old: Layer, new: Layer, places: Mapping[str, Place], both: frozenset[Part]
) -> Iterator[Change]:
    if "texts" in both:
        yield from _texts(old.texts, new.texts, new.id)
    if "breaks" in both and (old.edges, old.unclassed) != (new.edges, new.unclassed):
        yield Change("breaks", _breaks(old), _breaks(new), new.id)
    if "palette" in both and old.colors != new.colors:
        yield Change("palette", " ".join(old.colors), " ".join(new.colors), new.id)
    for code, place in places.items():
        if code in old.figures and code in new.figures:
            yield from _figures(old, new, code, place.name)


def _breaks(layer: Layer) -> str:
    edges = " ".join("open" if edge is None else in_digits(edge) for edge in layer.edges)
    return f"{edges} (continuous)" if layer.unclassed else edges


def _figures(old: Layer, new: Layer, code: str, name: str) -> Iterator[Change]:
    was, now = old.figures[code], new.figures[code]
    a, b = _alike(old, new, code)
    # A data file does not say why there is no value: only two reasons given can differ.
    reasons = {was.state, now.state} - {""}
    if a != b or (a is None and len(reasons) > 1):
        apart = None if a is None or b is None else difference(b, a)
        yield Change("value", _said(a, was), _said(b, now), new.id, code, name, "", apart)
    if was.class_id != now.class_id:
        yield Change("class", _class(was), _class(now), new.id, code, name)


def _alike(old: Layer, new: Layer, code: str) -> tuple[Decimal | None, Decimal | None]:
    """Return both values, the table's own digits rounded where the other's are."""
    known = [d for d in (old.decimals, new.decimals) if d is not None]
    found = []
    for layer in (old, new):
        value = layer.figures[code].value
        if value is not None and layer.decimals is None and known:
            value = rounded(value, known[0])
        found.append(value)
    return found[0], found[1]


def _said(value: Decimal | None, figure: Figure) -> str:
    return in_digits(value) if value is not None else figure.state or _NONE


def _class(figure: Figure) -> str | None:
    return None if figure.class_id is None else str(figure.class_id + 1)

"""What differs between two editions of a map, from its districts to its palette and texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Literal

from geo.choropleth.edition import PARTS, Edition, Figure, Layer, Part, Place
from geo.tables.arithmetic import difference, in_digits, rounded

Kind = Literal["period", "district", "measure", "value", "class", "breaks", "palette", "text"]
#: How a figure is written where there is none.
_NONE = "no data"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Attributes
    ----------
    kind : {"period", "district", "measure", "value", "class", "breaks", "palette", "text"}
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
    period : str
        Of values and classes on maps with periods.
    """

    kind: Kind
    old: str | None
    new: str | None
    measure: str = ""
    code: str = ""
    name: str = ""
    key: str = ""
    difference: Decimal | None = None
    period: str = ""


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
        Districts are the same if their codes are, measures if their ids are, periods if their names
        are. Where there is none of both, what is in view is compared: of a map with periods the
        latest.
    """
    both = old.parts & new.parts
    changes = [*_periods(old, new), *_places(old, new)]
    shared = [label for label in new.periods if label in old.periods]
    if "texts" in both:
        changes += _texts(old.texts, new.texts, "")
    before, after = ({layer.id: layer for layer in e.layers} for e in (old, new))
    for measure_id in dict.fromkeys([*after, *before]):
        match before.get(measure_id), after.get(measure_id):
            case Layer() as was, Layer() as now:
                changes += _symbols(was, now, both)
                for period in shared if was.periods or now.periods else ():
                    changes += _figures(was, now, new.places, period)
                if not (shared and (was.periods or now.periods)):
                    changes += _figures(was, now, new.places, "")
            case was, now if not _crosses(was or now, both):
                there = [None if layer is None else _title(layer) for layer in (was, now)]
                changes.append(Change("measure", there[0], there[1], measure_id))
    return Comparison(tuple(changes), tuple(part for part in PARTS if part not in both))


def _periods(old: Edition, new: Edition) -> Iterator[Change]:
    # A page of one period does not say which: only what both name can come and go.
    if not (old.periods and new.periods):
        return
    for label in dict.fromkeys([*new.periods, *old.periods]):
        if (label in old.periods) != (label in new.periods):
            was, now = (label if label in e.periods else None for e in (old, new))
            yield Change("period", was, now, period=label)


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


def _symbols(old: Layer, new: Layer, both: frozenset[Part]) -> Iterator[Change]:
    if "texts" in both:
        yield from _texts(old.texts, new.texts, new.id)
    if "breaks" in both and (old.edges, old.unclassed) != (new.edges, new.unclassed):
        yield Change("breaks", _breaks(old), _breaks(new), new.id)
    if "palette" in both and old.colors != new.colors:
        yield Change("palette", " ".join(old.colors), " ".join(new.colors), new.id)


def _breaks(layer: Layer) -> str:
    edges = " ".join("open" if edge is None else in_digits(edge) for edge in layer.edges)
    return f"{edges} (continuous)" if layer.unclassed else edges


def _figures(old: Layer, new: Layer, places: Mapping[str, Place], period: str) -> Iterator[Change]:
    """Yield what differs in the figures of a period; for an empty one, in those in view."""
    before, after = old.at(period), new.at(period)
    for code, place in places.items():
        if code not in before or code not in after:
            continue
        about = partial(Change, measure=new.id, code=code, name=place.name, period=period)
        was, now = before[code], after[code]
        a, b = _alike(old, was.value, new), _alike(new, now.value, old)
        # A data file does not say why there is no value: only two reasons given can differ.
        reasons = {was.state, now.state} - {""}
        if a != b or (a is None and len(reasons) > 1):
            apart = None if a is None or b is None else difference(b, a)
            yield about("value", _said(a, was), _said(b, now), difference=apart)
        if was.class_id != now.class_id:
            yield about("class", _class(was), _class(now))


def _alike(layer: Layer, value: Decimal | None, other: Layer) -> Decimal | None:
    """Return a value, the table's own digits rounded where the other's are."""
    if value is None or layer.decimals is not None or other.decimals is None:
        return value
    return rounded(value, other.decimals)


def _said(value: Decimal | None, figure: Figure) -> str:
    return in_digits(value) if value is not None else figure.state or _NONE


def _class(figure: Figure) -> str | None:
    return None if figure.class_id is None else str(figure.class_id + 1)

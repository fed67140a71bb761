"""Units of one name in several cities: 济南高新区 and 青岛高新区 are two, by their whole names."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from geo.districts.names import stem
from geo.release.names.places import Place

_Line = tuple[str, Sequence[Place]]


def told_apart(lines: Sequence[_Line], given: Collection[str]) -> list[tuple[Place, ...]]:
    """Return the places of each line, those of one name in two cities by city and name.

    Parameters
    ----------
    lines : sequence of (str, sequence of Place)
        Each line's text, and the places in it.
    given : collection of str
        The names of the map, which stay.
    """
    cities: dict[str, dict[str, str]] = {}  # by name: each city, as it is first written
    for _, places in lines:
        for place in places:
            if place.parents and place.name not in given:
                city = place.parents[-1]
                cities.setdefault(place.name, {}).setdefault(stem(city), city)
    several = {name: found for name, found in cities.items() if len(found) > 1}
    return [tuple(_apart(place, several) for place in places) for _, places in lines]


def _apart(place: Place, several: Mapping[str, Mapping[str, str]]) -> Place:
    if not place.parents or place.name not in several:
        return place
    city = several[place.name][stem(place.parents[-1])]
    return place._replace(name=f"{city}{place.name}", parents=())

"""Labels without room: numbers on the map with a key under it, and a line in the report."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from geo.plate.subject import Label, Subject

#: More numbers than this are a table, and no key to a map.
MOST_NUMBERS = 40
#: With less than this share of the labels on the map, the few that fit say nothing of it.
_LEAST_LABELLED = 0.1
#: Of so many labels that hardly any has room, those of the highest values are set alone.
_LEADING = 12
#: Names in a remark; of more, the rest is counted.
_MOST_NAMED = 12


def can_be_numbered(subject: Subject, lacking: Collection[int]) -> bool:
    """Whether the districts whose label found no room, and those of the key, can have numbers."""
    return len(lacking) + len(subject.key) <= MOST_NUMBERS


def worth_a_number(subject: Subject, lacking: Collection[int]) -> set[int]:
    """Return the districts that get a number for want of room: those that have a figure to key.

    One without data shows that by its hatch, and its number would take the place of another's.
    """
    states = subject.measure.states
    return {i for i in lacking if not subject.labels[i].numbered and states[i] == "value"}


def numbered(subject: Subject, lacking: Collection[int]) -> Subject:
    """Return a plate on which some districts have numbers, and what these stand for in its key.

    Parameters
    ----------
    subject : Subject
        May have numbers already: they are counted anew, in the order of the districts.
    lacking : collection of int
        Districts whose label found no room.
    """
    before = {i for i, label in enumerate(subject.labels) if label.numbered}
    chosen = sorted(before.union(lacking))
    said = dict(zip(sorted(before), subject.key, strict=True))
    said |= {i: " ".join(filter(None, subject.labels[i][:2])) for i in lacking}
    numerals, labels = subject.style.texts.numerals, list(subject.labels)
    for number, i in enumerate(chosen, start=1):
        labels[i] = Label(numerals.number(number, 0), "", numbered=True)
    return replace(subject, labels=tuple(labels), key=tuple(said[i] for i in chosen))


def leading(subject: Subject) -> Subject:
    """Return a plate on which only the districts of the highest values have a label.

    Of two measures in one, which have no order, none has.
    """
    ranks = subject.measure.ranks
    ranked = sorted((rank, i) for i, rank in enumerate(ranks) if rank is not None)
    chosen = {i for _, i in ranked[:_LEADING]}
    labels = (label if i in chosen else Label("", "") for i, label in enumerate(subject.labels))
    return replace(subject, labels=tuple(labels))


def are_too_few(subject: Subject, lacking: Collection[int]) -> bool:
    """Whether the labels that found room are a handful among hundreds that did not."""
    asked = sum(bool(label.name) for label in subject.labels)
    return asked - len(lacking) < _LEAST_LABELLED * asked


def key_text(subject: Subject) -> str:
    """Return the key of the numbers, a line of text; empty without numbers."""
    if not subject.key:
        return ""
    listed = subject.style.say("plate_list_comma").join(subject.key_entries)
    return subject.style.say("plate_key", listed=listed)


def remarks_on(subject: Subject, lacking: Collection[int], *, few: bool = False) -> tuple[str, ...]:
    """Return what the report says of labels that stand in the key, or nowhere.

    Parameters
    ----------
    subject : Subject
        As drawn.
    lacking : collection of int
        Districts that have neither label nor number on the map.
    few : bool, default False
        Only the labels of the highest values were set: see `leading`.
    """
    where, names, found = subject.style.where, subject.ground.names, []
    numbers = [i for i, label in enumerate(subject.labels) if label.numbered]
    if shown := [names[i] for i in numbers if i not in lacking]:
        found.append(f"{where}: {_named(shown)} had no room for a label and stand in the key")
    remedy = "Choose a larger size, or bars = true for a list."
    if subject.plate.small_multiples:
        remedy = "Choose a larger size."
    if bare := [names[i] for i in numbers if i in lacking]:
        found.append(f"{where}: in the key, but no room for the number: {_named(bare)}. {remedy}")
    led = [n for i, n in enumerate(names) if subject.labels[i].name and i not in lacking]
    if few and led:
        found.append(
            f"{where}: of {len(lacking) + len(led):,} labels only those of the highest values "
            f"are on the map: {_named(led)}. {remedy}"
        )
        return tuple(found)
    states = subject.measure.states
    without = [i for i in sorted(lacking) if i not in numbers]
    if valued := [names[i] for i in without if states[i] == "value"]:
        found.append(f"{where}: no room for the labels of {_named(valued)}. {remedy}")
    if empty := [names[i] for i in without if states[i] != "value"]:
        found.append(f"{where}: no room for the names of {_named(empty)}, which have no data")
    return tuple(found)


def unnamed_frames(subject: Subject, shown: Collection[str]) -> tuple[str, ...]:
    """Return what the report says of frames whose name is not among the texts shown."""
    return tuple(
        f"{subject.style.where}: no room for the name of the frame {panel.name!r}. Choose a larger "
        "size, or a shorter name in [[map.insets]]."
        for panel in subject.ground.plane.insets
        if panel.name and panel.name not in shown
    )


def _named(names: list[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")

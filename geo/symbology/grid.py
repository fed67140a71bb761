"""The classes of two measures crossed: what a bivariate map and value by alpha are made of."""

from __future__ import annotations

from dataclasses import dataclass

from geo.symbology.classify import Classes

#: What the classes of a measure are called from the lowest, by their number: catalogue keys.
_LEVELS = {
    1: ("level_medium",),
    2: ("level_low", "level_high"),
    3: ("level_low", "level_medium", "level_high"),
    4: ("level_low", "level_fairly_low", "level_fairly_high", "level_high"),
}


@dataclass(frozen=True, eq=False, slots=True)
class Axis:
    """One of the two measures.

    Attributes
    ----------
    label, unit : str
    classes : Classes
        Its own, at the number of classes that the grid has.
    break_texts : tuple of str, length k + 1
        As `geo.symbology.symbolize.Symbology` has them.
    texts : tuple of str, length n
        The districts' values without unit; empty for none.
    """

    label: str
    unit: str
    classes: Classes
    break_texts: tuple[str, ...]
    texts: tuple[str, ...]

    @property
    def size(self) -> int:
        """The number of classes."""
        return len(self.classes.counts)

    @property
    def has_zero_class(self) -> bool:
        """Whether the first class holds only zero."""
        return self.classes.edges[0] == self.classes.edges[1]

    @property
    def levels(self) -> tuple[str, ...]:
        """Keys of the catalogue: what the classes are called, the lowest first; up to four."""
        return _LEVELS[self.size]


@dataclass(frozen=True, eq=False, slots=True)
class Grid:
    """Two measures crossed.

    Class ``row * x.size + column`` holds the districts of the x measure's class `column` and the
    y measure's class `row`, both from 0 for the lowest: class 0 is low in both.

    Attributes
    ----------
    x, y : Axis
    alpha : bool
        The y measure says how sure the x measure is, and only fades its colours.
    """

    x: Axis
    y: Axis
    alpha: bool

    def cell(self, column: int, row: int) -> int:
        """Return the number of a class."""
        return row * self.x.size + column

    def place(self, number: int) -> tuple[int, int]:
        """Return column and row of a class."""
        row, column = divmod(number, self.x.size)
        return column, row

    @property
    def ids(self) -> tuple[int | None, ...]:
        """The class of every district; None where one of the two has no value."""
        pairs = zip(self.x.classes.ids, self.y.classes.ids, strict=True)
        return tuple(None if a is None or b is None else self.cell(a, b) for a, b in pairs)

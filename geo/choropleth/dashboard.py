"""Several maps that are shown together, and the index of their places."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from geo.base.errors import MapError, Problem, collecting, did_you_mean
from geo.choropleth.pipeline import build, sound_spec
from geo.spec.dashboard import DashboardSpec, PageOfDashboard, read_dashboard
from geo.spec.page import ShownPart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.base.catalogue import Catalogue
    from geo.choropleth.model import Choropleth
    from geo.spec.model import MapSpec

#: A map among others has no table of its own: the index has the figures of all.
_PARTS: tuple[ShownPart, ...] = ("legend", "map", "card", "notes", "downloads")
#: Languages whose places are listed in the order of the districts, which is the official one:
#: by their signs nobody would find them.
_OFFICIAL = {"zh", "zh-CN", "zh-TW", "ja"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in the index.

    Attributes
    ----------
    code, name : str
    cells : tuple of str
        Its figure on each page as readers see it; empty where the page does not have the place.
    """

    code: str
    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Dashboard:
    """Several maps in their order, and where each place is in them.

    Attributes
    ----------
    spec : DashboardSpec
    name : str
        Stem of the output files.
    maps : tuple of Choropleth
        The measure that is shown is the first of each.
    heads : tuple of str
        What the figures of each page are, with the unit.
    index : tuple of Entry
    """

    spec: DashboardSpec
    name: str
    maps: tuple[Choropleth, ...]
    heads: tuple[str, ...]
    index: tuple[Entry, ...]

    @property
    def words(self) -> Catalogue:
        """The texts of what is around the maps, in the language of the first one."""
        return self.maps[0].words


def build_dashboard(path: Path) -> Dashboard:
    """Build the maps of a dashboard.

    Parameters
    ----------
    path : Path
        Its spec.

    Raises
    ------
    MapError
        If an input is wrong, a measure unknown, or two maps have no district in common: there is
        nothing to choose in both.
    """
    spec = read_dashboard(path)
    problems: list[Problem] = []
    specs: list[MapSpec] = []
    for n, page in enumerate(spec.pages, start=1):
        with collecting(problems):
            own = _shown_first(sound_spec(page.spec), page, f"{path}, pages[{n}].measure")
            specs.append(_beside(own, page, specs))
    if problems:
        raise MapError(problems)
    maps = tuple(
        build(own, name=f"{page.spec.stem}-{own.measures[0].id}")
        for own, page in zip(specs, spec.pages, strict=True)
    )
    _refuse_strangers(maps, path)
    return gathered(spec, path.stem, maps)


def gathered(spec: DashboardSpec, name: str, maps: tuple[Choropleth, ...]) -> Dashboard:
    """Return a dashboard of finished maps; the measure that each shows is its first."""
    return Dashboard(spec, name, maps, _heads(maps), index_of(maps))


def _shown_first(spec: MapSpec, page: PageOfDashboard, where: str) -> MapSpec:
    """Return the spec of a map with the measure of a page first, and without what is in the index.

    Raises
    ------
    MapError
        If it has no such measure.
    """
    ids = [measure.id for measure in spec.measures]
    if page.measure and page.measure not in ids:
        what = f"the map has no measure {page.measure!r}"
        raise MapError(Problem(where, what, did_you_mean(page.measure, ids)))
    first = sorted(spec.measures, key=lambda measure: measure.id != page.measure)
    parts = spec.embed.parts or (_PARTS if page.measure else ("switch", *_PARTS))
    embed = spec.embed.model_copy(update={"parts": parts})
    card = spec.page.card or ((page.measure,) if page.measure else ())
    own = spec.page.model_copy(update={"card": card})
    return spec.model_copy(update={"measures": tuple(first), "embed": embed, "page": own})


def _beside(spec: MapSpec, page: PageOfDashboard, others: Sequence[MapSpec]) -> MapSpec:
    """Return the spec of a map with the texts of its page, without those of an earlier one."""
    first, *rest = spec.measures
    title, dek, notes = spec.heading()
    known = [one.heading() for one in others]
    if page.title:
        title = page.title
    elif title in {heading.title for heading in known}:
        title, dek = first.label, ""
    if page.dek is not None:
        dek = page.dek
    if notes in {heading.notes for heading in known}:
        notes = ()
    first = first.model_copy(update={"title": title, "dek": dek, "notes": notes})
    return spec.model_copy(update={"measures": (first, *rest)})


def _refuse_strangers(maps: Sequence[Choropleth], path: Path) -> None:
    first = {*maps[0].districts["code"]}
    problems = [
        Problem(
            f"{path}, pages[{n}].spec",
            "has no district of the first map: none could be chosen in both",
            "Show maps of the same districts; they are the same if their codes are.",
        )
        for n, one in enumerate(maps, start=1)
        if not first & {*one.districts["code"]}
    ]
    if problems:
        raise MapError(problems)


def _heads(maps: Sequence[Choropleth]) -> tuple[str, ...]:
    measures = [(one.measure(), one) for one in maps]
    labels = [measure.label for measure, _ in measures]
    heads = []
    for measure, one in measures:
        head = one.words.headed(measure.label, measure.unit)
        # Of one measure at two times the titles tell which is which.
        twice = labels.count(measure.label) > 1
        heads.append(f"{one.spec.heading().title}{one.words['colon']}{head}" if twice else head)
    return tuple(heads)


def index_of(maps: Sequence[Choropleth]) -> tuple[Entry, ...]:
    """Return every place of some maps with its figures.

    Parameters
    ----------
    maps : sequence of Choropleth

    Returns
    -------
    tuple of Entry
        By name; in Chinese and Japanese in the order of the districts.
    """
    found: dict[str, Entry] = {}
    for page, one in enumerate(maps):
        for i, code in enumerate(one.districts["code"]):
            known = found.get(code) or Entry(code, one.names[i], ("",) * len(maps))
            cells = (*known.cells[:page], _cell(one, i), *known.cells[page + 1 :])
            found[code] = replace(known, cells=cells)
    entries = found.values()
    if maps[0].spec.language in _OFFICIAL:
        return tuple(entries)
    return tuple(sorted(entries, key=lambda entry: (_letters(entry.name), entry.code)))


def _cell(one: Choropleth, i: int) -> str:
    measure = one.measure()
    state = measure.states[i]
    return measure.text(i) if state == "value" else one.words[state]


def _letters(name: str) -> str:
    """Return a name without accents and case: Évreux is sought under E."""
    plain = unicodedata.normalize("NFD", name)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()

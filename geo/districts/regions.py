"""What regions of Europe are called, and which of the European Union's codes (NUTS) they have."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from geo.base.packaged import packaged

if TYPE_CHECKING:
    import geopandas as gpd


class Region(NamedTuple):
    """A region in the languages of maps.

    Attributes
    ----------
    nuts : tuple of str
        Codes of 2024, then of 2021 where they changed; of several levels where one unit is all of
        another (DE3, DE30 and DE300 are Berlin). Empty where the statistics know no such region.
    local, english, chinese : str
        `chinese` is empty where the table has none.
    """

    nuts: tuple[str, ...]
    local: str
    english: str
    chinese: str

    def name(self, language: str) -> str:
        """Return its name for a language: Chinese and English, else that of its own people."""
        if language in {"zh", "zh-CN"}:
            return self.chinese or self.local
        return self.english if language[:2] == "en" else self.local

    @property
    def words(self) -> tuple[str, ...]:
        """All that a table may call it."""
        named = (*self.nuts, self.local, *self.local.split("/"), self.english, self.chinese)
        return tuple(dict.fromkeys(filter(None, named)))


@cache
def regions() -> dict[str, Region]:
    """Return the regions by the codes of Natural Earth."""
    found = {}
    for line in packaged("districts", "regions.txt").splitlines():
        code, nuts, local, english, chinese = (*line.split("\t"), "")[:5]
        found[code] = Region(tuple(filter(None, nuts.split(";"))), local, english, chinese)
    return found


def with_names(districts: gpd.GeoDataFrame, language: str) -> gpd.GeoDataFrame:
    """Return regions with their names for a map, and all other words for them as aliases.

    Parameters
    ----------
    districts : GeoDataFrame
        With ``code``, Natural Earth's, and ``name``, also Natural Earth's, which stays where the
        table has no better one and is an alias everywhere.
    language : str
        Of the map.
    """
    known = regions()
    rows = [
        (known.get(code, Region((), name, name, "")), name)
        for code, name in zip(districts["code"], districts["name"], strict=True)
    ]
    # English names stand on maps in languages that have none of their own, so others get none.
    english = language[:2] in {"en", "zh", "ja"}
    return districts.assign(
        name=[region.name(language) for region, _ in rows],
        name_en=[region.english if english else "" for region, _ in rows],
        aliases=[";".join(dict.fromkeys((*region.words, name))) for region, name in rows],
    )

"""Words of the map-maker's own: for the districts, and for single texts of the interface."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator

from geo.base.catalogue import own_keys, slots, stray, unit_names
from geo.base.errors import did_you_mean
from geo.base.languages import plural_categories

_LONGEST = 30  # letters: Verwaltungsgemeinschaften has 25
_CATEGORIES = ("zero", "one", "two", "few", "many", "other")


def _unit(units: str | dict[str, str]) -> str | dict[str, str]:
    if isinstance(units, str):
        if units not in unit_names():
            raise ValueError(
                f"units {units!r} is not in the catalogue. {did_you_mean(units, unit_names())} Own "
                'words are a table by plural category: { one = "Landkreis", other = "Landkreise" }'
            )
        return units
    wrong = [
        f"units has the form {name!r}. {did_you_mean(name, _CATEGORIES)}"
        for name in units
        if name not in _CATEGORIES
    ]
    wrong += [f"units.{name} is empty" for name, word in units.items() if not word.strip()]
    wrong += [f"units.{name} has braces" for name, word in units.items() if {*word} & {*"{}"}]
    wrong += [f"units.{name} {why}" for name, word in units.items() if (why := _too_long(word))]
    if wrong:
        raise ValueError("\n".join(wrong))
    return units


def _too_long(text: str) -> str:
    """Say what is wrong with a word that no column of a phone holds; empty if nothing is."""
    word = max(text.split(), key=len, default="")
    return f"has a word of {len(word)} letters; {_LONGEST} fit" if len(word) > _LONGEST else ""


def _texts(texts: dict[str, str]) -> dict[str, str]:
    wrong = []
    for key, text in texts.items():
        if key not in own_keys():
            wrong.append(
                f"texts.{key} is no text of the interface. {did_you_mean(key, own_keys())}"
            )
        elif part := stray(text, slots(key)):
            named = ", ".join(f"{{{name}}}" for name in sorted(slots(key)))
            what = f"texts.{key} has {part!r}, which nothing fills"
            wrong.append(f"{what}. It may have {named}" if named else what)
        elif why := _too_long(text):
            wrong.append(f"texts.{key} {why}")
    if wrong:
        raise ValueError("\n".join(wrong))
    return texts


def lacking_forms(units: str | Mapping[str, str], language: str) -> list[str]:
    """Return what is wrong with own words for a unit: forms that the language counts with.

    Parameters
    ----------
    units : str or mapping of str to str
        As in the spec.
    language : str
    """
    if isinstance(units, str):
        return []
    # None at all is said in the words for many, where a language has no others.
    needed = [name for name in plural_categories(language) if name != "zero"]
    lacking = [name for name in needed if name not in units]
    what = "is" if len(lacking) == 1 else "are"
    return (
        [f"units lacks {', '.join(lacking)}, which {what} a plural of {language!r}"]
        if lacking
        else []
    )


Units = Annotated[str | dict[str, str], AfterValidator(_unit)]
OwnTexts = Annotated[dict[str, str], AfterValidator(_texts)]

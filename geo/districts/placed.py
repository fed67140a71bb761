"""Divisions written with what they lie in: 江苏省南京市, 杭州西湖, Nanjing, Jiangsu."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product

from geo.districts.divisions import english_name
from geo.districts.names import stem

#: The ways to write a name, of its code: with its kind and without.
_Forms = Callable[[str, str], set[str]]


def written_with_parents(word: str, names: Mapping[str, str]) -> list[str]:
    """Return the codes of the divisions that a word names together with one or more above them.

    Parameters
    ----------
    word : str
        Chinese, the larger first, or in Latin letters, in either order; with or without kinds,
        spaces and commas.
    names : mapping of str to str
        Codes of 6 digits (GB/T 2260) and names of all divisions.
    """
    if word.isascii():
        said, country, forms = latin(word), "china", _latin_forms
    else:
        said, country, forms = "".join(filter(str.isalnum, word)), "中国", _chinese_forms
    return [code for code in names if said in _in_full(code, names, country, forms)]


def _in_full(code: str, names: Mapping[str, str], country: str, forms: _Forms) -> Iterator[str]:
    """Yield every way to write a division with at least one of those above it."""
    above = dict.fromkeys((f"{code[:2]}0000", f"{code[:4]}00"))
    levels = [{"", *forms(names[c], c)} for c in above if c in names and c != code]
    for larger in product({"", country}, *levels):
        for own in forms(names[code], code) if any(larger) else ():
            yield "".join((*larger, own))
            yield "".join((own, *reversed(larger)))


def _chinese_forms(name: str, code: str) -> set[str]:
    del code  # needed for the English name alone
    return {name, stem(name)}


def _latin_forms(name: str, code: str) -> set[str]:
    return {latin(english_name(name, code))}


def latin(name: str) -> str:
    """Return a name in Latin letters without what is written or not: ``Xi'an``, ``Xi An``."""
    return "".join(filter(str.isalnum, name.lower())).replace("ü", "v")

"""Regions of Europe by NUTS code and by name in three languages."""

from __future__ import annotations

import re

import pytest

from geo.districts.lookup import Lookup
from geo.districts.outlines import area_districts
from geo.districts.regions import regions


def districts(area: str, language: str = "en"):
    return area_districts(area, language=language).districts


def test_each_code_of_nuts_is_of_one_region_and_of_its_country():
    eurostat = {"GRC": "EL", "DEU": "DE", "AUT": "AT", "POL": "PL", "SWE": "SE", "DNK": "DK"}
    codes = [nuts for region in regions().values() for nuts in region.nuts]
    assert len(set(codes)) == len(codes)
    for code, region in regions().items():
        own = eurostat.get(code[:3], "[A-Z]{2}")
        # Codes of the statistics offices of the United Kingdom stand beside those of NUTS.
        form = f"{own}[0-9A-Z]{{1,3}}" + (r"|[ENSW]\d{8}" if code[:3] == "GBR" else "")
        assert all(re.fullmatch(form, nuts) for nuts in region.nuts)


@pytest.mark.parametrize(
    ("area", "n", "words"),
    [
        ("Germany", 16, ("DE2", "Bayern", "Bavaria", "巴伐利亚")),
        ("France", 101, ("FRF12", "Haut-Rhin", "上莱茵", "Haute-Rhin")),  # the last is a slip
        ("Italy", 110, ("ITH10", "Bolzano", "Bozen", "South Tyrol")),
        ("Poland", 16, ("PL9", "Mazowieckie", "Masovian", "马佐夫舍")),
        ("Greece", 14, ("EL43", "Kriti", "Crete", "克里特")),
        ("Turkey", 81, ("TR412", "Eskişehir", "Eskisehir")),
        ("Bulgaria", 28, ("BG411", "София (столица)", "Grad Sofiya", "索非亚市")),
        ("Hungary", 20, ("HU221", "Győr-Moson-Sopron", "杰尔-莫松-肖普朗", "Gyor-Moson-Sopron")),
        ("Ireland", 26, ("County Cork", "Co. Cork", "Cork", "科克")),
        ("uk-regions", 12, ("UKJ", "TLJ", "E12000008", "South East", "英格兰东南部")),
        ("Lithuania", 10, ("LT025", "Panevėžys", "帕内韦日斯", "Panevezio")),
    ],
)
def test_a_table_may_call_a_region_by_any_of_its_names(area, n, words):
    frame = districts(area)
    lookup = Lookup(frame, {})
    found = {d for word in words for d in lookup.find(word)[0]}
    assert (len(frame), len(found)) == (n, 1)


def test_names_are_those_of_the_language_of_the_map():
    for language, name, english in (
        ("en", "Bavaria", "Bavaria"), ("zh", "巴伐利亚", "Bavaria"), ("fr", "Bayern", ""),
    ):  # fmt: skip
        frame = districts("DE", language).set_index("code")
        assert (frame.name["DEU-1591"], frame.name_en["DEU-1591"]) == (name, english)


def test_a_region_that_the_table_lacks_keeps_its_name():
    frame = districts("Iceland")
    assert set(frame["name"]) == set(frame["aliases"])

"""A map's files are made in memory, those asked for and no others."""

from __future__ import annotations

import pytest

from geo.base.errors import MapError
from geo.export import file_names, render, save
from geo.spec.plate import PlateSpec
from tests.weifang import changed, weifang


def test_only_what_is_asked_for_is_made():
    made = []
    files = render(weifang(), ["data"], made.append)
    assert list(files) == ["weifang.geojson", "weifang.csv"]
    assert made == ["weifang.geojson"]


def test_the_names_of_the_files_are_known_before_they_are_made():
    outputs = ("html", "embed", "svg", "data")
    plates = (PlateSpec(formats=("svg",)), PlateSpec(name="print", formats=("svg", "pdf")))
    made = render(changed(plates=plates), outputs)
    assert sorted(made) == sorted(file_names(changed(plates=plates).spec, "weifang", outputs))


def test_provenance_is_a_file_of_its_own_for_those_who_ask():
    assert list(render(weifang(), ["prov"])) == ["weifang.prov.json"]
    assert "prov" not in weifang().spec.outputs
    assert file_names(weifang().spec, "weifang", ("prov",)) == ["weifang.prov.json"]


def test_an_embed_comes_with_its_snippet():
    assert {"weifang-embed.html", "weifang-embed.txt"} <= set(render(weifang(), ["embed"]))


def test_a_format_that_no_plate_has_makes_nothing():
    with pytest.raises(MapError) as error:
        render(weifang(), ["tiff"])
    assert str(error.value) == (
        "weifang, outputs: asks for tiff, which no plate of the spec has among its formats. "
        "Add the format to [[plates]]."
    )


@pytest.mark.parametrize("kind", ["html", "svg", "csv", "geojson"])
def test_one_file_is_saved_by_its_ending(tmp_path, kind):
    path = save(weifang(), tmp_path / f"map.{kind}")
    made = render(weifang(), ["data" if kind in {"csv", "geojson"} else kind])
    assert path.read_bytes() == made[f"weifang.{kind}"]


def test_a_file_of_no_kind_is_not_saved(tmp_path):
    with pytest.raises(MapError) as error:
        save(weifang(), tmp_path / "map.jpg")
    assert str(error.value) == (
        f"{tmp_path}/map.jpg: is no kind of file of a map: 'jpg'. "
        "End its name in one of: .html, .png, .svg, .pdf, .tiff, .geojson, .csv."
    )

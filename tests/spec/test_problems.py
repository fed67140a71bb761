"""What is wrong with a spec, in words that send nobody to the manual of a library."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from pydantic import ValidationError

from geo.base.errors import MapError
from geo.spec.dressing import read_style
from geo.spec.model import MapSpec
from geo.spec.problems import problems_of
from tests.spec.written import GOOD, message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[boundaries]\ncode = 330100\n",
         'boundaries.code: 330100 is not a text. Put it in quotes: "330100".'),
        ("[table]\nallow_rows = [1]\n",
         'table.allow_rows[1]: 1 is not a text. Put it in quotes: "1".'),
        ('[table]\nallow_rows = "a"\n',
         "table.allow_rows: 'a' is not a list. Put it in brackets: [\"a\"]."),
        ("breaks = 3\n", "measures[1].breaks: 3 is not a list. Put it in brackets: [3]."),
        ('breaks = ["a"]\n', "measures[1].breaks[1]: 'a' is not a number."),
        ("breaks = [inf]\n", "measures[1].breaks[1]: inf is not a finite number."),
        ("classes = 20\n", "measures[1].classes: 20 has to be at most 9."),
        ("classes = 1\n", "measures[1].classes: 1 has to be at least 2."),
        ("classes = 4.5\n", "measures[1].classes: 4.5 is not a whole number."),
        ('reverse = "x"\n', "measures[1].reverse: 'x' has to be true or false."),
        ("factor = 0\n", "measures[1].factor: 0 has to be greater than 0."),
        ("[table]\nfile = 3\n", "table.file: 3 is not the path of a file."),
        ('[page]\nbasemap = "amap"\n',
         "page.basemap: 'amap' is not a table. Write its keys under [page.basemap]."),
        ("[[plates]]\nformats = []\n", "plates[1].formats: is empty."),
        ('[[plates]]\nname = "a b"\n',
         "plates[1].name: 'a b' has to be English letters, digits, _ and -."),
        ('[[points]]\nlabel = "a"\ndistrict = "b"\nlon = 36.7\nlat = 119.2\n',
         "points[1].lat: 119.2 has to be at most 90. Are lon and lat swapped?"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_kind(tmp_path: Path, text: str, words: str):
    assert message(tmp_path, GOOD + text) == f"x.toml, {words}"


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ('""', "x.toml, title: is empty."),
        ("2024", 'x.toml, title: 2024 is not a text. Put it in quotes: "2024".'),
        ('["t"]', 'x.toml, title: is not a text. Write one text: "…".'),
        ("true", 'x.toml, title: true is not a text. Put it in quotes: "true".'),
    ],
)
def test_a_title_that_is_no_text(tmp_path: Path, title: str, words: str):
    assert message(tmp_path, GOOD.replace('"t"', title)) == words


def test_a_path_has_no_types_in_it(tmp_path: Path):
    found = message(tmp_path, GOOD + '[page]\nsmall_multiples = [""]\n').splitlines()
    assert found == [
        "x.toml, page.small_multiples: is not one of '', 'periods', 'measures'.",
        "x.toml, page.small_multiples[1]: is empty.",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[colors]\naccent = "red"', "colors.accent: 'red' is not a colour such as #1f6f78. "
         "Write #ff0000."),
        ('[colors]\naccent = "#123"', "colors.accent: '#123' is not a colour such as #1f6f78. "
         "Write #112233."),
        ('[dark]\naccent = "aabbcc"', "dark.accent: 'aabbcc' is not a colour such as #1f6f78. "
         "Write #aabbcc."),
        ('[colors]\nline = "#12345678"', "colors.line: '#12345678' is not a colour such as "
         "#1f6f78. Colours are opaque: write #123456."),
        ('[colors]\nline = "#12345"', "colors.line: '#12345' is not a colour such as #1f6f78. "
         "It has 5 digits, and needs six."),
        ('[colors]\nline = "brick"', "colors.line: 'brick' is not a colour such as #1f6f78."),
        ('radius = "4px"', "radius: '4px' is not a whole number. Write the pixels alone: 4."),
        ('accent = "#123456"', "accent: unknown key 'accent'. It belongs under [colors] or "
         "[dark]."),
        ('minus = "-"', "minus: unknown key 'minus'. It belongs under [numbers]."),
        ('logos = "x.svg"', "logos: unknown key 'logos'. Did you mean logo?"),
        ('[fonts]\ntext = ["Georgia;"]', "fonts.text[1]: 'Georgia;' has to be the name of a font "
         "family: letters, digits, spaces, hyphens."),
    ],
)  # fmt: skip
def test_a_slip_in_a_house_style_is_answered_with_what_to_write(tmp_path, text, said):
    path = tmp_path / "style.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MapError) as caught:
        read_style(path)
    assert str(caught.value).replace(f"{path}, ", "") == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('[boundaries]\ninsets = "auto"', "boundaries.insets: unknown key 'insets'. It belongs "
         "under [map]."),
        ('[table]\npalette = "Blues"', "table.palette: unknown key 'palette'. It belongs under "
         "[house] or [[measures]]."),
        ('[map]\nbyline = "A. B."', "map.byline: unknown key 'byline'. It belongs to the top of "
         "the file, above the first […]."),
        ('[[measures]]\nunits = "km"', "measures[1].units: unknown key 'units'. Did you mean "
         "unit?"),
        ('graticule = true', "graticule: unknown key 'graticule'. It belongs under [map]."),
        ('[map]\nprojektion = "Albers"', "map.projektion: unknown key 'projektion'. Did you mean "
         "projection?"),
    ],
)  # fmt: skip
def test_a_key_that_stands_in_the_wrong_table_is_told_which_is_the_right_one(line, said):
    with pytest.raises(ValidationError) as caught:
        MapSpec.model_validate(tomllib.loads(f'title = "t"\nsource = "s"\n{line}'))
    found = problems_of("x.toml", caught.value)
    assert f"x.toml, {said}" in [str(problem) for problem in found]

"""Fonts of packages: the pair of each language, and what is said of a missing character."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from geo.base.errors import MapError
from geo.plate.plates import plates
from geo.plate.type import packs
from geo.plate.type.packs import check_glyphs, lacking, named, own_face, packaged, pair_for
from geo.plate.type.subset import subset
from geo.spec.plate import PlateSpec
from tests.plate.plates import with_plates
from tests.small import small_map
from tests.weifang import changed


def drawn(face, character):
    """How a font draws a character: its charstring."""
    font = TTFont(face.path, lazy=True)
    program = font["CFF "].cff.topDictIndex[0].CharStrings[font.getBestCmap()[ord(character)]]
    program.decompile()
    return [*map(str, program.program)]


@pytest.mark.parametrize("name", ["sans", "serif"])
@pytest.mark.parametrize(("character", "languages"), [("骨", ("zh-TW", "ja")), ("直", ("ja",))])
def test_one_character_has_the_shape_of_its_language(name, character, languages):
    mainland = drawn(own_face(name, "t", "zh"), character)
    assert mainland not in [drawn(own_face(name, "t", other), character) for other in languages]


def test_what_a_japanese_font_lacks_the_chinese_one_behind_it_sets():
    """潍 is a Simplified form, which no Japanese font needs."""
    face = own_face("sans", "t", "ja")
    assert not face.shapes("東京都 12")
    assert [face.of(g) for g in face.glyphs("潍坊")] == [packaged("sans"), face]
    assert face.width("潍坊", 10) == pytest.approx(2 * 10 * 25.4 / 72)
    assert face.missing("潍坊") == ""


def test_without_the_extra_japanese_has_chinese_shapes_and_the_report_says_so(monkeypatch):
    path = packs._path

    def without(written, name):
        if written == "Jpan":
            raise ModuleNotFoundError
        return path(written, name)

    def forget():
        own_face.cache_clear()
        lacking.cache_clear()

    monkeypatch.setattr(packs, "_path", without)
    forget()
    said: list[str] = []
    made = with_plates(changed(language="ja"), PlateSpec(formats=("svg",)))
    try:
        assert own_face("sans", "t", "ja") == packaged("sans")
        plates(made, ["svg"], said.append)
    finally:
        forget()
    assert said[-1] == (
        "plates[1]: Chinese characters have the shapes of the mainland. "
        "Run: pip install 'geo-choropleth[languages]'."
    )


@pytest.mark.parametrize("name", ["sans", "serif"])
def test_an_apostrophe_is_narrow_in_latin_text_and_an_em_wide_in_chinese(name):
    """An apostrophe of an em tears l’Ouest apart; Noto has narrow ones (GSUB, pwid)."""
    latin, chinese = own_face(name, "t", "fr"), own_face(name, "t", "zh")
    assert chinese.width("’", 1000) == pytest.approx(1000 * 25.4 / 72)
    for text in "’“”‘":
        assert latin.width(text, 1000) < 0.5 * chinese.width(text, 1000)
    apart = latin.width("l’O", 1000) - latin.width("l", 1000) - latin.width("O", 1000)
    assert apart == pytest.approx(latin.width("’", 1000))


def test_the_files_of_a_plate_carry_the_narrow_apostrophe():
    cut = subset(own_face("sans", "t", "fr"), "O’")
    font = TTFont(io.BytesIO(cut.web))
    assert cut.widths[cut.cids["’"]] == font["hmtx"][font.getBestCmap()[ord("’")]][0] == 279


@pytest.mark.parametrize(
    ("character", "said"),
    [
        ("♞", "Noto Sans Symbols 2 (OFL) has '♞': get its file and name it as `font`."),
        ("😀", "Noto Emoji (OFL) has '😀': get its file and name it as `font`."),
        ("가", "Noto Sans KR (OFL) has '가': get its file and name it as `font`."),
        ("\ue000", "It is none that is seen: take it out of the text."),
    ],
)
def test_an_error_names_a_font_that_has_a_character(monkeypatch, character, said):
    monkeypatch.setattr(packs, "with_glyphs", lambda _: "")
    with pytest.raises(MapError) as caught:
        check_glyphs(own_face("serif", "t", "en"), character, "plates[1]")
    assert str(caught.value).endswith(said)


def test_a_font_of_this_machine_goes_first():
    """DejaVu, which matplotlib brings, has knights of chess."""
    with pytest.raises(MapError) as caught:
        check_glyphs(packaged("serif"), "♞", "plates[1]")
    assert ", a font of this machine, has it: name it as `font`." in str(caught.value)


@pytest.mark.parametrize(
    "names",
    ["Středočeský Plzeňský", "Łódź Świętokrzyskie", "Iğdır Şırnak", "Timiș Galați", "Győr Fűz",
     "Αττική", "Київ", "Hà Nội", "Al Muḩarraq"],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "zh"])
def test_names_of_other_countries_are_set_though_the_chinese_fonts_lack_their_letters(
    names, language
):
    where = "plates[1]"
    own = pair_for("West 12", where, language)
    assert own == {n: own_face(n, where, language) for n in ("sans", "serif")}
    pair = pair_for(f"{names} 12", where, language)
    for face in pair.values():
        check_glyphs(face, f"{names} ↑ 1,234 km² −3 ≤ 5", where)
        assert face.width(names, 10) > 0
    if language == "zh":
        assert pair["sans"].path == own["sans"].path  # Chinese has its own shapes still


def test_a_letter_that_no_font_has_is_an_error_as_ever():
    pair = pair_for("\U00010450", "plates[1]", "en")
    with pytest.raises(MapError, match="has no glyph for"):
        check_glyphs(pair["sans"], "\U00010450", "plates[1]")


def test_the_names_of_a_czech_plate_can_be_copied_out_of_its_pdf():
    names = ["Plzeňský", "Zlínský", "Ústecký"]
    made = with_plates(small_map(names, [1, 2, 3], language="en"), PlateSpec(formats=("pdf",)))
    document = pypdfium2.PdfDocument(plates(made, ["pdf"])["small.pdf"])
    text = document[0].get_textpage().get_text_range()
    assert all(name in text for name in names)


@pytest.mark.parametrize("data", [b"no font", packaged("sans").path.read_bytes()[:3000]])
def test_a_file_that_is_no_font_is_refused(tmp_path, data):
    path = tmp_path / "f.otf"
    path.write_bytes(data)
    with pytest.raises(MapError) as caught:
        named(str(path), "fonts.plate")
    assert str(caught.value) == (
        "fonts.plate: 'f.otf' is no font, or a damaged one. Give an OTF or a TTF file."
    )

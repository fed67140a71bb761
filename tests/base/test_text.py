"""What Chinese offices save is read, what they write is compared, and no cell is a formula."""

from __future__ import annotations

import unicodedata
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.errors import MapError
from geo.base.text import (
    decode,
    decode_legacy,
    escape_formula,
    folded,
    has_chinese,
    has_kana,
    normalize,
    one_line,
    plain_lines,
    simplified,
    unescape_formula,
)

TEXT = "district,investment\n奎文区,81.8\n临朐县,97.6\n"
REFUSED = "a.csv: is not text in UTF-8, UTF-16 or GB18030. Save it as UTF-8 and try again."


def refusal(data: bytes) -> str:
    with pytest.raises(MapError) as error:
        decode(data, "a.csv")
    return str(error.value)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk", "gb2312"],
)
def test_a_chinese_table_is_read_in_every_encoding_of_its_offices(encoding: str):
    text = TEXT.replace("朐", "清") if encoding == "gb2312" else TEXT
    assert decode(text.encode(encoding), "a.csv") == text


def test_a_utf_16_file_with_its_mark_in_big_endian_order_is_read():
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a.csv") == TEXT


def test_line_ends_of_all_systems_become_one():
    assert decode(b"a\r\nb\rc\nd", "a.csv") == "a\nb\nc\nd"


def test_an_empty_file_is_an_empty_text():
    assert decode(b"", "a.csv") == ""


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("區名,投資額\n臺北市大安區,81.8\n高雄市鳳山區,97.6\n", "big5"),
        ("地区,投資額\n東京都千代田区のデータ,81.8\nカタカナ,97.6\n", "shift_jis"),
        ("name,value\nDüsseldorf,81.8\nKöln,97.6\nWürzburg,1\n", "cp1252"),
        ("регион,сумма\nМосковская область,81.8\n", "koi8-r"),
    ],
)
def test_another_encoding_is_refused(text: str, encoding: str):
    assert refusal(text.encode(encoding)) == REFUSED


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00\x00a\x00\x00\x00", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"]
)
def test_utf_32_and_pictures_are_refused(data: bytes):
    assert refusal(data) == REFUSED


@given(st.text(st.characters(codec="gb2312", exclude_characters="\r\x00\ufeff"), min_size=1))
def test_whatever_gb2312_can_write_comes_back_from_utf_8(text: str):
    assert decode(text.encode(), "a.csv") == text


def test_full_width_forms_become_half_width_and_outer_space_goes():
    assert normalize("\u3000１２．５％ （万 元） ") == "12.5% (万 元)"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("奎文区", "奎文区"),
        (" 奎 文　区\n", "奎文区"),
        ("濰坊濱海經濟技術開發區", "潍坊滨海经济技术开发区"),
        ("臺北市", "台北市"),
        ("３７０７８１", "370781"),
        ("Kuiwen District", "kuiwendistrict"),
    ],
)
def test_width_space_script_and_case_make_no_difference(written: str, plain: str):
    assert folded(written) == plain


@given(st.text("青州市奎文區潍城县濱海", min_size=1), st.sampled_from(" \t\u3000\xa0\n"))
def test_white_space_anywhere_in_a_name_changes_nothing(name: str, space: str):
    assert folded(space.join(name)) == folded(name)


def test_traditional_phrases_become_simplified_ones():
    """乾 is 干 where it means dry, and stays where it names a place or a trigram."""
    assert simplified("餅乾在乾縣") == "饼干在乾县"


@given(st.text())
def test_no_text_is_a_formula(text):
    assert not escape_formula(text).startswith(tuple("=+-@＝＋－＠\t\r\n"))
    assert escape_formula(text).removeprefix("'") in (text, text.removeprefix("'"))


@pytest.mark.parametrize("text", ["=1+1", "-5", "'", "'a", "ordinary", "", "\t=x"])
def test_what_was_escaped_is_read_back_as_it_was(text: str):
    assert unescape_formula(escape_formula(text)) == text


def test_no_character_but_a_full_width_digit_becomes_a_digit():
    """Superscripts, circled and bold digits, fractions, ㏠: each would spoil a number beside it."""
    made = {c: normalize(c) for c in map(chr, range(0x80, 0x30000)) if unicodedata.decomposition(c)}
    digits = {c for c, plain in made.items() if any(d in "0123456789" for d in plain)}
    assert digits == set("０１２３４５６７８９")


@pytest.mark.parametrize("unseen", ["\u200b", "\u200e", "\u2060", "\u00ad", "\ufeff"])
def test_characters_nobody_sees_are_left_out(unseen: str):
    assert normalize(f"奎{unseen}文区") == folded(f"奎{unseen}文区") == "奎文区"


def test_two_byte_order_marks_are_none():
    assert decode(b"\xef\xbb\xbf" * 2 + b"a", "a.csv") == "a"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\r\n  b", "a b"),
        ("a\tb\x00\x1b\x85\u2028\u2029c\n", "a b c"),
        ("a  b\u3000c", "a  b\u3000c"),
        ("e\u0301", "é"),
        ("a\ud800b\udfff", "a\ufffdb\ufffd"),
        ("\uffff\ufffe", ""),
        ("①²／", "①²／"),
    ],
)
def test_a_text_is_on_one_line_without_control_characters(written: str, shown: str):
    assert one_line(written) == shown


@given(st.text(st.characters(), max_size=20))
@pytest.mark.parametrize("reader", [one_line, normalize])
def test_every_text_is_xml_and_utf_8_and_is_read_alike_twice(reader, text: str):
    line = reader(text)
    escaped = line.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    element = ElementTree.fromstring(f'<a b="{escaped}"/>')
    assert element.attrib["b"] == line
    assert not {"\n", "\r", "\t", "\u2028", "\u2029", "\x85"} & set(line)
    assert reader(line) == line


def test_chinese_is_told_by_one_character():
    assert has_chinese("Crédit 亿元")
    assert not has_chinese("ひらがな, Ελλάδα, 2024")


def test_lines_keep_their_length_and_lose_what_no_page_can_hold():
    written = "a\x0cb\x0b\x85\u2028\r\n1\t2\x1d\x00\x9f\ufffe\ud800z"
    shown = plain_lines(written)
    assert shown == "a\nb\n\n\n\n\n1\t2    \ufffdz"
    assert len(shown) == len(written)


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        ("Land;Einwohner\nBaden-Württemberg;11.280.257\nThüringen;2.126.846\n", "cp1252",
         "Windows-1252"),
        ("縣市,件數\n臺北市,12\n高雄市,9\n桃園市,7\n新竹縣,3\n", "cp950", "Big5"),
        ("都道府県,件数\n北海道,12\n東京都,9\nさいたま市,7\n", "cp932", "Shift JIS"),
    ],
)  # fmt: skip
def test_older_encodings_are_known_by_the_words_they_make(text, encoding, name):
    data = text.replace("\n", "\r\n").encode(encoding)
    with pytest.raises(MapError):
        decode(data, "a.csv")
    assert decode_legacy(data) == (text, name)


@pytest.mark.parametrize(
    "data",
    [b"plain", "Łódź;1\n".encode("cp1250") * 3, bytes(range(128, 256)), b"\x00\xe9" * 9,
     "Москва;1\nТверь;2\n".encode("cp1251")],
)  # fmt: skip
def test_what_may_be_something_else_is_not_guessed(data):
    assert decode_legacy(data) is None


@pytest.mark.parametrize(("text", "kana"), [("さいたま市", True), ("北海道", False), ("ア", True)])
def test_kana_are_told_from_characters(text, kana):
    assert has_kana(text) is kana

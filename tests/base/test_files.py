"""What Chinese offices save is read; what it is not is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.errors import MapError
from geo.base.files import read_bytes, read_text
from geo.base.text import decode

TEXT = "district,investment\n奎文区,81.8\n临朐县,97.6\n"


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
    message = refusal(text.encode(encoding))
    assert message.startswith("a.csv: is not text in UTF-8, UTF-16 or GB18030 (it looks like ")
    assert message.endswith("). Save it as UTF-8 and try again.")


def test_the_encoding_it_looks_like_is_named():
    text = "區名,投資額\n臺北市大安區,81.8\n高雄市鳳山區,97.6\n" * 3
    assert refusal(text.encode("big5")) == (
        "a.csv: is not text in UTF-8, UTF-16 or GB18030 (it looks like big5). "
        "Save it as UTF-8 and try again."
    )


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00\x00a\x00\x00\x00", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"]
)
def test_utf_32_and_pictures_are_refused(data: bytes):
    assert refusal(data).startswith("a.csv: is not text in UTF-8, UTF-16 or GB18030")


@given(st.text(st.characters(codec="gb2312", exclude_characters="\r\x00\ufeff"), min_size=1))
def test_whatever_gb2312_can_write_comes_back_from_utf_8(text: str):
    assert decode(text.encode(), "a.csv") == text


def test_a_missing_file_offers_its_neighbour(tmp_path: Path):
    (tmp_path / "projects.csv").write_text("", encoding="utf-8")
    with pytest.raises(MapError) as error:
        read_text(tmp_path / "project.csv")
    assert str(error.value) == f"{tmp_path}/project.csv: no such file. Did you mean projects.csv?"


def test_a_missing_file_without_neighbour_says_to_check_the_path(tmp_path: Path):
    with pytest.raises(MapError) as error:
        read_text(tmp_path / "x.csv")
    assert str(error.value) == f"{tmp_path}/x.csv: no such file. Check the path."


def test_a_missing_folder_is_named(tmp_path: Path):
    with pytest.raises(MapError) as error:
        read_bytes(tmp_path / "no" / "x.csv")
    assert str(error.value) == (
        f"{tmp_path}/no/x.csv: no such file. The folder {tmp_path}/no does not exist."
    )


def test_a_folder_is_no_file(tmp_path: Path):
    with pytest.raises(MapError) as error:
        read_bytes(tmp_path)
    assert str(error.value) == f"{tmp_path}: is a folder. Name a file in it."


def test_a_file_that_may_not_be_read_says_so(monkeypatch: pytest.MonkeyPatch):
    def refuse(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(MapError) as error:
        read_bytes(Path("a.csv"))
    assert str(error.value) == "a.csv: may not be read. Change its permissions."

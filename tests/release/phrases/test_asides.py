"""What is left out between a name and its figure, and what is not."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.names.places import find_places
from geo.release.names.sought import names_for
from geo.release.phrases.asides import ASIDES
from geo.release.phrases.disambiguate import settle
from geo.release.phrases.tokens import scan
from tests.release.readings import cells


def tokens(text: str) -> str:
    places = list(find_places(text, names_for(text, (), {})))
    return " ".join(token.text for token in settle(scan(text, places)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1亿元（含）以上项目16个", "1亿元（含）以上 项目 16个"),
        ("5亿元以上（不含10亿元）项目16个", "5亿元以上（不含10亿元） 项目 16个"),
        ("总投资（下同）81.8亿元", "总投资（下同） 81.8亿元"),
        ("奎文区数量最多，为46个", "奎文区 46个"),
        ("奎文区分会场，开工项目16个", "奎文区 ， 开工 项目 16个"),
        ("开工64个春季项目", "开工 64个 春季 项目"),
        ("奎文区项目个数全市最多达到177个", "奎文区 项目个数 177个"),
        ("奎文区项目规模全市最大，达到81亿元", "奎文区 项目规模 81亿元"),
        ("参加本次集中开工活动的项目有614个", "本次 开工 项目 614个"),
        ("排名前三位的是奎文区56个", "排名 前三位 的 奎文区 56个"),
        ("16个项目、总投资81.8亿元落户奎文区", "16个 项目 总投资 81.8亿元 落户 奎文区"),
        ("奎文区16个项目、81.8亿元总投资居首", "奎文区 16个 项目 、 81.8亿元 居首"),
        ("奎文区完成81.8亿元投资额", "奎文区 完成 81.8亿元 投资额"),
        ("奎文区拿下其中的18个", "奎文区 拿下 18个"),
        ("2023年末开工16个", "2023年 开工 16个"),
        ("奎文区签约了16个项目", "奎文区 签约 16个 项目"),
        ("八师石河子市16个", "八师石河子市 16个"),
    ],
)
def test_it_is_left_out(text, expected):
    assert tokens(text) == expected


@pytest.mark.parametrize("text", ["奎文区数量最多，安丘市46个", "奎文区（总投资5亿元）16个"])
def test_other_words_and_brackets_stay(text):
    assert tokens(text).count("，") + tokens(text).count("（") == 1


def test_a_line_without_its_signs_is_not_searched():
    assert all(aside.signs for aside in ASIDES)


def test_the_year_s_projects_are_projects():
    assert cells("建湖县排定年度重点项目25个。") == {"建湖县 projects 25"}


def test_funds_alone_are_the_sum_of_what_was_signed():
    assert "广信区 investment 72.4" in cells("广信区签约8个、资金72.4亿元。")
    assert "广信区 investment 72.4" not in cells("广信区维修8个、资金72.4亿元。")


def test_a_quarter_may_stand_within_what_is_put_on_a_list():
    told = "奎文区共{}第四季度重点项目39个、总投资32亿元。"
    (row,) = extract(told.format("梳理")).rows
    assert [cell.printed for cell in row.cells] == ["39个", "32亿元"]
    assert extract(told.format("完成")).rows == ()


def test_the_autonomous_region_has_what_is_counted_behind_it():
    told = "自治区{}累计完成投资87亿元。"
    (count, money) = extract(told.format("26个重点建设项目")).stated
    assert (count.reading.printed, money.reading.printed) == ("26个", "87亿元")
    assert extract(told.format("6个工作组")).stated == ()

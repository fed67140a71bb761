"""Kinds and English names of divisions."""

from __future__ import annotations

import pytest

from geo.districts.divisions import english_name, kind_of


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("奎文区", "Kuiwen"),
        ("昌乐县", "Changle"),
        ("寿光市", "Shouguang"),
        ("临朐县", "Linqu"),
        ("诸城市", "Zhucheng"),
        ("潍坊市", "Weifang"),
        ("长子县", "Zhangzi"),
        ("长安区", "Chang'an"),
        ("成都市", "Chengdu"),
        ("花都区", "Huadu"),
        ("六安市", "Lu'an"),
        ("乐清市", "Yueqing"),
        ("乐亭县", "Laoting"),
        ("单县", "Shanxian"),
        ("漯河市", "Luohe"),
        ("马尾区", "Mawei"),
        ("喀什市", "Kashi"),
        ("吕梁市", "Lüliang"),
        ("朝阳县", "Chaoyang"),
        ("忠县", "Zhongxian"),
        ("西藏自治区", "Xizang"),
        ("陕西省", "Shaanxi"),
        ("山西省", "Shanxi"),
        ("白沙黎族自治县", "Baisha"),
        ("东乡族自治县", "Dongxiang"),
        ("鄂伦春自治旗", "Elunchun"),
        ("积石山保安族东乡族撒拉族自治县", "Jishishan"),
        ("双江拉祜族佤族布朗族傣族自治县", "Shuangjiang"),
        ("新疆维吾尔自治区", "Xinjiang"),
        ("香港特别行政区", "Hong Kong"),
        ("管城回族区", "Guancheng"),
        ("浦东新区", "Pudong New Area"),
    ],
)
def test_names_are_read_as_their_people_read_them(name, english):
    assert english_name(name) == english


def test_names_of_hong_kong_and_macao_are_their_own():
    assert english_name("大埔区", "810014") == "Tai Po"
    assert english_name("大堂区", "820004") == "Sé"
    assert english_name("大埔县", "441422") == "Dabu"


@pytest.mark.parametrize(
    ("name", "code", "kind"),
    [
        ("奎文区", "370705", "市辖区"),
        ("奎文区", "", "市辖区"),
        ("寿光市", "370783", "县级市"),
        ("昌乐县", "370725", "县"),
        ("潍坊市", "370700", "地级市"),
        ("东莞市", "441900", "地级市"),
        ("重庆市", "500000", "直辖市"),
        ("山东省", "370000", "省"),
        ("宁夏回族自治区", "640000", "自治区"),
        ("香港特别行政区", "810000", "特别行政区"),
        ("中西区", "810001", "区"),
        ("凉山彝族自治州", "513400", "自治州"),
        ("阿里地区", "542500", "地区"),
        ("兴安盟", "152200", "盟"),
        ("喀喇沁旗", "150428", "旗"),
        ("鄂温克族自治旗", "150724", "自治旗"),
        ("白沙黎族自治县", "469025", "自治县"),
        ("神农架林区", "429021", "林区"),
        ("万柏林区", "140109", "市辖区"),
        ("六枝特区", "520203", "特区"),
        ("Ward 3", "", ""),
    ],
)
def test_kinds_follow_name_and_code(name, code, kind):
    assert kind_of(name, code) == kind

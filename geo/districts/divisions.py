"""What an administrative division of China is called in English, and what kind it is.

English names are pinyin without tones, without the word for the kind: Kuiwen, not Kuiwen District.
A few names have an English form of their own.
"""

from __future__ import annotations

from geo.districts.names import OWN_KINDS, stem
from geo.districts.pinyin import syllables

#: Whole names: readings of one place only (Xiandai Hanyu Cidian), and English forms of their own.
NAMES = {
    "上海市": "Shanghai",
    "六合区": "Luhe",
    "六安市": "Lu'an",
    "六枝特区": "Liuzhi",
    "南乐县": "Nanle",
    "民乐县": "Minle",
    "乐亭县": "Laoting",
    "乐清市": "Yueqing",
    "东阿县": "Dong'e",
    "番禺区": "Panyu",
    "大埔县": "Dabu",
    "牟定县": "Mouding",
    "吴堡县": "Wubu",
    "尉犁县": "Yuli",
    "万柏林区": "Wanbailin",
    "洪洞县": "Hongtong",
    "召陵区": "Shaoling",
    "荥经县": "Yingjing",
    "龙圩区": "Longxu",
    "穆棱市": "Muling",
    "红寺堡区": "Hongsibu",
    "长子县": "Zhangzi",
    "伽师县": "Jiashi",
    "神农架林区": "Shennongjia",
    "浦东新区": "Pudong New Area",
    "滨海新区": "Binhai New Area",
    "沈北新区": "Shenbei New Area",
    "内蒙古自治区": "Inner Mongolia",
    "陕西省": "Shaanxi",
    "香港特别行政区": "Hong Kong",
    "澳门特别行政区": "Macao",
    "哈尔滨市": "Harbin",
    "齐齐哈尔市": "Qiqihar",
    "呼和浩特市": "Hohhot",
    "鄂尔多斯市": "Ordos",
    "呼伦贝尔市": "Hulunbuir",
    "乌鲁木齐市": "Ürümqi",
    "喀什地区": "Kashgar",
    "吐鲁番市": "Turpan",
    "拉萨市": "Lhasa",
    "日喀则市": "Xigazê",
}

#: Districts of Hong Kong and parishes of Macao, whose official English is not pinyin, by code.
SPECIAL_REGIONS = {
    f"{region}{number:04}": name
    for region, names in {
        81: "Central and Western,Wan Chai,Eastern,Southern,Yau Tsim Mong,Sham Shui Po,Kowloon City,"
        "Wong Tai Sin,Kwun Tong,Tsuen Wan,Tuen Mun,Yuen Long,North,Tai Po,Sai Kung,Sha Tin,"
        "Kwai Tsing,Islands",
        82: "Nossa Senhora de Fátima,Santo António,São Lázaro,Sé,São Lourenço,"
        "Nossa Senhora do Carmo,Cotai,São Francisco Xavier",
    }.items()
    for number, name in enumerate(names.split(","), start=1)
}


def kind_of(name: str, code: str = "") -> str:
    """Return the kind of a division, in the words of the statistics yearbooks.

    Parameters
    ----------
    name : str
        Full name: ``奎文区``.
    code : str
        Of GB/T 2260, 6 digits; with an empty or other code the name alone decides, as for a
        county-level division.

    Returns
    -------
    str
        ``市辖区``, ``县级市``, ``县``, ``自治县``, ``旗``, ``地级市``, ``直辖市``, ``省`` …;
        empty if the name does not end in a word for a kind.
    """
    level = "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"
    by_level = {
        "province": {"市": "直辖市"},
        "city": {"市": "地级市"},
        "county": {"市": "县级市", "区": "区" if code[:2] in {"81", "82"} else "市辖区"},
    }[level]
    endings = ("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区")
    whole = OWN_KINDS.get(name) or next((e for e in endings if name.endswith(e)), "")
    last = name[-1:]
    return whole or by_level.get(last) or (last if last in set("省市区县旗盟") else "")


def english_name(name: str, code: str = "") -> str:
    """Return the English name of a division.

    Parameters
    ----------
    name : str
        Full name: ``昌乐县``.
    code : str
        Needed for Hong Kong's districts and Macao's parishes alone.

    Returns
    -------
    str
        ``Changle``. One-character names keep the word for their kind: ``Zhongxian`` for 忠县.
    """
    own = SPECIAL_REGIONS.get(code) or NAMES.get(name)
    if own:
        return own
    return _joined([sound.replace("v", "ü") for sound in syllables(stem(name))])


def _joined(sounds: list[str]) -> str:
    """Write syllables as one word, an apostrophe before a vowel inside it: Xi'an (GB/T 16159)."""
    word = "".join(f"'{s}" if i and s[0] in "aoe" else s for i, s in enumerate(sounds))
    return word[:1].upper() + word[1:]

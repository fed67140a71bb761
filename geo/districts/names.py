"""Forms in which one division is written: without its kind, with its city before it, as a code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from geo.base.text import has_chinese

#: Divisions that are the only ones of their kind: 万柏林区 is a district, and no 林区.
OWN_KINDS = {"六枝特区": "特区", "神农架林区": "林区"}
#: Kinds of divisions, longest first, as they end a name.
KINDS = (
    "特别行政区", "地区", "省", "市", "州", "盟", "区", "县", "旗", "district", "county", "city",
)  # fmt: skip
#: The peoples that autonomous divisions are named after, two characters and more.
_LONG_PEOPLES = (
    "土家|蒙古|布依|朝鲜|哈尼|傈僳|仡佬|东乡|拉祜|纳西|仫佬|锡伯|柯尔克孜|景颇|达斡尔|撒拉|布朗|毛南|塔吉克|普米|鄂温克|"
    "保安|裕固|独龙|鄂伦春|维吾尔|哈萨克"
)
#: Of one character, these need 族 after them: 水 and 白 end other names, too. 各族 is all peoples.
_SHORT_PEOPLES = "壮满回苗彝藏侗瑶白黎傣畲水佤羌土怒各"
_OF_A_PEOPLE = rf"(?:(?:{_LONG_PEOPLES}|[{_SHORT_PEOPLES}])族)"
#: 新疆维吾尔自治区 and 鄂伦春自治旗 leave 族 out. The name itself may be a people's: 东乡族自治县.
_AUTONOMOUS = re.compile(
    rf"(.{{2,}}?)族?(?:{_OF_A_PEOPLE}|{_LONG_PEOPLES})*自治[区州县旗](?:直辖)?"
)
#: Districts such as 管城回族区, and autonomous divisions by a shorter name: 鄂温克族旗, 恩施土家族.
_NAMED_AFTER_PEOPLE = re.compile(rf"(.{{2,}}?)(?:{_OF_A_PEOPLE}+|族)[区州县旗]?")
_STEM_LENGTH = 2
#: Of province, city and county together: a cell may hold a text or an outline, not a name.
_LONGEST_PARENTS = 60
_PARENTS = re.compile(
    r"(?:.{2,}?(?:省|自治区|特别行政区))?(?:.{2,}?(?:市|地区|自治州|盟))?(?:.{2,}?县)?"
)
_PROVINCE = re.compile("[1-8][0-9]0000")
_CODE = re.compile(r"(\d{6})(?:0{6}|\.0)?")


@lru_cache(maxsize=65_536)
def stem(name: str) -> str:
    """Return a division's name without its kind and the peoples it is named after.

    Parameters
    ----------
    name : str
        ``滨海区``, ``恩施土家族苗族自治州``, ``鄂温克族自治旗``, ``kuiwendistrict``.

    Returns
    -------
    str
        The beginning of the name: ``滨海``, ``恩施``, ``鄂温克``, ``kuiwen``. At least two
        characters long: ``城区`` and ``忠县`` stay whole.
    """
    if kind := OWN_KINDS.get(name):
        return name.removesuffix(kind)
    for pattern in (_AUTONOMOUS, _NAMED_AFTER_PEOPLE):
        if found := pattern.fullmatch(name):
            return found[1]
    for kind in KINDS:
        if name.endswith(kind) and len(name) - len(kind) >= _STEM_LENGTH:
            return name.removesuffix(kind)
    return name


def on_maps(codes: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """Return names as atlases set them on a map: 香港 for 香港特别行政区, 河北 for 河北省.

    Parameters
    ----------
    codes, names : sequence of str, length n

    Returns
    -------
    tuple of str, length n
        Provinces of China, by their codes of GB/T 2260, without their kind; others as they are.
    """
    return tuple(
        stem(name) if _PROVINCE.fullmatch(code) and has_chinese(name) else name
        for code, name in zip(codes, names, strict=True)
    )


def strip_parents(name: str) -> Iterator[str]:
    """Yield what may be left of a name without its province, city or county, longest first.

    Parameters
    ----------
    name : str
        ``山东省潍坊市奎文区`` yields ``潍坊市奎文区`` and ``奎文区``.
    """
    for end in range(_STEM_LENGTH, min(len(name) - 1, _LONGEST_PARENTS)):
        if _PARENTS.fullmatch(name[:end]):
            yield name[end:]


def division_code(key: str) -> str:
    """Return the six digits of a division code also where it has 12 digits or ends in ``.0``."""
    match = _CODE.fullmatch(key)
    return match[1] if match else key

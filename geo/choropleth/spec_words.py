"""Comments and first texts of a spec to start from, in its language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from geo.base.catalogue import strings
from geo.base.languages import Language
from geo.base.text import has_chinese, has_kana, simplified
from geo.choropleth.unfinished import SOURCE_TO_BE_FILLED_IN
from geo.tables.heads import split_head

#: Comments are for the map-maker: Chinese for Chinese maps, else English.
_COMMENTS = {
    "zh": {
        "top": "改好标题和来源后运行：geo build",
        "source": "数据来自哪里",
        "where": "表中每个区域有多行，这里取其中一行",
        "all": "或者把上一行换成下面这行，一张图用滑块显示所有时期",
        "periods": "每个时期一列，{period}代表列名中的时期",
        "lacking": "表中没有的区域显示为“无数据”",
        "strangers": "不属于任何区域的行；名称写错的请改正，并从这里删去",
        "waits": "把表填好以后，去掉下面各行开头的 #，并删去上面的面积",
    },
    "en": {
        "top": "Put title and source right, then run: geo build",
        "source": "where the figures come from",
        "where": "the table has several rows for a district: this one is shown",
        "all": "Or in its place the next line, which shows all of them in one map, with a slider",
        "periods": "a column for each: {period} in their names below",
        "lacking": "districts without a row are shown as no data",
        "strangers": "rows of no district; correct those that are misspelt, and take them out here",
        "waits": "When the table is filled in, take the # off these lines and drop the area above",
    },
}
_COUNTERS = {"zh": "个", "zh-CN": "个", "zh-TW": "個"}
_ARABIC = re.compile("[\u0620-\u06d3]")


def words_for(language: Language) -> Mapping[str, str]:
    """Return the comments and first texts of a spec in a language of the interface."""
    chinese, texts = language.startswith("zh"), strings(language)
    sources = SOURCE_TO_BE_FILLED_IN
    return {
        **_COMMENTS["zh" if chinese else "en"],
        "language": language,
        "source_text": sources.get(language, sources["zh" if language == "zh-CN" else "en"]),
        "area": split_head(texts["area"])[0],
        "value": texts["value"],
        "unit": _COUNTERS.get(language, ""),
        "of": "{place}：{label}" if chinese or language == "ja" else "{label}, {place}",
    }


def language_of(text: str) -> Language:
    """Return the language of the interface that names are in; English for any other."""
    # No Chinese file writes 県.
    if has_kana(text) or "県" in text:
        return "ja"
    if has_chinese(text):
        return "zh" if simplified(text) == text else "zh-TW"
    return "ar" if _ARABIC.search(text) else "en"

"""The spec and the house style of the small map, with hostile strings in their fields."""

from __future__ import annotations

from collections.abc import Callable

Field = Callable[[str, str], str]
"""Field name and harmless text to what stands there: the hostile string, or the harmless text."""
#: The word of the interface that `[texts]` replaces: page, embed and plate show it.
_OWN_TEXT = "source"
#: Fields of a table that is a sheet of a workbook.
WORKBOOK = ("workbook sheet", "workbook head", "workbook title", "workbook cell")


def toml(text: str) -> str:
    """Return a TOML string; what TOML forbids stays as it is, to be refused."""
    safe = (
        c
        if (c.isprintable() and c not in '"\\') or 0xD800 <= ord(c) < 0xE000
        else f"\\U{ord(c):08x}"
        for c in text
    )
    return f'"{"".join(safe)}"'


def spec_file(at: Field) -> str:
    """Return the spec: two measures, a point, a plate, an embed with an address."""
    q = toml
    key = f"{q(at('spec key', ''))} = 1\n" if at("spec key", "") else ""
    return f"""{_head(at)}{key}{_polygons(at)}[table]
file = {q("table.xlsx" if in_workbook(at) else "table.csv")}
{_given(at, "sheet", "workbook sheet")}{_given(at, "sheet", "table sheet")}\
{_given(at, "where.count", "table where")}\
key = {q(at("table key column", "district"))}
totals = "totals.csv"
allow_rows = [{q(at("allowed row", "合计"))}, {q(at("table unmatched key", "合计"))}]
[aliases]
"丙县" = [{q(at("alias", "丙丙"))}]
{_page(at)}{_measures(at)}{_marks(at)}"""


def style_file(at: Field) -> str:
    """Return the house style that lies beside the spec."""
    q = toml
    font = at("style font", "")
    key = f"{q(at('style key', ''))} = 1\n" if at("style key", "") else ""
    return f"""{key}credit = {q(at("style credit", "制图：统计局"))}
logo = {q(at("style logo", "logo.svg"))}
logo_text = {q(at("style logo text", "统计局"))}
[fonts]
{_given(at, "text_file", "style font file")}{f"text = [{q(font)}]" if font else ""}
"""


def in_workbook(at: Field) -> bool:
    """Tell whether the table is a workbook: it is if a string stands in one."""
    return any(at(place, "") for place in WORKBOOK)


def _given(at: Field, key: str, place: str) -> str:
    return f"{key} = {toml(at(place, ''))}\n" if at(place, "") else ""


def _polygons(at: Field) -> str:
    q = toml
    polygons = f'file = {q(at("boundaries file", "polygons.geojson"))}\nzones = "zones.csv"\n'
    if at("atlas code", ""):
        polygons = f"code = {q(at('atlas code', ''))}\n"
    inset = at("inset name", "")
    frame = f"[[map.insets]]\nname = {q(inset)}\nbounds = [119.1, 36.1, 119.2, 36.2]\n"
    return f"""[boundaries]
{polygons}{_given(at, "crs", "polygon crs")}{_given(at, "layer", "boundaries layer")}\
code_column = {q(at("boundaries code column", "code"))}
[map]
{_given(at, "projection", "map projection")}{_given(at, "outline", "map outline")}\
{frame if inset else ""}"""


def _head(at: Field) -> str:
    q = toml
    link = (
        f"数据见[{at('spec link', '公报')}]({at('spec link address', 'https://stats.example/a')})"
    )
    return f"""title = {q(at("spec title", "一二三"))}
dek = {q(at("spec dek", "一二三"))}
byline = {q(at("spec byline", "记者"))}
source = {q(at("spec source", "统计局"))}
credit = {q(at("spec credit", "制图"))}
notes = [{q(at("spec note", "注"))}, {q(link)}]
approval = {q(at("spec approval", "鲁SG1"))}
units = {{ other = {q(at("spec units", "县区"))} }}
style = {q(at("style file", "style.toml"))}
outputs = ["html", "embed", "png", "svg", "pdf", "data"]
[texts]
{q(at("spec own key", _OWN_TEXT))} = {q(at("spec own text", "来源"))}
"""


def _page(at: Field) -> str:
    q = toml
    url = at("embed url", "https://maps.example/" + at("embed path", "district"))
    if at("embed host", ""):
        url = "https://maps.example" + at("embed host", "")
    tiles = at("basemap key", "")
    basemap = f'[page.basemap]\nprovider = "tianditu"\nkey = {q(tiles)}\n' if tiles else ""
    tooltip = f"{at('page tooltip', '见')}{{{at('tooltip field', 'name')}}}"
    card = at("page card", "")
    return f"""[page]
circles = {q(at("page circles", at("measure id", "m")))}
url = {q(at("page url", "https://maps.example/full"))}
tooltip = [{q(tooltip)}]
{f"card = [{q(card)}]" if card else ""}
{basemap}[embed]
url = {q(url)}
provider = {q(at("embed provider", "报社"))}
"""


def _measures(at: Field) -> str:
    q = toml
    formula = at("measure formula", "")
    derived = (
        '[[measures]]\nid = "f"\nlabel = "式"\nunit = "个"\nkind = "rate"\n'
        f"formula = {q(formula)}\n"
    )
    return f"""[[measures]]
id = {q(at("measure id", "m"))}
label = {q(at("measure label", "投资"))}
unit = {q(at("measure unit", "亿元"))}
kind = "total"
column = {q(at("table column", "figure"))}
palette = {q(at("palette", "default"))}
description = {q(at("measure description", "说明"))}
title = {q(at("measure title", "各县区的投资"))}
dek = {q(at("measure dek", "全年"))}
notes = [{q(at("measure note", "含续建"))}]
[[measures]]
id = "rate"
label = "每个"
unit = "亿元/个"
kind = "rate"
numerator = {q(at("table column", "figure"))}
denominator = "count"
{derived if formula else ""}"""


def _marks(at: Field) -> str:
    q = toml
    return f"""[[points]]
label = {q(at("point label", "项目"))}
district = {q(at("point district", "乙区"))}
text = {q(at("point text", "公司"))}
facts = [{q(at("point fact", "事实"))}]
[[annotations]]
text = {q(at("annotation", "最高"))}
district = {q(at("annotation district", "甲区"))}
[[plates]]
name = {q(at("plate name", ""))}
title = {q(at("plate title", ""))}
dek = {q(at("plate dek", ""))}
font = {q(at("plate font", ""))}
{_given(at, "profile", "plate profile")}{"color = " + q("cmyk") if at("plate profile", "") else ""}
formats = ["png", "svg", "pdf"]
dpi = 72
"""

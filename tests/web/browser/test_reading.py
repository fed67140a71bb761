"""In real Chromium: measures, circles, legend, table and card tell the same, linked both ways."""

from __future__ import annotations

import pytest

from tests.web.browser.pages import FORMS, boxes, choose, map_data
from tests.weifang import weifang

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("form", FORMS)
HIGH_TECH = "370705-GX"


def values(measure):
    m = weifang().measure(measure)
    return dict(zip(weifang().districts["code"], m.values, strict=True))


def dimmed(tab):
    return {b["of"] for b in boxes(tab, "[data-code].dim")}


@both
def test_a_measure_changes_legend_table_and_texts_together(show, form):
    tab = show(form)
    tab.get_by_label("每平方公里投资").check(force=True)
    assert tab.inner_text("#legend p").startswith("每平方公里投资 万元/平方公里")
    assert tab.inner_text("#column") == "每平方公里投资 (万元/平方公里)"
    first = tab.locator("tbody tr[data-row]").first
    density = weifang().measure("density")
    top = int(density.values.argmax())
    assert first.locator("td").last.inner_text() == density.text(top)
    assert first.locator("button").inner_text() == weifang().districts["name"][top]
    assert tab.inner_text("#foot-value") == density.format(round(density.overall, 0))
    assert "每平方公里投资" in tab.get_attribute(f'[data-code="{HIGH_TECH}"]', "aria-label")
    labels = set(tab.locator("#labels text").all_text_contents())
    assert (
        density.text(int(weifang().districts.index[weifang().districts["name"] == "寿光市"][0]))
        in labels
    )


@both
def test_a_total_offers_a_rate(show, form):
    tab = show(form)
    assert tab.inner_text("#hint") == "总量受地区大小影响；比较各地，可看项目平均投资。"
    tab.click("#hint button")
    assert not tab.locator("#hint").is_visible()
    assert tab.locator("input[value=per_project]").is_checked()


@both
def test_a_class_of_the_legend_shows_its_districts_and_dims_the_rest(show, form):
    tab = show(form)
    classes = weifang().measure("investment").symbology.classes
    outside = {
        code for code, k in zip(weifang().districts["code"], classes.ids, strict=True) if k != 2
    }
    block = tab.locator('#legend [data-class="2"]')
    block.hover()
    assert dimmed(tab) == outside
    tab.mouse.move(5, 5)
    assert dimmed(tab) == set()
    block.click()
    tab.mouse.move(5, 5)
    assert dimmed(tab) == outside
    assert block.get_attribute("aria-pressed") == "true"
    for name in ("寿光市", "昌邑市", "临朐县"):
        assert name in tab.text_content("#status")
    tab.keyboard.press("Escape")
    assert dimmed(tab) == set()
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Tab")
    assert dimmed(tab) == outside


@both
def test_dimmed_is_paler_not_gone(show, form):
    tab = show(form)
    tab.locator('#legend [data-class="0"]').hover()
    opacity = "+getComputedStyle(document.querySelector('[data-code].dim')).fillOpacity"
    tab.wait_for_function(f"{opacity} < 0.5")  # it fades
    tab.wait_for_timeout(250)
    assert 0.1 < tab.evaluate(opacity) < 0.5
    inks = tab.evaluate(
        """() => [...new Set([...document.querySelectorAll("#labels text")].map((n) =>
             getComputedStyle(n).stroke))]"""
    )
    assert inks == ["rgb(255, 255, 255)"]  # no halo in a full colour over a pale district


@both
def test_the_needle_points_at_the_value_of_the_district_under_the_pointer(show, form):
    """高新区's 196.7 lies in the last class, 170 to 200: at (4 + 26.7 / 30) / 5 of the scale."""
    tab = show(form, fragment=f"#district={HIGH_TECH}")
    scale, needle = boxes(tab, ".scale")[0], boxes(tab, ".needle")[0]
    at = (needle["x"] + 1 - scale["x"]) / scale["w"]
    assert at == pytest.approx((4 + (196.7 - 170) / 30) / 5, abs=0.005)


@both
def test_table_and_map_show_each_other(show, form):
    tab = show(form)
    tab.locator(f'[data-row="{HIGH_TECH}"]').hover()
    tab.wait_for_selector("#over[d^=M]", state="attached")
    shape = tab.get_attribute(f'[data-code="{HIGH_TECH}"]', "d")
    assert tab.get_attribute("#over", "d") == shape
    box = tab.locator('[data-code="370783"]').bounding_box()
    tab.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + box["height"] / 2)
    tab.wait_for_selector('[data-row="370783"].over')
    assert tab.locator("#tooltip").inner_text().split("\n") == [
        "寿光市", "总投资 116.6 亿元", "第 5 位，共 16 个",
    ]  # fmt: skip
    tab.mouse.click(box["x"] + box["width"] * 0.4, box["y"] + box["height"] / 2)
    assert tab.get_attribute("#pinned", "d") == tab.get_attribute('[data-code="370783"]', "d")
    assert "on" in tab.get_attribute('[data-row="370783"]', "class").split()
    tab.click(f'[data-row="{HIGH_TECH}"] td:last-child')
    assert tab.get_attribute("#pinned", "d") == shape
    tab.click(f'[data-row="{HIGH_TECH}"] button')
    assert tab.get_attribute("#pinned", "d") == ""


@both
def test_the_card_has_every_measure_rank_share_and_distance_from_the_mean(show, form):
    tab = show(form, fragment=f"#district={HIGH_TECH}")
    assert tab.inner_text("#card h2") == "高新区 功能区"
    rows = [r.split("\t") for r in tab.locator("#card tbody tr").all_inner_texts()]
    # 196.7 of 1,480.6 is 13.3 %; the mean is 92.5; 196.7 / 20 = 9.835; 1,480.6 / 264 = 5.608
    assert rows[0] == ["总投资 亿元", "196.7", "1/16", "13.3%", "+104.2"]
    assert rows[1] == ["项目数 个", "20", "1/16", "7.6%", "+4"]
    assert rows[2] == ["项目平均投资 亿元/个", "9.84", "1/16", "", "+4.23"]
    assert "边界为示意，位于奎文区范围内。" in tab.inner_text("#card")
    assert "磁悬浮智能制造产业化项目" in tab.inner_text("#card")
    tab.click("#card .close")
    assert tab.inner_text("#card h2") == "全部 16 个地区"
    assert "示意" not in tab.inner_text("#card")
    assert tab.evaluate("document.activeElement.dataset.code") == HIGH_TECH


@both
def test_the_table_sorts_by_either_column_both_ways(show, form):
    tab = show(form)
    tab.evaluate("document.querySelector('main').classList.add('all')")

    def column(n):
        return tab.locator(f"tbody tr[data-row] > :nth-child({n})").all_inner_texts()

    tab.get_by_role("button", name="地区", exact=True).click()
    assert column(2)[0] == "安丘市"  # ā before b
    assert tab.get_attribute('[data-sort="name"]', "aria-sort") == "ascending"
    tab.get_by_role("button", name="地区", exact=True).click()
    assert column(2)[-1] == "安丘市"
    tab.click("#column")
    ranks = [int(r) for r in column(1)]
    assert ranks == sorted(ranks)
    tab.click("#column")
    assert [float(v) for v in column(3)] == sorted(values("investment").values())


@both
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("高密", {"高密市"}),
        ("gaomi", {"高密市"}),
        ("gms", {"高密市"}),
        ("wc", {"潍城区"}),
        ("滨海经济技术", {"滨海区"}),
        ("Ｑｉｎｇ", {"青州市"}),
        ("xyz", set()),
    ],
)
def test_search_finds_names_aliases_pinyin_and_initials(show, form, typed, found):
    tab = show(form)
    tab.fill("#search", typed)
    rows = tab.locator("tbody tr[data-row]:visible button").all_inner_texts()
    assert set(rows) >= found
    assert bool(rows) == bool(found)
    assert tab.locator("#none-found").is_visible() == (not found)
    if found:
        assert rows[0] in found
        tab.press("#search", "Enter")
        assert tab.inner_text("#card h2").startswith(rows[0])
    tab.press("#search", "Escape")
    assert tab.input_value("#search") == ""


@both
def test_bars_are_as_long_as_their_values(show, form):
    tab = show(form)
    parts = tab.evaluate(
        """() => [...document.querySelectorAll("tbody tr[data-row]")].map((row) =>
             [row.dataset.row, +row.cells[2].style.getPropertyValue("--p")])"""
    )
    for code, part in parts:
        assert part == pytest.approx(values("investment")[code] / 196.7)


@both
def test_the_context_tells_the_stated_totals_and_whether_they_agree(show, form):
    tab = show(form)
    tab.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    text = tab.inner_text(".context")
    assert "项目数：16 个地区合计 264 个，与公布数一致。" in text
    rounded = (
        "总投资：16 个地区合计 1,480.6 亿元，公布 1,480 亿元；相差 0.6，在舍入误差（±1.3）之内。"
    )
    assert rounded in text
    for words in (
        "产业类",
        "219 个",
        "157.6 亿元",
        "省级批次",
        "1.3 万亿元",
        "年度计划投资 552 亿元",
    ):
        assert words in text
    tab.click("button[name=place]")
    assert tab.inner_text("#card h2").startswith("高新区")
    # The star only shows the district: it stands beside its label and covers neither.
    star, label = (
        boxes(tab, f"#{part}")[0]
        for part in ("places path", f'labels [data-of="{HIGH_TECH}"] text')
    )
    assert star["x"] + star["w"] <= label["x"] <= star["x"] + star["w"] + 24
    assert abs(star["y"] - label["y"]) < 24


def test_an_embed_in_a_narrow_article_first_shows_eight_rows(show):
    tab = show("embed", 600)
    rows = tab.locator("tbody tr[data-row]:visible")
    assert rows.count() == 8
    tab.fill("#search", "峡山")
    assert rows.count() == 1
    tab.fill("#search", "")
    tab.click("#all-rows")
    assert rows.count() == 16
    assert map_data(tab)["name"] == "weifang"
    choose(tab, "projects")
    assert rows.count() == 16

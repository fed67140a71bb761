"""What page and embed share: parts in their order, hostile texts as text."""

from __future__ import annotations

import re

from geo.base.catalogue import strings
from geo.base.markup import Rich
from geo.web.body import Choice, body
from geo.web.drawing import draw
from geo.web.render import render
from tests.small import small_map
from tests.weifang import changed, weifang

ZH = strings("zh")


def parts(choropleth, *, article=False):
    points = [(p.lon, p.lat) for p in choropleth.places]
    drawing = draw(choropleth.districts, resolution=600, points=points)
    return body(choropleth, drawing, article=article)


def test_the_first_measure_is_chosen_and_a_rate_is_offered():
    view = parts(weifang())
    assert view.choices[0] == Choice("investment", "总投资")
    assert view.rate == Choice("per_project", "项目平均投资")
    assert view.circles == "圆圈表示总投资"
    html = render("body.html", view, ZH)
    assert re.findall(r'value="(\w+)" checked', html) == ["investment"]
    assert '看<span><button class="link" value="per_project">项目平均投资</button>。</span>' in html


def test_without_totals_there_are_no_circles():
    view = parts(small_map("ABC", [1, 2, 3]))
    assert view.circles == ""
    assert 'id="circles-toggle"' not in render("body.html", view, ZH)


def test_an_unapproved_map_says_so():
    assert parts(changed(approval="鲁SG(2024)001号")).approval == "审图号：鲁SG(2024)001号"
    assert parts(changed(approval="")).approval == "示意图（未审核）"


def test_parts_come_in_the_order_they_are_read():
    html = render("body.html", parts(weifang()), ZH)
    ids = re.findall(r'<(?:header|form|p|section|div|footer|table)(?= )[^>]* id="([\w-]+)"', html)
    assert ids == [
        "controls", "hint", "legend", "circle-legend", "stage", "zoom", "tooltip", "key", "marks",
        "card", "table",
        "none-found", "source", "approval", "downloads", "status",
    ]  # fmt: skip


def test_legends_of_the_other_measures_lie_unseen_beneath_the_first():
    html = render("body.html", parts(weifang()), ZH)
    first, *others = weifang().measures
    assert f'aria-label="图例"><p><b>{first.label}</b>' in html
    kept = re.findall(r'<div class="off"><p><b>(.*?)</b>', html)
    assert kept == [measure.label for measure in others]


def test_a_heading_of_a_measures_own_waits_as_text_with_its_facts():
    """Escaped twice: once for the element, once for the text that becomes one."""
    first, second, *rest = weifang().spec.measures
    own = second.model_copy(update={"title": "项目 <最多>", "dek": "", "notes": ("按个数",)})
    html = render("body.html", parts(changed(measures=(first, own, *rest))), ZH)
    kept = dict(re.findall(r'<script type="text/html" id="heading-(\w+)">(.*?)</script>', html))
    assert list(kept) == ["investment", "projects", "per_project", "density"]
    assert kept["projects"].startswith('<header data-said="项目 &lt;最多&gt;：')
    assert kept["projects"].endswith("<h1>项目 &lt;最多&gt;</h1></header><p>按个数</p>")
    assert "heading-" not in render("body.html", parts(weifang()), ZH)


def test_titles_of_other_measures_keep_their_room_only_where_a_reader_can_switch():
    first, second, *rest = weifang().spec.measures
    own = second.model_copy(update={"title": "项目"})
    made = changed(measures=(first, own, *rest))
    kept = '<div class="off" style="grid-area:1/1" aria-hidden="true"><h1>项目</h1>'
    assert kept in render("body.html", parts(made), ZH)
    embed = made.spec.embed.model_copy(update={"parts": ("legend", "map")})
    alone = changed(measures=(first, own, *rest), embed=embed)
    assert kept not in render("body.html", parts(alone, article=True), ZH)


def test_byline_and_credit_have_lines_of_their_own_and_links_are_links():
    made = changed(
        byline=Rich("本报记者 **李**"),
        source=Rich("[统计局](https://a.org/)"),
        credit=Rich("制图：王"),
    )
    html = render("body.html", parts(made), ZH)
    assert '<p class="dek byline">本报记者 <strong>李</strong></p></header>' in html
    assert '<p id="source">来源：<a href="https://a.org/">统计局</a></p>' in html
    assert '<p id="credit">制图：王</p>' in html
    framed = render("body.html", parts(made, article=True), ZH)
    assert '<a href="https://a.org/" target="_blank" rel="noopener">统计局</a>' in framed
    assert not re.search("byline|credit", render("body.html", parts(weifang()), ZH))

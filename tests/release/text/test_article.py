"""The article of a news page: its cells are read, and none of what is around it."""

# ruff: noqa: E501 - a page stays in one piece
from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.series import release_date
from geo.release.text.document import read_document

BODY = """<p>2月26日，潍坊市举行重大项目集中开工活动，全市共开工项目31个，总投资166.3亿元，涵盖装备制造等多个领域。</p>
<p>其中，奎文区开工项目16个，总投资81.8亿元；潍城区开工项目15个，总投资84.5亿元。</p>
<p>活动现场，企业代表作了发言，表示将抢抓机遇，加快项目建设，早日投产达效。</p>"""
TABLE = """<table><tr><td rowspan="2">县市区</td><td colspan="2">竣工</td></tr><tr><td>项目数</td>
<td>总投资（亿元）</td></tr><tr><td>奎文区</td><td>5</td><td>20</td></tr></table>"""
NAV = """<header><nav><a href="/">首页</a><a href="/a">寿光市项目9个</a></nav></header>"""
RELATED = """<div><h3>相关阅读</h3><ul><li><a href="/1">诸城市开工项目20个，总投资116.6亿元</a></li>
<li><a href="/2">青州市签约项目9个</a></li></ul></div>"""
RANKING = """<div class="side"><ol><li><a href="/4">安丘市开工项目18个，总投资85.1亿元</a></li></ol></div>"""
FOOTER = "<footer><p>版权所有 备案号12345号 昌乐县项目3个</p></footer>"
INFO = """<h1>31个重大项目集中开工</h1><div><span>2024-02-26 10:00</span> 来源：日报</div>"""

PAGES = {
    "in its own element": f"{NAV}<div>{INFO}<div id='c'>{BODY}</div></div>{RANKING}{FOOTER}",
    "with related headlines in it": f"{NAV}{INFO}<div>{BODY}{RELATED}</div>{FOOTER}",
    "in an article element": f"{NAV}<main><article>{INFO}{BODY}</article>{RELATED}</main>{FOOTER}",
    "in a table of the layout": f"{NAV}<table><tr><td>{INFO}{BODY}</td><td>{RANKING}</td></tr></table>{FOOTER}",
    "with links in the text": f"{NAV}{INFO}<div>{BODY.replace('奎文区', '<a href=x>奎文区</a>')}{RELATED}</div>{FOOTER}",
}  # fmt: skip


def read(page: str):
    markup = f"<!doctype html><html><head><title>新闻</title></head><body>{page}</body></html>"
    return extract(read_document(markup.encode(), "page.html"))


@pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))
def test_only_the_article_gives_cells(page):
    rows = [(r.name, *(int(c.figure.value) for c in r.cells)) for r in read(page).rows]
    assert rows == [("奎文区", 16, 81), ("潍城区", 15, 84)]


def test_headline_and_date_above_the_article_are_kept():
    release = read(PAGES["in its own element"])
    assert release.text.startswith("31个重大项目集中开工\n")
    assert release_date(release) == "2024-02-26"


def test_a_table_of_the_article_is_kept_with_its_spanned_head():
    release = read(f"{NAV}<div>{INFO}<div>{BODY}{TABLE}</div></div>{FOOTER}")
    finished = [r for r in release.rows if release.events[r.event].endswith("竣工")]
    assert [(r.name, [int(c.figure.value) for c in r.cells]) for r in finished] == [
        ("奎文区", [5, 20])
    ]


def test_a_page_that_is_but_an_article_is_read_whole():
    assert [r.name for r in read("<p>奎文区开工项目16个。</p>").rows] == ["奎文区"]


def test_a_page_without_an_article_is_read_whole():
    assert [r.name for r in read(f"{NAV}<p>奎文区开工项目16个。</p>").rows] == ["奎文区"]

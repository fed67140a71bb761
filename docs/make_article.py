"""Make docs/article.html: a news page with the map of Weifang embedded twice."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, StrictUndefined

from geo.base.catalogue import number
from geo.choropleth.model import Choropleth
from geo.choropleth.pipeline import build
from geo.symbology.measures import Measure
from geo.web.embed import embed
from geo.web.frame import frame
from geo.web.map import alternative

DOCS = Path(__file__).resolve().parent
SPEC = DOCS.parent / "maps" / "weifang.toml"
EMBED = "../maps/weifang-embed.html"


def article(choropleth: Choropleth) -> str:
    """Return the page; every figure in its text comes from the map's own data."""
    made = embed(choropleth)
    total, rate = choropleth.measure("investment"), choropleth.measure("per_project")
    projects = stated(choropleth, "event", "projects")
    texts = {
        "headline": f"{projects}个项目同日开工，投资落在潍坊何处",
        "title": choropleth.spec.title,
        "description": alternative(choropleth),
        "source": f"来源：{choropleth.spec.source}",
        "projects": projects,
        "investment": stated(choropleth, "event", "investment"),
        "planned": stated(choropleth, "event", "planned"),
        "batch_projects": stated(choropleth, "batch", "projects"),
        "batch_investment": stated(choropleth, "batch", "investment"),
        "first": at_rank(choropleth, total, 1),
        "second": at_rank(choropleth, total, 2),
        "third": at_rank(choropleth, total, 3),
        "last": at_rank(choropleth, total, len(choropleth.districts)),
        "rate_first": at_rank(choropleth, rate, 1),
        "rate_overall": rate.format(rate.overall or 0),
        "types": types(choropleth),
    }
    maps = {
        "total_map": frame(choropleth, made, EMBED).html,
        "rate_map": frame(choropleth, made, f"{EMBED}#measure={rate.id}").html,
    }
    template = (DOCS / "article.template.html").read_text(encoding="utf-8")
    engine = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    return engine.from_string(template).render(texts | maps)


def stated(choropleth: Choropleth, scope: str, column: str) -> str:
    """Return a total as the source states it."""
    found = next(s for s in choropleth.stated if (s.scope, s.column) == (scope, column))
    return number(float(found.figure.value), 2)


def at_rank(choropleth: Choropleth, measure: Measure, rank: int) -> str:
    """Return the district of a rank with its value."""
    i = measure.ranks.index(rank)
    return f"{choropleth.districts['name'].iloc[i]}（{measure.text(i)}{measure.unit}）"


def types(choropleth: Choropleth) -> str:
    """Return projects and investment by type, in one sentence."""
    found = [s for s in choropleth.stated if s.scope == "type"]
    figures = {(s.label, s.column): number(float(s.figure.value), 2) for s in found}
    return "；".join(
        f"{label}{figures[label, 'projects']}个、{figures[label, 'investment']}亿元"
        for label in dict.fromkeys(s.label for s in found)
    )


if __name__ == "__main__":
    (DOCS / "article.html").write_text(article(build(SPEC)), encoding="utf-8")

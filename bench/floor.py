"""The floor: the least page that shows 16 districts and says their names and values on hover."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from geo.web.drawing import draw
from geo.web.embed_drawing import RESOLUTION, TOLERANCE

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth

PAGE = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>floor</title>
<style>svg{{width:100%;max-height:95vh}}path{{stroke:#fff}}#tip{{position:fixed;background:#fff}}
</style>
<svg viewBox="0 0 {width} {height}">{paths}</svg><div id="tip" hidden></div>
<script>
const tip = document.getElementById("tip");
document.querySelector("svg").onmousemove = (e) => {{
  const text = e.target.dataset.tip;
  tip.hidden = !text;
  if (text) tip.textContent = text;
  tip.style.left = e.clientX + 12 + "px";
  tip.style.top = e.clientY + 12 + "px";
}};
document.querySelector("svg").onmouseleave = () => (tip.hidden = true);
</script></html>
"""


def floor_page(choropleth: Choropleth) -> str:
    """Return the page, with the embed's own polygons and the colours of the first measure."""
    drawing = draw(choropleth.districts, resolution=RESOLUTION, tolerance=TOLERANCE)
    measure = choropleth.measure()
    paths = [
        f'<path fill="{measure.symbology.fills[i]}" data-tip="{escape(name)} '
        f'{measure.text(i)} {measure.unit}" d="{drawing.paths[i]}"/>'
        for i, name in enumerate(choropleth.districts["name"])
    ]
    return PAGE.format(width=drawing.width, height=drawing.height, paths="".join(paths))

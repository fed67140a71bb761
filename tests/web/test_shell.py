"""folium's shell: kept when the package is built, what folium renders, no id by chance."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from geo.web.shell import CRSS, MAP, rendered, shell, write_shells


@pytest.mark.parametrize("crs", CRSS)
def test_what_the_build_hook_kept_is_what_folium_renders(crs):
    assert shell(crs) == rendered(crs)


def test_a_shell_is_an_empty_map_in_its_crs_without_random_ids():
    for crs in CRSS:
        made = rendered(crs)
        assert made.script.startswith(f"var {MAP} = L.map(")
        assert f"crs: L.CRS.{crs}," in made.script
        assert made.div == f'<div class="folium-map" id="{MAP}" ></div>'
        assert made.style.startswith("<style>")
        assert not re.search(r"[0-9a-f]{32}|https?:", made.style + made.div + made.script)


def test_one_file_is_written_for_each_crs(tmp_path):
    write_shells(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "shell-EPSG3857.json",
        "shell-Simple.json",
    ]
    kept = json.loads((tmp_path / "shell-Simple.json").read_text(encoding="utf-8"))
    assert sorted(kept) == ["div", "script", "style"]


def test_a_page_is_built_without_importing_folium():
    """Its import takes longer than the page."""
    code = (
        "import sys; from geo.choropleth.pipeline import build; from geo.web.page import page;"
        "page(build('maps/weifang.toml')); sys.exit('folium' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

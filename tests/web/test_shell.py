"""folium's shell: what `make front` kept is what folium renders, no id by chance."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from geo.web import shell as module
from geo.web.shell import CRSS, rendered, script_module, shell

SCRIPT = Path(module.__file__).parent / "src" / "shell.js"


@pytest.mark.parametrize("crs", CRSS)
def test_the_element_that_is_kept_is_what_folium_renders(crs):
    assert "".join(shell()) == rendered(crs).div == '<div class="folium-map" id="map_1" ></div>'
    assert shell()[1] == "</div>"


def test_the_script_that_is_kept_is_what_folium_renders():
    assert SCRIPT.read_text(encoding="utf-8") == script_module()


@pytest.mark.parametrize("crs", CRSS)
def test_a_shell_is_an_empty_map_in_its_crs_without_random_ids(crs):
    made = rendered(crs)
    assert made.script.startswith("var map_1 = L.map(")
    assert f"crs: L.CRS.{crs}," in made.script
    assert not re.search(r"[0-9a-f]{32}|https?:", made.div + made.script)


def test_a_page_is_built_without_importing_folium():
    """Its import takes longer than the page."""
    code = (
        "import sys; from geo.choropleth.pipeline import build; from geo.web.page import page;"
        "page(build('maps/weifang.toml')); sys.exit('folium' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

"""Templates made ready: joined, minified."""

from __future__ import annotations

import json

from geo.web import assets
from geo.web.assets import (
    SCRIPTS,
    light_source,
    script_after_paint,
    source,
)
from geo.web.shorten import shortened


def test_the_short_script_is_that_of_these_sources_whenever_it_was_kept():
    """Whoever edits a template gets the new script, though the package keeps one of its build."""
    for code in (source(*SCRIPTS), "const total = 1;\nuse(total);"):
        assert light_source(code) == shortened(code)


def test_the_package_s_build_keeps_it_under_the_digest_of_its_sources(tmp_path, monkeypatch):
    assets.write_short(tmp_path)
    kept = json.loads((tmp_path / "embed-script.json").read_text(encoding="utf-8"))
    kept["script"] = "kept()"
    (tmp_path / "embed-script.json").write_text(json.dumps(kept), encoding="utf-8")
    monkeypatch.setattr(assets, "_VENDOR", tmp_path)
    assert light_source(source(*SCRIPTS)) == "kept()"
    assert light_source("use(1);") == "use(1);"


def test_scripts_of_others_run_first_in_the_scope_of_ours():
    made = script_after_paint("start", before="var theirs = 1;")
    body = made.partition("afterPaint(()=>{")[2]
    assert body.startswith("var theirs = 1;\n")
    assert body.endswith("syncControls();\n});")

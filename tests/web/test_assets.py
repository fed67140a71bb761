"""Templates made ready: filled once, minified, one theme or the reader's."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError

import pytest

from geo.web import assets
from geo.web.assets import (
    SCRIPTS,
    filled,
    light_source,
    script_after_paint,
    sizes,
    source,
    theme_style,
)
from geo.web.shorten import shortened


def test_what_is_put_into_a_slot_is_not_searched_for_slots():
    assert filled("<!--a-->-<!--b-->", {"a": "<!--b-->", "b": "x"}) == "<!--b-->-x"


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


@pytest.mark.parametrize(
    ("theme", "start", "dark"),
    [
        ("auto", ":root{color-scheme:light dark}@media (prefers-color-scheme:dark){", True),
        ("light", ":root{color-scheme:light}", False),
        ("dark", ":root{color-scheme:dark}@media screen{", True),
    ],
)
def test_a_theme_is_the_readers_or_fixed_and_paper_is_light(theme, start, dark):
    rules = theme_style(theme)
    assert rules.startswith(start)
    assert ("--bg:#131519" in rules) == dark


def test_the_sizes_are_read_once_typed_and_cannot_be_changed():
    assert sizes() is sizes()
    assert (sizes().beside_from, sizes().title.line, sizes().advances.narrow) == (900, 30, 0.33)
    with pytest.raises(FrozenInstanceError):
        sizes().side = 1


def test_a_character_is_narrow_or_wide_but_not_both():
    assert not set(sizes().narrow) & set(sizes().wide)

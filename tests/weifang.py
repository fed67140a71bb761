"""The map of Weifang, built once for all tests of a worker that need a whole one."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from geo.choropleth.model import Choropleth
from geo.choropleth.pipeline import build

SPEC = Path(__file__).resolve().parents[1] / "maps" / "weifang.toml"


@cache
def weifang() -> Choropleth:
    return build(SPEC)


def changed(**spec) -> Choropleth:
    """The map of Weifang with some of its spec changed."""
    old = weifang()
    return replace(old, spec=old.spec.model_copy(update=spec))

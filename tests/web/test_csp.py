"""Hashes of content security policies."""

from __future__ import annotations

from dataclasses import replace

from geo.web.csp import Policies, policies, source_hash
from geo.web.embed import Embed
from geo.web.frame import Frame

EMBED = Embed("", drawing=None, scripts=("a()", "b()"), styles=("p{}",))
FRAME = Frame("", style="i{}", loader="c()", inline=("b:1", "h:9"), paper="a.svg", room=(), ratio=1)


def test_the_hash_is_that_of_the_standards_own_example():
    """https://www.w3.org/TR/CSP3/#external-hash gives this digest for this script."""
    script = "alert('Hello, world.');"
    assert source_hash(script) == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


def test_the_embed_lets_in_its_own_parts_alone_and_the_article_adds_what_the_snippet_has():
    assert policies(EMBED, FRAME, "") == Policies(
        article=f"script-src {source_hash('c()')}; "
        f"style-src 'unsafe-hashes' {source_hash('i{}')} {source_hash('b:1')} "
        f"{source_hash('h:9')}; "
        "frame-src 'self'; img-src 'self'",
        open_article="frame-src 'self'; img-src 'self'",
        element=f"script-src 'self'; connect-src 'self'; style-src {source_hash('i{}')}",
        embed=f"default-src 'none'; script-src {source_hash('a()')} {source_hash('b()')}; "
        f"style-src {source_hash('p{}')}; img-src blob: data:; base-uri 'none'; "
        "form-action 'none'",
    )


def test_the_article_frames_the_site_the_embed_is_served_from():
    found = policies(EMBED, FRAME, "https://maps.example.org/2024/")
    sources = "frame-src https://maps.example.org; img-src https://maps.example.org"
    assert found.article.endswith(f"; {sources}")
    assert found.open_article == sources
    bare = policies(EMBED, replace(FRAME, paper=""), "https://maps.example.org/2024/")
    assert bare.open_article == "frame-src https://maps.example.org"

"""Hashes of content security policies."""

from __future__ import annotations

from geo.web.csp import Hashes, article_sources, csp, embed_policy, hashes, source_hash

PAGE = "<style>p{}</style><script>a()</script><script type='application/json'>{}</script>"


def test_the_hash_is_that_of_the_standards_own_example():
    """https://www.w3.org/TR/CSP3/#external-hash gives this digest for this script."""
    script = "alert('Hello, world.');"
    assert source_hash(script) == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


def test_data_blocks_need_no_hash_and_order_is_kept():
    assert hashes(PAGE + "<script>b()</script>") == Hashes(
        (source_hash("a()"), source_hash("b()")), (source_hash("p{}"),)
    )


def test_the_embeds_policy_lets_in_nothing_but_its_own_script_and_style():
    assert embed_policy(PAGE) == (
        f"default-src 'none'; script-src {source_hash('a()')}; style-src {source_hash('p{}')}; "
        "img-src blob: data:; base-uri 'none'; form-action 'none'"
    )


def test_the_article_adds_loader_style_and_where_the_frame_comes_from():
    own = f"script-src {source_hash('a()')}; style-src {source_hash('p{}')}; frame-src "
    assert article_sources(PAGE, "") == own + "'self'"
    assert (
        article_sources(PAGE, "https://maps.example.org/2024/") == own + "https://maps.example.org"
    )
    assert list(csp(PAGE, PAGE, "")) == ["embed", "article"]

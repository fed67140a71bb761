"""Content security policies: what a strict site has to allow, by the hash of its content."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Hashes:
    """Sources of a document's inline scripts and styles: ``'sha256-…'``, in their order."""

    scripts: tuple[str, ...]
    styles: tuple[str, ...]


def hashes(html: str) -> Hashes:
    """Return the hashes of the inline scripts and styles of a document or a part of one.

    Blocks of data (``type="application/json"``) need none.
    """
    return Hashes(
        tuple(map(source_hash, _SCRIPT.findall(html))),
        tuple(map(source_hash, _STYLE.findall(html))),
    )


def source_hash(text: str) -> str:
    """Return a CSP hash source (https://www.w3.org/TR/CSP3/#grammardef-hash-source)."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def csp(html: str, snippet: str, address: str) -> dict[str, str]:
    """Return the policies for the person who runs the site.

    Parameters
    ----------
    html : str
        The embed.
    snippet : str
        What is pasted into the article.
    address : str
        Of the folder the embed is served from; empty if it is the article's own site.

    Returns
    -------
    dict of str to str
        ``embed``: the whole policy of the embed's file; ``article``: what the article's policy has
        to allow besides its own.
    """
    return {"embed": embed_policy(html), "article": article_sources(snippet, address)}


def embed_policy(html: str) -> str:
    """Return the policy under which the embed's file works whole: nothing else is let in.

    ``blob:`` images are the embed's own, when it draws the PNG that a reader downloads.
    """
    found = hashes(html)
    return (
        f"default-src 'none'; script-src {' '.join(found.scripts)}; "
        f"style-src {' '.join(found.styles)}; img-src blob: data:; "
        "base-uri 'none'; form-action 'none'"
    )


def article_sources(snippet: str, address: str) -> str:
    """Return what the policy of an article has to allow besides its own: snippet and frame."""
    found = hashes(snippet)
    site = re.match(r"https?://[^/]+", address)
    frames = site[0] if site else "'self'"
    return (
        f"script-src {' '.join(found.scripts)}; style-src {' '.join(found.styles)}; "
        f"frame-src {frames}"
    )

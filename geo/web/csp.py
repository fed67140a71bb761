"""Content security policies: what a strict site has to allow, by the hash of its content."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.web.address import site

if TYPE_CHECKING:
    from geo.web.embed import Embed
    from geo.web.frame import Frame


@dataclass(frozen=True, slots=True)
class Policies:
    """Content security policies for the person who runs the site.

    Attributes
    ----------
    article : str
        What the article's policy has to allow besides its own: style, loader and frame.
    embed : str
        The whole policy of the embed's file; nothing else is let in.
    """

    article: str
    embed: str


def policies(embed: Embed, frame: Frame, address: str) -> Policies:
    """Return the policies for an embed and the snippet that shows it.

    Parameters
    ----------
    embed : Embed
    frame : Frame
        What is pasted into the article.
    address : str
        Of the folder the embed is served from; empty if it is the article's own site.

    Notes
    -----
    Blocks of data (``type="application/json"``) need no hash. ``blob:`` images are the embed's
    own, when it draws the PNG that a reader downloads.
    """
    # A policy names origins; a relative address is the article's own.
    frames = site(address) or "'self'"
    return Policies(
        article=f"script-src {_hashes([frame.loader])}; style-src {_hashes([frame.style])}; "
        f"frame-src {frames}",
        embed=f"default-src 'none'; script-src {_hashes(embed.scripts)}; "
        f"style-src {_hashes(embed.styles)}; img-src blob: data:; "
        "base-uri 'none'; form-action 'none'",
    )


def _hashes(texts: Iterable[str]) -> str:
    return " ".join(map(source_hash, texts))


def source_hash(text: str) -> str:
    """Return a CSP hash source (https://www.w3.org/TR/CSP3/#grammardef-hash-source)."""
    # Browsers hash the element's content byte for byte in UTF-8, white space included.
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"

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
        What an article's policy of hashes has to allow besides its own: style, loader,
        frame and picture.
    open_article : str
        What a policy with ``'unsafe-inline'`` has to allow: frame and picture alone.
    element : str
        What an article with `<geo-map>` has to allow instead: its script, and the embed fetched.
    embed : str
        The whole policy of the embed's file; nothing else is let in.
    """

    article: str
    open_article: str
    element: str
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
    own, when it draws the PNG that a reader downloads. A browser that meets a hash ignores
    ``'unsafe-inline'`` (https://www.w3.org/TR/CSP3/#allow-all-inline): to such a policy a hash
    must not be added, or the site's own inline scripts and styles stop.
    """
    # A policy names origins; a relative address is the article's own.
    frames = site(address) or "'self'"
    # The picture is asked for by those who print; a browser checks it all the same.
    shown = f"frame-src {frames}" + (f"; img-src {frames}" if frame.paper else "")
    fonts = "font-src data:; " if any("@font-face" in sheet for sheet in embed.styles) else ""
    styles = _hashes([frame.style, *frame.inline])
    return Policies(
        # Hashes of style attributes count only beside 'unsafe-hashes'.
        article=f"script-src {_hashes([frame.loader])}; style-src 'unsafe-hashes' {styles}; "
        + shown,
        open_article=shown,
        # The element's own style needs no source: it is made by its script.
        element=f"script-src {frames}; connect-src {frames}; style-src {_hashes([frame.style])}",
        embed=f"default-src 'none'; script-src {_hashes(embed.scripts)}; "
        f"style-src {_hashes(embed.styles)}; img-src blob: data:; "
        f"{fonts}base-uri 'none'; form-action 'none'",
    )


def _hashes(texts: Iterable[str]) -> str:
    return " ".join(map(source_hash, texts))


def source_hash(text: str) -> str:
    """Return a CSP hash source (https://www.w3.org/TR/CSP3/#grammardef-hash-source)."""
    # Browsers hash the element's content byte for byte in UTF-8, white space included.
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"

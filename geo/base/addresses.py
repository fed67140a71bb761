"""Which addresses a map may name: http, https, or relative."""

from __future__ import annotations

import re

#: Characters of a path (RFC 3986) but quotation marks and brackets, which end what it is put in.
_PATH = r"[A-Za-z0-9._~!$&()*+,;=:@%/?#-]*"
#: http or https with a host, which goes into a content security policy as it is; or no scheme.
_WHOLE = re.compile(rf"https?://(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d+)?(?:/{_PATH})?", re.I)
_RELATIVE = re.compile(rf"(?!//){_PATH}")


def is_address(url: str) -> bool:
    """Whether a text is an address of http or https, or a relative one."""
    # A colon before the first slash ends a scheme (RFC 3986, 4.2).
    return bool((_WHOLE if ":" in url.partition("/")[0] else _RELATIVE).fullmatch(url))


def checked_address(url: str) -> str:
    """Return an address as it is.

    Raises
    ------
    ValueError
        If it is none that a map may name.
    """
    if not is_address(url):
        raise ValueError(
            f"{url!r} is not an address. "
            "Write one such as https://maps.example.org/2024/ or ../maps/, without spaces; "
            "other letters than those of English are percent-encoded, a host is in punycode"
        )
    return url

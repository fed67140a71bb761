"""What is wrong with the files of a map, as far as it shows without a browser."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

#: What makes a formula of a cell, and the full-width forms that some locales read alike (OWASP).
FORMULA = re.compile("[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
#: The directives that the project's own policies have.
DIRECTIVES = {
    "default-src", "script-src", "style-src", "img-src", "connect-src", "frame-src", "font-src",
    "base-uri", "form-action", "object-src", "frame-ancestors", "worker-src",
}  # fmt: skip
_SVG_TAGS = {
    "svg", "g", "path", "text", "tspan", "title", "desc", "metadata", "defs", "style", "rect",
    "line", "circle", "use", "clipPath", "pattern", "polygon", "polyline", "image", "a", "marker",
    "symbol", "RDF", "Work", "type", "date", "format", "creator", "Agent", "source", "rights",
    "identifier", "language", "description", "publisher",
}  # fmt: skip


def faults(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield the kind of each fault and the words that show it."""
    for name, data in files.items():
        ending = name.rpartition(".")[2]
        text = "" if ending in {"png", "pdf"} else data.decode("utf-8", "replace")
        if ending == "html" and (found := _CONTROL.search(text)):
            yield "control character in HTML", f"{name}: {_around(text, found.start())}"
        if ending == "csv":
            yield from formulas(name, text)
        if ending in {"json", "geojson"} and (wrong := _no_json(text)):
            yield "JSON that cannot be read", f"{name}: {wrong}"
        if ending == "svg":
            yield from svg_faults(name, data)
        if ending == "pdf" and (wrong := _no_pdf(data)):
            yield "PDF that cannot be read", f"{name}: {wrong}"
        if name.endswith("-embed.txt"):
            yield from policy_faults(name, text)


def formulas(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield the cells of a CSV that a spreadsheet would calculate."""
    for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
        for cell in row:
            if FORMULA.match(cell) and not NUMBER.fullmatch(cell):
                yield "formula in CSV", f"{name}: {cell!r}"


def svg_faults(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Yield why an SVG is no XML, and what does not belong into it."""
    try:
        tree = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        yield "SVG that is no XML", f"{name}: {error}"
        return
    for node in tree.iter():
        tag = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else "?"
        if tag not in _SVG_TAGS:
            yield "foreign element", f"{name}: <{tag}>"
        for key, value in node.attrib.items():
            short = key.rpartition("}")[2]
            leads = short in {"href", "src"} and re.match(r"\s*(javascript:|https?:|//)", value)
            if short.startswith("on") or leads:
                yield "foreign element", f'{name}: {short}="{value}"'


def policy_faults(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield what a security policy allows that the project's own pages do not need."""
    start = text.find("\n<!-- 5. ") + 1  # no text from data begins a line with a comment
    end = text.find("\n<!-- 6. ", start)
    policies = text[start : end if end > 0 else len(text)]  # the comment that holds them
    if policies.startswith("<!--") and policies.count("-->") != 1:
        yield "foreign policy", f"{name}: the comment of the policies ends early"
    for line in re.findall(r"^.*(?:script-src|style-src|frame-src).*$", policies, re.MULTILINE):
        if line.startswith("<!--"):
            continue  # the heading of the policies
        policy = re.split(r"[\uff1a:]\s+(?=[a-z]+-[a-z]+ )", line)[
            -1
        ]  # before it stands when to take which
        for part in policy.split(";"):
            directive, *sources = part.split() or [""]
            if directive and directive not in DIRECTIVES:
                yield "foreign policy", f"{name}: {part.strip()}"
            for source in sources:
                if (directive, source) == ("style-src", "'unsafe-hashes'"):
                    continue  # style attributes with a hash of their own; no script runs by it
                host = re.fullmatch(r"https?://[A-Za-z0-9.\-:\[\]%]+", source)
                if not host and not re.fullmatch(
                    r"'(none|self|sha(256|384|512)-[\w+/=]+)'|blob:|data:", source
                ):
                    yield "foreign policy", f"{name}: {directive} {source}"


def _no_json(text: str) -> str:
    try:
        json.loads(text, parse_constant=lambda word: (_ for _ in ()).throw(ValueError(word)))
    except ValueError as error:
        return str(error)
    return ""


def _no_pdf(data: bytes) -> str:
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            problems = [str(p) for p in pdf.check_pdf_syntax()]
            actions = [k for k in ("/OpenAction", "/AA", "/Names") if k in pdf.Root]
            return "; ".join(problems + actions)
    except pikepdf.PdfError as error:
        return str(error)


def _around(text: str, at: int) -> str:
    return repr(text[max(at - 20, 0) : at + 20])

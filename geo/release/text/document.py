"""A press release in any of its files (text, HTML, Word, PDF) as plain text.

Tables come out as lines whose cells are separated by tabs, so that what follows need not know
what kind of file it was. Positions of numbers are positions in this text.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from geo.base.errors import MapError, Problem
from geo.base.text import decode
from geo.release.text.article import keep_article
from geo.release.text.separated import tabulated

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "caption", "center", "dd", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "nav", "ol", "option", "p", "pre", "section", "table",
        "title", "tr", "ul",
    }
)  # fmt: skip
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select"}
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|!--|html|head|body|div|p|table|ul|ol|article|"
    r"section|span|h[1-6]|meta|title|main|br)\b",
    re.IGNORECASE,
)
_MOST_SPANNED = 40  # columns or rows of one cell
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read_document(data: bytes, source: str) -> str:
    r"""Return the plain text of a document, recognised by its first bytes, not by its name.

    Parameters
    ----------
    data : bytes
        Text or HTML in UTF-8, UTF-16 or GB18030; .docx; PDF with a text layer.
    source : str
        The file's name, for messages.

    Returns
    -------
    str
        Line ends as ``\n``; cells of a table separated by tabs.

    Raises
    ------
    MapError
        If the document is empty, damaged, protected, scanned, or of another kind.
    """
    if data.startswith(b"%PDF-"):
        text = _pdf_text(data, source)
    elif data.startswith(b"PK\x03\x04"):
        text = _docx_text(data, source)
    elif data.startswith((b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        what = "is a Word file of the old kind (.doc, .rtf)"
        raise MapError(Problem(source, what, "Save it as .docx and try again."))
    else:
        text = decode(data, source)
        if _HTML.match(text):
            text = _html_text(text, source)
    if not text.strip():
        raise MapError(Problem(source, "is empty", "Give a file that has text in it."))
    return text


def _missing(source: str, package: str) -> MapError:
    remedy = "Install it: pip install 'geo-choropleth[documents]'."
    return MapError(Problem(source, f"cannot be read without the package {package}", remedy))


def _html_text(markup: str, source: str) -> str:
    try:
        from lxml import etree, html
    except ImportError:
        raise _missing(source, "lxml") from None
    # The text is decoded already; an encoding the page declares must not decode it again.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return ""
    try:
        root = keep_article(root, markup)
    except ImportError:
        raise _missing(source, "readability-lxml") from None
    _spread_cells(root)
    return _tidy("".join(_html_pieces(root, etree)))


def _spread_cells(root: Any) -> None:  # noqa: ANN401 - lxml has no types
    """Give cells over several columns or rows an empty cell for each further one."""
    for table in root.iter("table"):
        waiting: dict[int, int] = {}  # rows that a cell above still reaches into, by column
        for row in table.iter("tr"):
            at = 0
            for cell in [c for c in row if c.tag in ("td", "th")]:
                while waiting.get(at, 0):
                    waiting[at] -= 1
                    cell.addprevious(cell.makeelement("td"))
                    at += 1
                wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
                for column in range(at, at + wide):
                    waiting[column] = high - 1
                for _ in range(wide - 1):
                    cell.addnext(cell.makeelement("td"))
                at += wide


def _span(cell: Any, name: str) -> int:  # noqa: ANN401 - lxml has no types
    written = cell.get(name, "1").strip()
    return min(int(written), _MOST_SPANNED) if written.isdecimal() and int(written) else 1


def _html_pieces(root: Any, etree: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    """Yield text and white space in document order; a walk, not a recursion: pages nest deep."""
    unseen, cells = 0, 0
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if event in ("comment", "pi"):
            yield "" if unseen else _flat(node.tail)
            continue
        hidden = tag in _UNSEEN
        if event == "start":
            unseen += hidden
            cells += tag in ("td", "th")
            if tag == "br" or (tag in _BLOCKS and not (cells and tag != "tr")):
                yield " " if cells else "\n"
            yield "" if unseen else _flat(node.text)
            continue
        unseen -= hidden
        cells -= tag in ("td", "th")
        if tag in ("td", "th"):
            yield "\t"
        elif tag in _BLOCKS and tag != "tr":  # a row ends where the next begins
            yield " " if cells else "\n"
        yield "" if unseen else _flat(node.tail)


def _flat(text: str | None) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", text) if text else ""


def _tidy(text: str) -> str:
    """Take away white space that markup leaves: around lines, and more than one blank line."""
    lines = (re.sub(r" *\t *", "\t", line).strip(" \xa0").rstrip("\t") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def _docx_text(data: bytes, source: str) -> str:
    try:
        import docx
        from docx.opc.exceptions import PackageNotFoundError
    except ImportError:
        raise _missing(source, "python-docx") from None
    try:
        body = docx.Document(io.BytesIO(data)).element.body
    except (KeyError, ValueError, PackageNotFoundError, zipfile.BadZipFile, OSError):
        remedy = "Open it in a word processor and save it as .docx."
        raise MapError(Problem(source, "is not a Word document (.docx)", remedy)) from None
    lines = []
    for block in body:
        if block.tag == f"{_WORD}p":
            lines.append(_paragraph(block))
        elif block.tag == f"{_WORD}tbl":
            lines += ["", *_table_lines(block), ""]
        elif block.tag == f"{_WORD}sdt":
            lines += [_paragraph(p) for p in block.iter(f"{_WORD}p")]
    return "\n".join(lines) + "\n"


def _table_lines(table: Any) -> list[str]:  # noqa: ANN401 - lxml has no types
    return [
        "\t".join(
            " ".join(_paragraph(p).replace("\n", " ") for p in cell.iter(f"{_WORD}p"))
            + "\t" * (_columns(cell) - 1)
            for cell in row.iter(f"{_WORD}tc")
        )
        for row in table.iter(f"{_WORD}tr")
    ]


def _columns(cell: Any) -> int:  # noqa: ANN401 - lxml has no types
    """Return how many columns a cell is over."""
    span = next(cell.iter(f"{_WORD}gridSpan"), None)
    written = "" if span is None else str(span.get(f"{_WORD}val", ""))
    return min(int(written), _MOST_SPANNED) if written.isdecimal() and int(written) else 1


def _paragraph(paragraph: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Return a paragraph as a reader sees it: tracked insertions in, tracked deletions out."""
    pieces = []
    for node in paragraph.iter(f"{_WORD}t", f"{_WORD}tab", f"{_WORD}br", f"{_WORD}cr"):
        if any(above.tag in (f"{_WORD}del", _FALLBACK) for above in node.iterancestors()):
            continue
        if node.tag == f"{_WORD}t":
            pieces.append(node.text or "")
        elif node.getparent().tag == f"{_WORD}r":  # else a tab stop of the paragraph's format
            pieces.append("\t" if node.tag == f"{_WORD}tab" else "\n")
    return "".join(pieces)


def _pdf_text(data: bytes, source: str) -> str:
    try:
        import pypdfium2 as pdfium
    except ImportError:
        raise _missing(source, "pypdfium2") from None
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        what = "is protected by a password" if locked else "is a damaged PDF"
        raise MapError(Problem(source, what, "Give a copy that opens without.")) from None
    pages = []
    try:
        for page in document:
            layer = page.get_textpage()
            pages.append(layer.get_text_range())
            layer.close()
            page.close()
    finally:
        document.close()
    text = "\n".join(pages).replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "")
    if not text.strip():
        what = "is a PDF without text (scanned pages)"
        raise MapError(Problem(source, what, "Have it recognised (OCR), or copy the text."))
    return "\n".join(tabulated(text.split("\n")))

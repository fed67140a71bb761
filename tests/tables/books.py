"""Workbooks made by hand: as little of the format as a reader needs."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from xml.sax.saxutils import escape, quoteattr

import xlwt

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

#: As an office keeps it: title, unit, a head of two lines with merged cells, a total, a footnote.
OFFICE: list[list[object]] = [
    ["2023年青岛市重点项目", None, None],
    ["单位：亿元", None, None],
    ["区市", "2023年", None],
    [None, "项目（个）", "投资"],
    ["市南区", 12, 81.8],
    ["市北区", 7, 40],
    ["合计", 19, 121.8],
    ["注：本表为快报数", None, None],
]


def xlsx(
    sheets: dict[str, list[list[object]]], merged: dict[str, list[str]] | None = None
) -> bytes:
    """Return a workbook; a cell is a text, a number, a formula or None."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        kinds = "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.'
            'openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
            for n in range(1, len(sheets) + 1)
        )
        archive.writestr("[Content_Types].xml", (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName='
            '"/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            f'spreadsheetml.sheet.main+xml"/>{kinds}</Types>'))  # fmt: skip
        archive.writestr("_rels/.rels", (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" Type='
            f'"{_RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'))  # fmt: skip
        names = "".join(
            f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="r{n}"/>'
            for n, name in enumerate(sheets, start=1)
        )
        archive.writestr(
            "xl/workbook.xml",
            (f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELS}"><sheets>{names}</sheets></workbook>'),
        )
        links = "".join(
            f'<Relationship Id="r{n}" Type="{_RELS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n in range(1, len(sheets) + 1)
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            (f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'),
        )
        for n, (name, rows) in enumerate(sheets.items(), start=1):
            spans = (merged or {}).get(name, [])
            archive.writestr(f"xl/worksheets/sheet{n}.xml", _sheet(rows, spans))
    return out.getvalue()


def _sheet(rows: list[list[object]], merged: list[str]) -> str:
    body = "".join(
        f'<row r="{y}">'
        + "".join(_cell(f"{chr(65 + x)}{y}", v) for x, v in enumerate(row))
        + "</row>"
        for y, row in enumerate(rows, start=1)
    )
    spans = "".join(f'<mergeCell ref="{ref}"/>' for ref in merged)
    tail = f'<mergeCells count="{len(merged)}">{spans}</mergeCells>' if merged else ""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{body}</sheetData>{tail}</worksheet>'


def _cell(at: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith("="):  # as a program writes a formula
        return f'<c r="{at}"><f>{escape(value[1:])}</f></c>'
    if isinstance(value, int | float):
        return f'<c r="{at}"><v>{value!r}</v></c>'
    return f'<c r="{at}" t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'


_ODS = "urn:oasis:names:tc:opendocument:xmlns:"


def ods(name: str, rows: list[list[object]], spans: dict[str, tuple[int, int]]) -> bytes:
    """Return an OpenDocument sheet; `spans` are columns and rows of merged cells by their first."""
    covered = set()
    lines = []
    for y, row in enumerate(rows, start=1):
        cells = []
        for x, value in enumerate(row):
            at = f"{chr(65 + x)}{y}"
            wide, high = spans.get(at, (1, 1))
            covered |= {(x + i, y + j) for i in range(wide) for j in range(high)} - {(x, y)}
            if (x, y) in covered:
                cells.append("<table:covered-table-cell/>")
                continue
            span = f' table:number-columns-spanned="{wide}" table:number-rows-spanned="{high}"'
            cells.append(_ods_cell(value, span * (at in spans)))
        lines.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    spaces = " ".join(f'xmlns:{p}="{_ODS}{p}:1.0"' for p in ("office", "table", "text"))
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet><table:table "
        f"table:name={quoteattr(name)}>{''.join(lines)}</table:table></office:spreadsheet>"
        "</office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return out.getvalue()


def _ods_cell(value: object, span: str) -> str:
    if value is None:
        return f"<table:table-cell{span}/>"
    kind = (
        f'office:value-type="float" office:value="{value!r}"'
        if isinstance(value, int | float)
        else 'office:value-type="string"'
    )
    return (
        f"<table:table-cell {kind}{span}><text:p>{escape(str(value))}</text:p></table:table-cell>"
    )


def xls(rows: list[list[object]], merged: tuple[tuple[int, int, int, int], ...] = ()) -> bytes:
    """Return a workbook of Excel 97 to 2003; `merged` are first and last rows and columns."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("数据")
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            if value is not None:
                style = (
                    xlwt.easyxf(num_format_str="YYYY-MM-DD") if isinstance(value, date) else None
                )
                sheet.write(y, x, value, *([style] if style else []))
    for top, foot, left, right in merged:
        sheet.merge(top, foot, left, right)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()

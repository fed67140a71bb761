# ruff: noqa: E501 - examples stay on one line
"""Every file a release comes in gives the same text, and says clearly when it cannot be read."""

from __future__ import annotations

import io

import pytest

from geo.base.errors import MapError
from geo.release.extract import extract, read_release
from geo.release.model import release_table
from geo.release.text.document import read_document

TEXT = "奎文区16个，总投资81.8亿元；潍城区15个，总投资84.5亿元。"
FIGURES = [("奎文区", 16, 81.8), ("潍城区", 15, 84.5)]


def figures(release) -> list[tuple[str, float, float]]:
    return [(r.name, *(float(c.figure.value) for c in r.cells)) for r in release.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_text_in_the_encodings_of_offices(tmp_path, encoding):
    path = tmp_path / "release.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert figures(read_release(path)) == FIGURES


def test_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("gb18030"))))
    release = read_release("-")
    assert (release.source, figures(release)) == ("standard input", FIGURES)


HTML = """<!DOCTYPE html><html><head><meta charset="gb2312"><title>开工</title>
<style>.a{width:16px}</style><script>var n = "坊子区99个，总投资99亿元";</script></head>
<body><nav>首页</nav><p>奎文区<b>16</b>个，总投资<span>81.8</span>亿元；</p><!-- 坊子区8个 -->
<p>潍城区15个，<br>总投资84.5亿元。</p></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_web_page_without_its_scripts_and_comments(tmp_path, encoding):
    path = tmp_path / "release.html"
    path.write_bytes(HTML.encode(encoding))
    assert figures(read_release(path)) == FIGURES


def test_a_table_of_a_web_page():
    rows = "".join(f"<tr><td>{n}</td><td>{c}</td><td><p>{m}</p></td></tr>" for n, c, m in FIGURES)
    head = "<tr><th>县市区</th><th>项目数<br>（个）</th><th>总投资（亿元）</th></tr>"
    page = f"<html><body><table>{head}{rows}</table></body></html>"
    assert figures(extract(read_document(page.encode(), "page.html"))) == FIGURES


def test_a_word_document_with_a_table_and_tracked_changes():
    docx = pytest.importorskip("docx")
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    paragraph = document.add_paragraph("奎文区")
    for xml in (
        f"<w:del {nsdecls('w')}><w:r><w:delText>99个</w:delText></w:r></w:del>",
        f"<w:ins {nsdecls('w')}><w:r><w:t>16个</w:t></w:r></w:ins>",
        f"<w:r {nsdecls('w')}><w:t>，总投资81.8亿元。</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(xml))
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip(
        table._cells, ["县市区", "项目数", "总投资（亿元）", "潍城区", "15", "84.5"], strict=True
    ):
        cell.text = text
    data = io.BytesIO()
    document.save(data)
    assert figures(extract(read_document(data.getvalue(), "release.docx"))) == FIGURES


def pdf(text: str) -> bytes:
    """Make a PDF with a text layer, by the printing of a browser's peer: matplotlib's own writer."""
    from matplotlib import font_manager
    from matplotlib.backends.backend_pdf import FigureCanvasPdf
    from matplotlib.figure import Figure
    from pylopdf_fonts_zh_cn import __file__ as package

    font = next(p for p in __import__("pathlib").Path(package).parent.rglob("*Sans*.[ot]tf"))
    figure = Figure(figsize=(6, 8))
    properties = font_manager.FontProperties(fname=str(font), size=10)
    figure.text(0.05, 0.95, text, va="top", fontproperties=properties)
    data = io.BytesIO()
    from matplotlib import rc_context

    with rc_context({"pdf.fonttype": 42}):
        FigureCanvasPdf(figure).print_pdf(data)
    return data.getvalue()


def test_a_pdf_whose_lines_are_broken_anywhere():
    text = "奎文区集中开工重大项目共16个，总投\n资81.8亿元，全部为本年度新开工项目；潍\n城区15个，总投资84.5亿元。"
    assert figures(extract(read_document(pdf(text), "release.pdf"))) == FIGURES


def test_lines_wrapped_in_the_middle_of_a_word():
    text = (
        "奎文区坚持项目为王鲜明导向，集中开工重大项目16个，总投\n"
        "资81.8亿元，涵盖先进制造、现代物流等多个领域；潍城区开\n"
        "工项目15个，总投资84.5亿元，全部为今年新开工的重点项目。\n"
    )
    assert figures(extract(text)) == FIGURES


ERRORS = {
    b"": "release: is empty. Give a file that has text in it.",
    b"%PDF-1.4 broken": "release: is a damaged PDF. Give a copy that opens without.",
    b"PK\x03\x04 broken": "release: is not a Word document (.docx). Open it in a word processor and save it as .docx.",
    b"\xd0\xcf\x11\xe0 old": "release: is a Word file of the old kind (.doc, .rtf). Save it as .docx and try again.",
    b"{\\rtf1 old}": "release: is a Word file of the old kind (.doc, .rtf). Save it as .docx and try again.",
    b"<html><body></body></html>": "release: is empty. Give a file that has text in it.",
}  # fmt: skip


@pytest.mark.parametrize(("data", "message"), ERRORS.items(), ids=list(ERRORS.values()))
def test_what_cannot_be_read_is_refused_in_one_sentence(data, message):
    with pytest.raises(MapError) as error:
        read_document(data, "release")
    assert str(error.value) == message


def test_a_scanned_pdf_is_refused():
    with pytest.raises(MapError) as error:
        read_document(pdf(""), "scan.pdf")
    assert str(error.value) == (
        "scan.pdf: is a PDF without text (scanned pages). Have it recognised (OCR), or copy the text."
    )


def test_a_release_of_two_events_is_no_single_table():
    release = extract("奎文区签约16个，开工10个。", source="release.txt")
    with pytest.raises(MapError) as error:
        release_table(release)
    assert str(error.value) == (
        "release.txt: has figures of 2 events: 签约, 开工. "
        "Extract the one to be mapped with `geo extract --event N -o table.csv`."
    )
    assert release_table(release, event=1).columns["projects"].numbers == (10,)


def test_a_text_without_figures_is_no_table():
    with pytest.raises(MapError) as error:
        release_table(extract("今天天气很好。", source="release.txt"))
    assert str(error.value) == (
        "release.txt: states no figures of districts. Look at it with `geo extract --review`."
    )


def test_a_cell_over_several_columns_or_rows_leaves_the_others_in_their_place():
    markup = (
        "<table><tr><td rowspan=2>地区</td><td colspan=2>竣工</td></tr>"
        "<tr><td>项目数</td><td>总投资</td></tr><tr><td>奎文区</td><td>5</td><td>20</td></tr></table>"
    )
    text = read_document(markup.encode(), "a.html")
    assert text.strip().splitlines() == ["地区\t竣工", "\t项目数\t总投资", "奎文区\t5\t20"]


@pytest.mark.parametrize("span", ["0", "-1", "x", "999999999"])
def test_a_span_that_cannot_be_is_a_single_cell_or_a_bounded_one(span):
    markup = f"<table><tr><td colspan='{span}'>地区</td><td>项目数</td></tr></table>"
    assert len(read_document(markup.encode(), "a.html")) < 60

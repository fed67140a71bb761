"""A plate in Arabic: mirrored, shaped, and read back in the order of reading."""

from __future__ import annotations

import io
import re
from unicodedata import normalize

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from geo.plate.compose import compose
from geo.plate.files.pdf_page import Letters
from geo.plate.plates import plates
from geo.plate.sheet import Area, Block, Disc, Strokes, Words, line, mirrored, rectangle
from geo.plate.style import faces_of
from geo.plate.subject import subject_of
from geo.spec.plate import PlateSpec
from geo.spec.style import FontsSpec
from tests.plate.plates import with_plates
from tests.weifang import changed

TITLE = "انطلاق 264 مشروع كبير في ويفانغ"
NOTE = "حدود مناطق التنمية تقريبية."


@pytest.fixture(scope="module")
def weifang_in_arabic():
    return changed(language="ar", title=TITLE, dek="حسب المحافظة", source="ويفانغ", notes=(NOTE,))


@pytest.fixture(scope="module")
def files(weifang_in_arabic):
    plate = PlateSpec(formats=("png", "svg", "pdf"), bars=True, circles="projects")
    return plates(with_plates(weifang_in_arabic, plate))


def test_a_pdf_is_read_back_in_the_order_of_reading(files):
    page = pypdfium2.PdfDocument(files["weifang.pdf"])[0]
    text = normalize("NFKC", page.get_textpage().get_text_range())
    lines = text.splitlines()
    assert TITLE in re.sub(r"\s+", " ", text)
    assert NOTE in lines
    assert "المصدر: ويفانغ" in lines
    assert {"Zhucheng", "151.1"} <= {*lines}


def test_what_is_read_begins_at_the_right_and_numbers_rise_to_the_right(weifang_in_arabic):
    made = compose(subject_of(weifang_in_arabic, PlateSpec(bars=True), "t"))
    edge = max(w.box.right for w in made.words)
    starts = {w.text: w.box.right for w in made.words}
    assert [starts[text] for text in (TITLE, "حسب المحافظة", NOTE)] == pytest.approx([edge] * 3)
    legend = [w for w in made.words if w.text in {"0", "50", "90", "130", "170", "200"}]
    assert [w.text for w in sorted(legend, key=lambda w: w.x)] == [
        "0",
        "50",
        "90",
        "130",
        "170",
        "200",
    ]
    names = [w for w in made.words if w.text == "Gaomi"]
    rows = [(n, w) for n in names for w in made.words if w.text == "78" and abs(n.y - w.y) < 0.1]
    assert rows
    assert all(value.box.right < name.x for name, value in rows)  # bars run to the left


def test_a_browser_is_told_the_direction_and_has_what_joins_the_letters(files):
    svg = files["weifang.svg"].decode()
    assert 'xml:lang="ar"' in svg
    title = re.search(
        rf'<text class="serif-shaped" x="([\d.]+)"[^>]*direction="rtl"[^>]*>{TITLE}', svg
    )
    assert title
    assert "plate-sans-shaped0" in svg
    assert "no-common-ligatures" in svg


def test_every_glyph_of_the_plate_is_in_the_font_that_shows_it(weifang_in_arabic):
    made = compose(subject_of(weifang_in_arabic, PlateSpec(), "t"))
    found = Letters(faces_of(PlateSpec(), FontsSpec(), "t", "ar"))
    found.collect(made.words)
    cuts = [cut for _, cut in found.used()]
    assert not found.characters  # every line is shaped
    shown = {g.id for w in made.words for g in found.faces[w.face].glyphs(w.text)}
    assert shown == {gid for cut in cuts for gid in cut.codes}
    assert all(set(cut.codes.values()) == {*cut.widths} == {*cut.texts} for cut in cuts)


def test_the_picture_has_ink_where_the_title_begins(files):
    image = np.asarray(Image.open(io.BytesIO(files["weifang.png"])).convert("L"))
    top = image[: image.shape[0] // 25]
    half = image.shape[1] // 2
    assert (top[:, half:] < 128).sum() > 4 * (top[:, :half] < 128).sum()


def test_the_mirror_image_of_a_block_has_readable_texts_on_the_other_side():
    words = Words(1, 5, "a", 9, 3, "sans", "#000000")
    marks = (words, Disc(2, 1, 0.5), Strokes((line((0, 0), (4, 1)),), "#000000", 1),
             Area((rectangle(0, 0, 2, 1),)))  # fmt: skip
    text, disc, strokes, area = mirrored(Block(10, 6, marks)).marks
    assert (text.x, text.y, text.text) == (6, 5, "a")
    assert (disc.x, disc.radius) == (8, 0.5)
    assert strokes.paths[0].tolist() == [[10, 0], [6, 1]]
    assert area.rings[0][:, 0].min() == 8

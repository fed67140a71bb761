"""PDF/X-4 (ISO 15930-7:2010), point by point, read back with pikepdf."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise

import pikepdf
import pytest

from geo.plate.plates import plates
from geo.spec.plate import PlateSpec
from tests.plate.plates import file, with_plates
from tests.plate.press_profile import cmyk_profile
from tests.weifang import weifang


@pytest.fixture(scope="module")
def profile(tmp_path_factory):
    path = tmp_path_factory.mktemp("press") / "newsprint.icc"
    path.write_bytes(cmyk_profile())
    return path


@pytest.fixture(scope="module")
def data(profile) -> bytes:
    plate = PlateSpec(
        size="a4", color="cmyk", profile=profile, bleed_mm=3, crop_marks=True, hatch=True,
        circles="projects", formats=("pdf",),
    )  # fmt: skip
    return plates(with_plates(weifang(), plate))["weifang.pdf"]


@pytest.fixture(scope="module")
def press(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for thing in pdf.objects:
        if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            yield thing


def test_the_file_says_that_it_is_pdf_x_4_where_old_and_new_readers_look(press, data):
    assert data.startswith(b"%PDF-1.6\n")
    metadata = press.open_metadata()
    assert metadata["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
    assert str(press.docinfo["/GTS_PDFXVersion"]) == "PDF/X-4"
    assert "/GTS_PDFXConformance" not in press.docinfo


def test_metadata_are_there_and_those_in_both_places_agree(press):
    metadata = press.open_metadata()
    assert metadata["dc:title"] == str(press.docinfo.Title) == weifang().spec.title
    assert metadata["pdf:Trapped"] == "False"
    assert {metadata[f"xmp:{n}Date"] for n in ("Create", "Modify", "Metadata")} == {
        "2000-01-01T00:00:00Z"
    }
    assert metadata["xmpMM:DocumentID"].startswith("uuid:")
    assert metadata["xmpMM:VersionID"] == "1"
    assert metadata["xmpMM:RenditionClass"] == "default"
    assert press.docinfo.Trapped == pikepdf.Name("/False")
    assert str(press.docinfo.CreationDate) == str(press.docinfo.ModDate) == "D:20000101000000Z"


def test_the_output_intent_names_the_press_and_holds_its_profile(press, profile):
    (intent,) = press.Root.OutputIntents
    assert intent.S == "/GTS_PDFX"
    assert str(intent.OutputConditionIdentifier) == "newsprint"
    assert str(intent.Info) == "press"  # as the profile calls itself
    assert intent.DestOutputProfile.N == 4
    assert intent.DestOutputProfile.read_bytes() == profile.read_bytes()
    assert profile.read_bytes()[12:20] == b"prtrCMYK"


def test_every_colour_is_in_the_inks_that_the_output_intent_means(press):
    operators = {str(op) for _, op in pikepdf.parse_content_stream(press.pages[0])}
    assert {"k", "K"} <= operators
    assert not operators & {"rg", "RG", "g", "G", "cs", "CS", "sc", "scn", "sh", "Do", "gs", "BI"}
    assert set(press.pages[0].Resources) == {"/Font"}
    assert not [d for d in dictionaries(press) if d.get("/Subtype") in {"/Image", "/Form"}]


def test_every_box_lies_in_the_next_larger_one(press):
    page = press.pages[0].obj
    boxes = [[float(v) for v in page[f"/{name}Box"]] for name in ("Trim", "Bleed", "Crop", "Media")]
    for (a, b, c, d), (left, foot, right, top) in pairwise(boxes):
        assert left <= a < c <= right
        assert foot <= b < d <= top
    assert "/ArtBox" not in page
    assert "/UserUnit" not in page


def test_fonts_are_embedded_and_say_what_they_show(press):
    fonts = press.pages[0].Resources.Font
    assert len(fonts) == 2
    for font in fonts.values():
        assert "/FontFile3" in font.DescendantFonts[0].FontDescriptor
        assert "/ToUnicode" in font


def test_nothing_is_transparent_encrypted_attached_or_acts(press):
    assert not press.is_encrypted
    assert len(press.pages) == 1
    banned = {
        "/Group", "/SMask", "/OC", "/OpenAction", "/AA", "/JavaScript", "/JS", "/EmbeddedFiles",
        "/AcroForm", "/Annots", "/OPI", "/Alternates", "/TR", "/TR2", "/HTP", "/PS", "/Encrypt",
        "/XFA", "/PresSteps", "/Action", "/A1",
    }  # fmt: skip
    for thing in [*dictionaries(press), press.trailer]:
        assert not banned & set(thing.keys())
        assert thing.get("/Type") != "/Action"


def test_the_identifier_is_the_contents_own(press, data, profile):
    first, second = press.trailer.ID
    assert bytes(first) == bytes(second)
    plate = PlateSpec(size="column", color="cmyk", profile=profile, formats=("pdf",))
    once, again = (plates(with_plates(weifang(), plate))["weifang.pdf"] for _ in range(2))
    assert once == again != data
    other = pikepdf.open(io.BytesIO(once))
    assert bytes(other.trailer.ID[0]) != bytes(first)
    one, two = press.open_metadata(), other.open_metadata()
    assert one["xmpMM:DocumentID"] != two["xmpMM:DocumentID"]


@pytest.mark.parametrize("plate", [{"color": "rgb"}, {"color": "cmyk"}, {"color": "grey"}])
def test_a_plate_without_the_profile_of_a_press_does_not_pretend(plate):
    made = file("pdf", size="column", **plate)
    pdf = pikepdf.open(io.BytesIO(made))
    assert b"PDF/X" not in made
    assert "/Trapped" not in pdf.docinfo
    for intent in pdf.Root.get("/OutputIntents", []):
        assert intent.S == "/GTS_PDFA1"

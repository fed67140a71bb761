"""What the hostile proof looks for in files is found when it is planted there."""

from __future__ import annotations

import pytest

from proofs.hostile.outputs import faults
from proofs.hostile.trial import smallest

SVG = '<svg xmlns="http://www.w3.org/2000/svg">%s</svg>'


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("map.html", "a\x00b", "control character in HTML"),
        ("map.csv", "name\r\n=1+1\r\n", "formula in CSV"),
        ("map.csv", "name\r\n＝1+1\r\n", "formula in CSV"),
        ("map-embed.json", '{"a":NaN}', "JSON that cannot be read"),
        ("map.geojson", '{"a":', "JSON that cannot be read"),
        ("map.svg", SVG % "\x01", "SVG that is no XML"),
        ("map.svg", SVG % "<script/>", "foreign element"),
        ("map.svg", SVG % '<g onload="x"/>', "foreign element"),
        ("map-embed.txt", "script-src * 'unsafe-inline'", "foreign policy"),
        ("map-embed.txt", "frame-src https://x--", "foreign policy"),
        (
            "map-embed.txt",
            "a\n<!-- 5. x --> default-src 'self'\n-->\n<!-- 6. -->",
            "foreign policy",
        ),
        ("map.pdf", "%PDF-1.4", "PDF that cannot be read"),
    ],
)
def test_a_planted_fault_is_found(name, text, kind):
    if kind == "foreign policy" and text.endswith("--"):
        text += "&"
    assert kind in [found for found, _ in faults({name: text.encode()})]


def test_sound_files_have_no_faults():
    files = {
        "map.html": "<p>a\tb\n</p>",
        "map.csv": "name,a\r\n甲区,-1.5\r\n'=1,+2\r\n",
        "map.svg": SVG % "<g><path/></g>",
        "map-embed.json": '{"a":1}',
        "map-embed.txt": "若 script-src 含 'unsafe-inline'，增加： script-src 'sha256-abc='; "
        "style-src 'unsafe-hashes' 'sha256-abc='; frame-src https://maps.example",
    }
    assert list(faults({name: text.encode() for name, text in files.items()})) == []


def test_a_fault_is_traced_to_the_field_that_leads_to_it():
    texts = dict.fromkeys("abcdefgh", "x")
    assert set(smallest(texts, lambda some: "f" in some)) == {"f"}
    assert smallest(texts, lambda some: {"a", "h"} <= set(some)) == texts

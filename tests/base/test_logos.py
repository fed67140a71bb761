"""A logo only shows: an SVG that could run, or ask another host, is refused."""

from __future__ import annotations

import pytest

from geo.base.errors import MapError
from geo.base.logos import read_logo

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"{}>{}</svg>'


def logo(tmp_path, attributes="", inner="", name="l.svg"):
    path = tmp_path / name
    path.write_text(SVG.format(attributes, inner), encoding="utf-8")
    return path


def test_a_logo_of_shapes_is_a_data_uri(tmp_path):
    found = read_logo(logo(tmp_path, inner='<path fill="#123456" d="M0 0h9v9z"/>'))
    assert (found.kind, found.width, found.height) == ("svg", 40, 20)
    assert found.address.startswith("data:image/svg+xml;base64,")


@pytest.mark.parametrize(
    ("attributes", "inner", "what"),
    [
        ("", "<script>1</script>", "an element <script>"),
        ("", "<foreignObject/>", "an element <foreignObject>"),
        ("", "<style>@import url(x)</style>", "an element <style>"),
        ("", "<image href='https://a.org/x.png'/>", "an element <image>"),
        (' onload="alert(1)"', "", "an attribute onload"),
        ("", "<use href='https://a.org/x.svg#a'/>", "an address, 'https://a.org/x.svg#a'"),
        ("", "<path fill='url(https://a.org/x)'/>", "an address, 'url(https://a.org/x)'"),
    ],
)
def test_what_does_more_than_show_is_refused(tmp_path, attributes, inner, what):
    path = logo(tmp_path, attributes, inner)
    with pytest.raises(MapError) as error:
        read_logo(path)
    assert str(error.value) == (
        f"{path}: has {what}. Save it as plain shapes, with texts turned into paths."
    )


def test_a_png_has_its_size_in_its_head(tmp_path):
    from PIL import Image

    Image.new("RGB", (30, 10)).save(tmp_path / "l.png")
    found = read_logo(tmp_path / "l.png")
    assert (found.kind, found.width, found.height) == ("png", 30, 10)


def test_another_file_a_large_one_and_one_without_a_size_are_refused(tmp_path):
    other = tmp_path / "l.gif"
    other.write_bytes(b"GIF89a")
    with pytest.raises(MapError) as error:
        read_logo(other)
    assert str(error.value) == f"{other}: is neither SVG nor PNG. Save the logo as one of them."
    other.write_bytes(b"<svg" + b"x" * 59_997)
    with pytest.raises(MapError) as error:
        read_logo(other)
    assert str(error.value) == (
        f"{other}: has 60,001 bytes, more than 60,000. Every reader loads it: save a smaller one."
    )
    other.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    with pytest.raises(MapError, match=r'has no size. Give it a viewBox="0 0 WIDTH HEIGHT".'):
        read_logo(other)


@pytest.mark.parametrize("box", ["a b c d", "0 0 0 9", "0 0 9", "0 0 9 -9"])
def test_a_size_that_is_none_is_refused(tmp_path, box):
    path = tmp_path / "l.svg"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"/>')
    with pytest.raises(MapError) as error:
        read_logo(path)
    assert str(error.value) == f'{path}: has no size. Give it a viewBox="0 0 WIDTH HEIGHT".'


def test_a_png_that_is_cut_off_is_refused(tmp_path):
    from PIL import Image

    path = tmp_path / "l.png"
    Image.new("RGB", (30, 10)).save(path)
    whole = path.read_bytes()
    for kept in (8, 30, -1):
        path.write_bytes(whole[:kept])
        with pytest.raises(MapError) as error:
            read_logo(path)
        assert str(error.value) == f"{path}: is cut off: no whole PNG. Save the logo again."

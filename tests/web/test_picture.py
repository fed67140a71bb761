"""The plate as a small picture: the social card first, none without an image."""

from __future__ import annotations

from geo.spec.plate import PlateSpec
from geo.web.picture import PictureView, picture, plate_file
from geo.web.render import render
from tests.weifang import changed, weifang


def test_the_picture_is_the_plate_with_its_facts_and_leads_to_the_page():
    found = picture(weifang())
    assert found == PictureView(
        "weifang.png", "weifang.svg", found.alt, weifang().spec.title, "weifang.html"
    )
    assert found.alt.startswith(f"{weifang().spec.title}：")
    assert "高新区 196.7 亿元" in found.alt
    assert render("picture.txt", found) == (
        '<figure><a href="weifang.html"><picture>'
        '<source type="image/svg+xml" srcset="weifang.svg">'
        f'<img src="weifang.png" alt="{found.alt}"></picture></a>'
        f"<figcaption>{found.caption}</figcaption></figure>\n"
    )


def test_without_an_image_of_a_plate_there_is_no_picture():
    none = changed(outputs=("html", "embed"))
    assert plate_file(none, "png") == ""
    assert picture(none) is None


def test_a_vector_alone_is_the_image():
    text = render("picture.txt", picture(changed(outputs=("embed", "svg"))))
    assert '<picture><img src="weifang.svg"' in text


def test_the_social_card_comes_first():
    card = changed(plates=(PlateSpec(), PlateSpec(name="card", size="social")))
    assert plate_file(card, "png") == "weifang-card.png"


def test_the_caption_and_the_facts_are_those_of_the_measure_on_the_plate():
    first, second, *rest = weifang().spec.measures
    own = second.model_copy(update={"title": "诸城市项目最多"})
    found = picture(changed(measures=(first, own, *rest), plates=(PlateSpec(measure="projects"),)))
    assert found.caption == "诸城市项目最多"
    assert found.alt.startswith("诸城市项目最多：")
    assert picture(changed(plates=(PlateSpec(title="小标题"),))).caption == "小标题"

"""The spec of a dashboard is checked whole, and its paths are relative to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.spec.dashboard import read_dashboard

PAGES = '[[pages]]\nspec = "m.toml"\n[[pages]]\nspec = "m.toml"\nmeasure = "b"\ndek = ""\n'


def written(folder: Path, text: str) -> Path:
    (folder / "m.toml").write_text("")
    path = folder / "d.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_pages_have_absolute_paths_and_texts_of_their_own(tmp_path: Path):
    spec = read_dashboard(written(tmp_path, f'title = "t"\n{PAGES}'))
    assert [page.spec for page in spec.pages] == [tmp_path / "m.toml"] * 2
    assert [(page.measure, page.dek) for page in spec.pages] == [("", None), ("b", "")]
    assert (spec.dek, spec.size) == ("", "a4")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f'titel = "t"\n{PAGES}',
            "d.toml, title: is missing. Add the key 'title'.\n"
            "d.toml, titel: unknown key 'titel'. Did you mean title?",
        ),
        ('title = "t"', "d.toml, pages: is missing. Add the key 'pages'."),
        ('title = "t"\npages = []', "d.toml, pages: is empty."),
        (
            'title = "t"\n[pages]\nspec = "m.toml"',
            "d.toml, pages: is written as a single table. "
            "Write [[pages]] in double brackets, once for each.",
        ),
        (
            'title = "t"\n[[pages]]\nspec = "n.toml"',
            "d.toml, pages[1].spec: no such file 'n.toml'. Did you mean d.toml or m.toml?",
        ),
    ],
)
def test_what_is_wrong_is_named(text: str, said: str, tmp_path: Path):
    path = written(tmp_path, text)
    with pytest.raises(MapError) as error:
        read_dashboard(path)
    assert str(error.value).replace(f"{tmp_path}/", "") == said

"""A file of the package that is missing or damaged is named, before half a page is made of it."""

from __future__ import annotations

import base64
import hashlib
import tomllib
from importlib import resources
from pathlib import Path

import pytest

from geo.base import packaged as module
from geo.base.errors import MapError
from geo.base.packaged import Recorded, packaged, packaged_json, version

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = b"draw();\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of one script, as an installer wrote it, with its record."""
    script = tmp_path / "web" / "page.js"
    script.parent.mkdir()
    script.write_bytes(SCRIPT)
    digest = base64.urlsafe_b64encode(hashlib.sha256(SCRIPT).digest()).decode().rstrip("=")
    record = {script: Recorded(len(SCRIPT), digest)}
    monkeypatch.setattr(module, "files", lambda _: tmp_path)
    monkeypatch.setattr(module, "recorded", lambda _: record)
    return script


@pytest.mark.usefixtures("package")
def test_a_file_as_it_was_installed_is_read():
    assert packaged("web", "page.js") == SCRIPT.decode()


@pytest.mark.parametrize("content", [b"", b"draw(", b"draw();\n//", b"\xff\xfe", None])
def test_a_damaged_file_is_named(package: Path, content: bytes | None):
    if content is None:
        package.unlink()
    else:
        package.write_bytes(content)
    with pytest.raises(MapError) as error:
        packaged("web", "page.js")
    assert str(error.value) == f"{package}: is missing or damaged. Install geo-choropleth again."


def test_half_a_json_file_is_named_without_a_record_too(package: Path, monkeypatch):
    monkeypatch.setattr(module, "recorded", lambda _: {})
    (package.parent / "zh.json").write_bytes(b'{"a": ')
    with pytest.raises(MapError) as error:
        packaged_json("web", "zh.json")
    assert str(error.value).endswith(
        "zh.json: is missing or damaged. Install geo-choropleth again."
    )


def test_the_record_of_an_installed_package_has_its_files_with_size_and_digest():
    place = Path(str(resources.files("rich") / "table.py"))
    data = place.read_bytes()
    noted = module.recorded("rich")[place]
    assert noted.size == len(data)
    assert noted.digest == module._digest(data)


def test_a_source_tree_has_no_record():
    assert module.recorded("no-such-distribution") == {}


def test_the_version_is_that_of_the_project():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert version() == project["version"]

"""The same input gives the same bytes, wherever and however it is built."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
COMMITTED = {
    path.name: path.read_bytes()
    for path in (ROOT / "maps").glob("weifang*")
    if path.suffix != ".toml" and "-four" not in path.name
}
# Each differs from here in all that it names: what leaves no trace together leaves none alone.
PLACES = {
    "another time zone, locale and order of hashing, one thread, a narrow ASCII terminal": {
        "TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "999",
        "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "COLUMNS": "20",
        "SOURCE_DATE_EPOCH": "1", "PYTHONIOENCODING": "ascii",
    },
    "optimized code, in which no assertion runs": {"PYTHONOPTIMIZE": "2", "LC_ALL": "C"},
}  # fmt: skip


def built(spec: Path, out: Path, *options: str, **environment: str) -> dict[str, bytes]:
    """The files of a build in a process of its own, whose working folder is another one."""
    command = [sys.executable, "-m", "geo", "build", str(spec), "--out", str(out), *options]
    settings = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    subprocess.run(command, check=True, capture_output=True, env=settings, cwd=out.parent)
    return {path.name: path.read_bytes() for path in out.iterdir()}


@pytest.mark.parametrize("place", PLACES)
def test_where_it_is_built_leaves_no_trace(place: str, tmp_path: Path):
    files = built(ROOT / "maps" / "weifang.toml", tmp_path / "out", **PLACES[place])
    assert [name for name in COMMITTED if files[name] != COMMITTED[name]] == []


def test_the_order_of_rows_and_districts_leaves_no_trace(tmp_path: Path):
    """Only the order of the files' own rows follows the polygons: they are compared sorted."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "maps").mkdir()
    shutil.copy(ROOT / "maps" / "weifang.toml", tmp_path / "maps")
    shuffle = random.Random(1).shuffle
    table = tmp_path / "data" / "projects.csv"
    head, *rows = table.read_text(encoding="utf-8").splitlines()
    shuffle(rows)
    table.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    files = built(tmp_path / "maps" / "weifang.toml", tmp_path / "out")
    assert [name for name in COMMITTED if files[name] != COMMITTED[name]] == []


def test_the_order_of_polygons_changes_no_district(tmp_path: Path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "maps").mkdir()
    shutil.copy(ROOT / "maps" / "weifang.toml", tmp_path / "maps")
    polygons = tmp_path / "data" / "boundaries" / "weifang.geojson"
    collection = json.loads(polygons.read_text(encoding="utf-8"))
    random.Random(1).shuffle(collection["features"])
    polygons.write_text(json.dumps(collection, ensure_ascii=False), encoding="utf-8")
    files = built(tmp_path / "maps" / "weifang.toml", tmp_path / "out", "--only", "data")
    for name in ("weifang.csv", "weifang.geojson"):
        lines = [sorted(data.decode().replace("},\n", "}\n").splitlines()) for data in
                 (files[name], COMMITTED[name])]  # fmt: skip
        assert lines[0] == lines[1]

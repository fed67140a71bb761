"""The commands that write, each in a folder with its inputs and with older files in the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from proofs.hostile.places import write_sources

_RECORDS = "name,lon,lat\na,119.05,36.05\nb,119.15,36.05\nc,119.05,36.15\n"
_FORMATS = ("geojson", "fgb", "gpkg", "parquet", "topojson")


@dataclass(frozen=True)
class Scene:
    """A command and the files that it writes, all or none; paths relative to its folder."""

    name: str
    arguments: tuple[str, ...]
    targets: tuple[str, ...]

    def prepare(self, folder: Path) -> None:
        """Write the inputs, and an older file at every target."""
        write_sources(folder, {})
        (folder / "records.csv").write_text(_RECORDS, encoding="utf-8")
        for target in self.targets:
            (folder / target).parent.mkdir(exist_ok=True)
            (folder / target).write_text(f"old {target}", encoding="utf-8")


def scenes() -> Iterator[Scene]:
    """Yield every command that writes; `build` first, since it is also the one that is killed."""
    files = (
        "html",
        "-embed.html",
        "-embed.txt",
        "-embed.json",
        "-map.js",
        "png",
        "svg",
        "pdf",
        "csv",
        "geojson",
    )
    names = tuple(f"out/map{f}" if f.startswith("-") else f"out/map.{f}" for f in files)
    yield Scene("build", ("build", "map.toml", "--out", "out"), names)
    yield Scene(
        "build --release",
        ("build", "--release", "release.txt", "--boundaries", "polygons.geojson", "--out", "out",
         "--only", "html,data"),
        ("out/release.html", "out/release.csv", "out/release.geojson"),
    )  # fmt: skip
    yield Scene(
        "extract",
        ("extract", "release.txt", "-o", "out/r.csv", "--totals", "other/t.csv", "--review",
         "other/review.html"),
        ("out/r.csv", "other/t.csv", "other/review.html"),
    )  # fmt: skip
    yield Scene(
        "aggregate",
        ("aggregate", "records.csv", "--boundaries", "polygons.geojson", "-o", "out/t.csv"),
        ("out/t.csv",),
    )
    yield Scene("schema", ("schema", "-o", "out/schema.json"), ("out/schema.json",))
    for ending in _FORMATS:
        target = f"out/b.{ending}"
        yield Scene(f"boundaries .{ending}", ("boundaries", "370700", "-o", target), (target,))

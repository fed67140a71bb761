"""Draw every preset and variant of the plate: ``python docs/make_gallery.py``."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from PIL import Image

from geo.choropleth.model import Choropleth
from geo.choropleth.pipeline import build
from geo.plate.page import page_of
from geo.plate.plates import plates
from geo.spec.measure import MeasureSpec
from geo.spec.plate import PlateSpec

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "gallery"
_WIDEST_PX, _HIGHEST_PX, _COLORS = 1000, 1250, 96


@dataclass(frozen=True)
class Entry:
    """One picture: its name, what it shows, and the plate as a spec would have it.

    `measure` is a measure that the spec has besides.
    """

    name: str
    says: str
    plate: dict[str, object]
    measure: dict[str, object] = field(default_factory=dict)


ENTRIES = (
    Entry("column", "One newspaper column, 90 mm.", {"size": "column"}),
    Entry("two-columns", "Two columns, 185 mm: the default.", {"size": "two-columns"}),
    Entry("a4", "A4 portrait, with ranked bars.", {"size": "a4"}),
    Entry("a4-landscape", "A4 landscape.", {"size": "a4-landscape"}),
    Entry("a3", "A3 portrait.", {"size": "a3"}),
    Entry("a3-landscape", "A3 landscape.", {"size": "a3-landscape"}),
    Entry("social", "Social card, 1200 x 630 pixels.", {"size": "social"}),
    Entry(
        "circles",
        "A rate as fill, a total as proportional circles, a north arrow.",
        {
            "measure": "density", "circles": "investment", "north_arrow": True,
            "dek": "2024年2月26日开工项目，按县市区和开发区分",
        },
    ),
    Entry(
        "dorling",
        "A cartogram: areas show the total investment, colours its density.",
        {"size": "column", "measure": "density", "cartogram": "dorling",
         "dek": "2024年2月26日开工项目，按县市区和开发区分"},
    ),
    Entry("demers", "The same in squares.", {"size": "column", "cartogram": "demers"}),
    Entry("tiles", "A tile grid.", {"size": "column", "cartogram": "tiles", "measure": "projects"}),
    Entry("grey", "Grey, with hatching.", {"color": "grey", "hatch": True}),
    Entry(
        "crop-marks", "3 mm of bleed and crop marks.",
        {"size": "column", "bleed_mm": 3, "crop_marks": True, "measure": "per_project"},
    ),
    Entry(
        "bivariate",
        "Two measures at once, each by its own three classes.",
        {"size": "column", "measure": "both"},
        {"id": "both", "label": "总投资与项目数", "kind": "bivariate", "x": "investment",
         "y": "projects"},
    ),
    Entry(
        "alpha",
        "Value by alpha: means of few projects are pale.",
        {"size": "column", "measure": "mean"},
        {"id": "mean", "label": "项目平均投资", "unit": "亿元/个", "kind": "rate",
         "numerator": "investment", "denominator": "projects", "decimals": 2, "classes": 4,
         "alpha": "projects"},
    ),
)  # fmt: skip


def main() -> None:
    """Write the pictures and the page that shows them."""
    FOLDER.mkdir(exist_ok=True)
    for name, picture in pictures():
        (FOLDER / f"{name}.png").write_bytes(picture)
    (ROOT / "docs" / "gallery.md").write_text(page(), encoding="utf-8")


def pictures() -> Iterator[tuple[str, bytes]]:
    """Draw every entry; yields its name and its PNG."""
    weifang = build(ROOT / "maps" / "weifang.toml")
    for entry in ENTRIES:
        shown = with_measure(weifang, entry.measure) if entry.measure else weifang
        yield entry.name, preview(shown, entry.plate)


def with_measure(choropleth: Choropleth, measure: dict[str, object]) -> Choropleth:
    """Return a map built with one measure more."""
    own = MeasureSpec(**measure)  # type: ignore[arg-type] # checked by pydantic
    spec = choropleth.spec.model_copy(update={"measures": (*choropleth.spec.measures, own)})
    return build(spec, name=choropleth.name)


def preview(choropleth: Choropleth, plate: dict[str, object]) -> bytes:
    """Return a plate's PNG, made small: at most 1000 by 1250 pixels in 96 colours."""
    wanted = PlateSpec(**plate, formats=("png",))  # type: ignore[arg-type] # checked by pydantic
    spec = choropleth.spec.model_copy(update={"plates": (wanted,)})
    data = plates(replace(choropleth, spec=spec))[f"{choropleth.name}.png"]
    image = Image.open(io.BytesIO(data)).convert("RGB")
    image.thumbnail((_WIDEST_PX, _HIGHEST_PX), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    image.quantize(_COLORS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def page() -> str:
    """Return the gallery in Markdown."""
    parts = [
        "# Gallery of plates",
        "Every preset and variant of the printed plate, drawn from `maps/weifang.toml` by "
        "`python docs/make_gallery.py`. The pictures are reduced; the files themselves are vector "
        "(PDF, SVG) or have 300 dots per inch (PNG, TIFF). Every key of `[[plates]]` is explained "
        "in [spec.md](spec.md).",
    ]
    for entry in ENTRIES:
        keys = _keys(entry.plate)
        if entry.measure:
            keys += f"\n\n[[measures]]\n{_keys(entry.measure)}"
        parts += [
            f"## {entry.name}",
            f"{entry.says} {_measures(entry)}",
            f"```toml\n[[plates]]\n{keys}\n```",
            f"![{entry.says}](gallery/{entry.name}.png)",
        ]
    return "\n\n".join(parts) + "\n"


def _keys(table: dict[str, object]) -> str:
    return "\n".join(f"{key} = {_toml(value)}" for key, value in table.items())


def _measures(entry: Entry) -> str:
    made = page_of(PlateSpec(**entry.plate))  # type: ignore[arg-type] # checked by pydantic
    height = f"{made.height:.0f} mm high" if made.height else "as high as the map needs"
    type_sizes = f"title {made.sizes.title:g} pt, notes {made.sizes.note:g} pt"
    return f"{made.width:.0f} mm wide, {height}; {type_sizes}."


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


if __name__ == "__main__":
    main()

"""What the report says of a map's cartograms: what areas show, overlaps, neighbours kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from geo.choropleth.model import Choropleth


def print_cartograms(choropleth: Choropleth, console: Console) -> None:
    """Print a line for each kind of cartogram that page and plates ask for.

    Raises
    ------
    MapError
        If one cannot be laid out.
    """
    spec = choropleth.spec
    asked = (spec.page.cartogram, spec.embed.cartogram, *(p.cartogram for p in spec.plates))
    kinds = [kind for kind in dict.fromkeys(asked) if kind]
    if not kinds:
        return
    # Most maps have none, and then nothing of this is needed.
    from geo.choropleth.cartograms import area_measure, cartogram_of
    from geo.geometry.cartogram import MANY

    n = len(choropleth.districts)
    for kind in kinds:
        if n > MANY:
            console.print(f"cartogram {kind}: lays out {n:,} districts, some seconds", markup=False)
        found = cartogram_of(choropleth, kind)
        areas = f"areas show {area_measure(choropleth).id}; " if found.unit else ""
        kept = f"{found.touching:,} of {len(found.pairs):,} pairs of neighbours are still in touch"
        text = f"cartogram {kind}: {areas}{found.overlaps:,} overlaps; {kept}"
        console.print(text, markup=False, soft_wrap=True)

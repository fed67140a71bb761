"""What stands above and below the map: title and dek; notes, source and approval line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.plate_lines import paragraph
from geo.plate_page import INK, SOFT, Style
from geo.plate_sheet import Block, stacked

if TYPE_CHECKING:
    from geo.spec import MapSpec

_TITLE_LEADING, _NOTE_LEADING = 1.28, 1.4


def title_block(title: str, style: Style, width: float) -> Block:
    """Return the title, set in the serif face over as many lines as it needs."""
    face = style.faces["serif"]
    return paragraph(
        title, width, style.sizes.title, face, "serif", INK,
        where=f"{style.where}, title", leading=_TITLE_LEADING,
    )  # fmt: skip


def dek_block(dek: str, style: Style, width: float) -> Block:
    """Return the line under the title: period and unit."""
    face = style.faces["sans"]
    return paragraph(
        dek, width, style.sizes.dek, face, "sans", SOFT, where=f"{style.where}, dek", leading=1.38
    )


def footer_block(spec: MapSpec, style: Style, width: float) -> Block:
    """Return notes, source, and at the lower left the map approval number or that there is none."""
    face, size = style.faces["sans"], style.sizes.note
    texts = [*spec.notes, style.say("plate_source", source=spec.source)]
    texts.append(spec.approval or style.say("approval_missing"))
    return stacked(
        (
            paragraph(
                text, width, size, face, "sans", SOFT,
                where=f"{style.where}, notes", leading=_NOTE_LEADING,
            )
            for text in texts
        ),
        gap=0.4,
    )  # fmt: skip

"""The texts around the map: title and dek; notes, source and approval line."""

from __future__ import annotations

from dataclasses import dataclass

from geo.plate.house import logo_block
from geo.plate.keys import key_text
from geo.plate.page import Page
from geo.plate.parts import legend_of
from geo.plate.sheet import Block, Group, Mark, stacked
from geo.plate.style import INK, LEADING, SOFT
from geo.plate.subject import Subject

#: Type of the title as a part of its size: a long one is set smaller before it crowds out the map.
_TITLE_STEPS = (1.0, 0.85, 0.72, 0.6, 0.5)
#: Most of a page's height that the title may take: beyond it, the map is no longer the subject.
_TALLEST_TITLE = 0.16
#: A page of free height counts as this many widths high when the title is measured.
_FREE_HEIGHT = 3
#: Share of the page's width for the texts beside a map: on a social card, lines of 25 Chinese
#: characters of body type.
_COLUMN = 0.37
#: Distances as shares of the page's gap: a dek belongs to its title, the map to neither.
_TITLE_TO_DEK, _TITLE_TO_DEK_BESIDE, _COLUMN_TO_MAP, _BETWEEN_BESIDE = 0.15, 0.2, 1.5, 2.2
_NOTE_GAP_MM = 0.4
#: Height of the logo, in ems of the notes beside it.
_LOGO_EMS = 2.6


@dataclass(frozen=True, eq=False, slots=True)
class Texts:
    """Texts in their places, and the frame they leave for the map.

    Attributes
    ----------
    x, y, width : float
        The frame's upper left corner and its width, millimetres.
    height : float or None
        None if the page's height is free.
    below : float
        From the frame to the page's foot, where the height is free.
    title, dek : tuple of Mark
        In their places.
    legend : tuple of Mark
        In its place beside the map; empty where it is packed into the frame.
    footer : Block
        Ends at the lower margin.
    margin : float
        Left of the footer.
    """

    x: float
    y: float
    width: float
    height: float | None
    below: float
    title: tuple[Mark, ...]
    dek: tuple[Mark, ...]
    legend: tuple[Mark, ...]
    footer: Block
    margin: float

    def groups(self, figure: tuple[Mark, ...], foot: float) -> tuple[Group, ...]:
        """Return everything in reading order; `foot` is where the footer ends."""
        return (
            Group("H1", self.title),
            Group("P", self.dek),
            Group("Figure", (*self.legend, *figure)),
            Group("P", self.footer.at(self.margin, foot - self.footer.height)),
        )


def texts_above(subject: Subject, page: Page) -> Texts:
    """Set title and dek over the map, the footer under it."""
    margin, width = page.margin, page.width - 2 * page.margin
    title = _title(subject, width, _TALLEST_TITLE * (page.height or _FREE_HEIGHT * page.width))
    dek, footer = _dek(subject, width), _footer(subject, width)
    under = margin + title.height + _TITLE_TO_DEK * page.gap
    top = under + dek.height + page.gap
    below = page.gap + footer.height + margin
    return Texts(
        margin,
        top,
        width,
        page.height - top - below if page.height else None,
        below,
        title.at(margin, margin),
        dek.at(margin, under),
        (),
        footer,
        margin,
    )


def texts_beside(subject: Subject, page: Page) -> Texts | None:
    """Set all texts and the legend in a column before the map; None if they do not fit."""
    margin, height = page.margin, (page.height or 0) - 2 * page.margin
    width = _COLUMN * page.width
    dek, footer = _dek(subject, width), _footer(subject, width)
    key = legend_of(subject, width)
    rest = height - dek.height - footer.height - key.height - _BETWEEN_BESIDE * page.gap
    title = _title(subject, width, rest)
    if title.height > rest:
        return None
    under = margin + title.height + _TITLE_TO_DEK_BESIDE * page.gap
    beyond = width + _COLUMN_TO_MAP * page.gap
    # Where reading begins: at the right in a language that runs from there.
    x, left = (
        (margin, page.width - margin - width) if subject.style.rtl else (margin + beyond, margin)
    )
    return Texts(
        x,
        margin,
        page.width - 2 * margin - beyond,
        height,
        0,
        title.at(left, margin),
        dek.at(left, under),
        key.at(left, under + dek.height + page.gap),
        footer,
        left,
    )


def _title(subject: Subject, width: float, most: float) -> Block:
    """Return the title in the serif face, as large as its size allows within `most` millimetres."""
    style = subject.style
    blocks = []
    for step in _TITLE_STEPS:
        size = max(style.sizes.title * step, style.sizes.body)
        block = style.paragraph(
            subject.title, width, size, INK, LEADING.title, face="serif",
            where=f"{style.where}, title", whole=subject.wholes,
        )  # fmt: skip
        if block.height <= most:
            return block
        blocks.append(block)
    return blocks[-1]


def _dek(subject: Subject, width: float) -> Block:
    """Return the lines under the title: period and unit, and who wrote it."""
    style = subject.style
    lines = [
        style.paragraph(
            text,
            width,
            size,
            SOFT,
            LEADING.dek,
            where=f"{style.where}, dek",
            whole=subject.wholes,
        )
        for text, size in ((subject.dek, style.sizes.dek), (subject.spec.byline, style.sizes.note))
    ]
    return stacked(lines, gap=_NOTE_GAP_MM)


def _footer(subject: Subject, width: float) -> Block:
    """Return notes, source, credit, and last the map approval number or that there is none."""
    style, spec = subject.style, subject.spec
    texts = [
        *filter(None, [key_text(subject)]),
        *subject.heading.notes,
        style.say("plate_source", source=spec.source),
    ]
    texts += [text for text in (spec.credit, subject.approval) if text]
    logo = logo_block(spec.house.logo, _LOGO_EMS * style.sizes.em)
    beside = width - logo.width - _LOGO_EMS * style.sizes.em if logo.marks else width
    lines = [
        style.paragraph(
            text,
            beside,
            style.sizes.note,
            SOFT,
            LEADING.note,
            where=f"{style.where}, notes",
            whole=subject.wholes,
        )
        for text in texts
    ]
    block = stacked(lines, gap=_NOTE_GAP_MM)
    if not logo.marks:
        return block
    height = max(block.height, logo.height)
    placed = logo.at(width - logo.width, height - logo.height)
    return Block(width, height, (*block.at(0, height - block.height), *placed))

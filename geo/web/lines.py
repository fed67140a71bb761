"""How wide a text is, and how many lines it takes, before any browser has set it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from geo.web.assets import sizes

# Punctuation that may not begin a line goes with what is before it, and opening marks with what
# follows (W3C, Requirements for Chinese Text Layout, 3.1.3).
_UNIT = re.compile(
    "[（《「『【〈〔“‘]*(?:[!-~\u00a0-\u1fff\u202f]+|.)[，。、；：？！）》」』】〉〕”’…％,.;:!?)%]*",
    re.DOTALL,
)
_WORDS = re.compile(r"[!-~\u00a0-\u1fff\u202f]+|.", re.DOTALL)
# Advances of DejaVu Sans in thousandths of its size, from the blank to the tilde, and of its bold.
# Of the system fonts of the style sheets it is the widest: where it fits, the others do.
_ADVANCES = (
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
)  # fmt: skip
_BOLD = (
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696,
    696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683,
    683, 821, 837, 372, 372, 775, 637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771,
    724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665,
    343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
)  # fmt: skip
#: Of it, in Chinese fonts (Noto Sans SC), bold ones too: digits with their points, and the rest.
_CHINESE_DIGITS, _CHINESE_LETTERS = 0.875, 0.97
#: Em that a letter of Arabic takes on average, joined to its neighbours, and in bold type.
_ARABIC, _ARABIC_BOLD = 0.5, 0.6


class Run(NamedTuple):
    """A stretch of a text in one size of type, CSS pixels; `whole` is what no line parts."""

    text: str
    size: float
    bold: bool = False
    whole: bool = False


def text_width(text: str, size: float) -> float:
    """Return about how wide a line is in pixels: a Chinese character is as wide as its size.

    The script that places names on the map reckons in the same way; see `lines` for texts.
    """
    return size * sum(_advance(character) for character in text)


def _advance(character: str) -> float:
    # From the CJK radicals on every character is as wide as it is high.
    if character > "\u2e7f":
        return 1
    size = sizes()
    advances = size.advances
    if re.match(f"[{size.narrow}]", character):
        return advances.narrow
    return advances.wide if re.match(f"[{size.wide}]", character) else advances.other


def lines(text: str, size: float, width: float, *, bold: bool = False) -> int:
    """Return how many lines a text takes: words stay whole, Chinese breaks anywhere.

    Parameters
    ----------
    text : str
    size, width : float
        Of the type, and of a line; CSS pixels.
    bold : bool, default False
    """
    return run_lines((Run(text, size, bold),), width)


def run_lines(runs: Iterable[Run], width: float) -> int:
    """Return how many lines a text takes that is set in several sizes; see `lines`."""
    count, used = 1, 0.0
    for blank, need in (unit for run in runs for unit in _needs(run)):
        if blank:  # hangs over the end of a line
            used += need if used else 0
            continue
        if used and used + need > width:
            count, used = count + 1, 0.0
        # A word that is longer than a line is broken.
        more = max(0, math.ceil(need / width) - 1)
        count, used = count + more, used + need - more * width
    return count


def widest(text: str, size: float, *, bold: bool = False, chinese: bool = False) -> float:
    """Return how wide a line is at most, whatever font of the style sheets a reader has.

    Parameters
    ----------
    text : str
    size : float
        Of the type, CSS pixels.
    bold, chinese : bool, default False
        Whether it is bold; whether a Chinese font sets it though no letter in it is Chinese.
    """
    return size * sum(em for _, em in _units(text, bold, chinese))


def _needs(run: Run) -> list[tuple[bool, float]]:
    """Return what a line is made of: whether it is a blank, and its width in pixels."""
    units = [(blank, em * run.size) for blank, em in _units(run.text, run.bold)]
    return [(False, sum(need for _, need in units))] if run.whole else units


@lru_cache(maxsize=1024)  # the same texts are set at hundreds of widths
def _units(text: str, bold: bool, chinese: bool = False) -> tuple[tuple[bool, float], ...]:
    """Return what a line is made of: whether it is a blank, and its width in em."""
    chinese = chinese or any(character > "\u2e7f" for character in text)
    return tuple(
        (unit.isspace(), sum(_set_width(character, bold, chinese) for character in unit))
        for unit in _UNIT.findall(text)
    )


def _set_width(character: str, bold: bool, chinese: bool) -> float:
    if character > "\u2e7f" or character in "“”‘’…—":
        return 1
    if "\u0600" <= character <= "\u06ff":
        return _ARABIC_BOLD if bold else _ARABIC
    # Accented letters are as wide as those without; of other scripts nothing is known here.
    table = _BOLD if bold and not chinese else _ADVANCES
    em = table[ord(character if " " <= character <= "~" else "n") - 32] / 1000
    if not chinese:
        return em
    return em * (_CHINESE_DIGITS if character in "0123456789.," else _CHINESE_LETTERS)


def broken(text: str, size: float, width: float) -> tuple[str, ...]:
    """Return the lines that a text takes at most.

    A character's room is left free in each line, for punctuation that may not begin the next.
    """
    found, used = [""], 0.0
    for unit in _WORDS.findall(text):
        need = text_width(unit, size)
        if used and used + need > width - size:
            found.append("")
            used = 0.0
        found[-1] += unit
        used += need
    return tuple(found)

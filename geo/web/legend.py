"""Legends as HTML: contiguous blocks, break values at their joints, counts, bars of the counts."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from geo.base.catalogue import strings
from geo.choropleth.wording import Scale, legend_scale, with_unit

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.symbology.measures import Measure

_BAR_PX = 28  # the tallest bar
_STEPS_OF_GRADIENT = 12


def legend(measure: Measure, language: str) -> str:
    """Return the legend of one measure.

    Parameters
    ----------
    measure : Measure
    language : {"zh", "en"}

    Returns
    -------
    str
        HTML. Classes are buttons with ``data-class`` (their number from 0); so are ``missing`` and
        ``inapplicable``, where there are such districts. Colours and bar heights come from
        `legend_style`.
    """
    words = strings(language)
    scale = legend_scale(measure, language)
    unit = f"{escape(scale.unit)} " if scale.unit else ""
    tag = f'<span class="tag muted">{words[f"kind_of_{measure.kind}"]}</span>'
    about = f" <small>{escape(measure.description)}</small>" if measure.description else ""
    title = f"<p><b>{escape(measure.label)}</b> {unit}{tag}{about}</p>"
    body = (
        _gradient(measure, scale) if measure.symbology.unclassed else _blocks(measure, scale, words)
    )
    return f'{title}<div class="key">{body}{_others(measure, words)}</div>'


def _blocks(measure: Measure, scale: Scale, words: dict[str, str]) -> str:
    """Return the classes; one that holds only zero stands apart, with its own value beneath it."""
    edges, counts = measure.symbology.classes.edges, measure.symbology.classes.counts
    zero = int(edges[0] == edges[1])
    buttons = [_block(i, scale, counts[i], words) for i in range(len(counts))]
    joints = "".join(f"<span>{text}</span>" for text in scale.breaks[zero:])
    first = f'<div class="zero"><div class="blocks">{buttons[0]}</div>{scale.breaks[0]}</div>'
    return (
        f'{first if zero else ""}<div class="scale">'
        f'<div class="blocks">{"".join(buttons[zero:])}</div>'
        f'<span class="needle" hidden></span><div class="joints">{joints}</div></div>'
    )


def _block(i: int, scale: Scale, count: int, words: dict[str, str]) -> str:
    low, high = scale.breaks[i], scale.breaks[i + 1]
    bounds = low if low == high else f"{low}–{high}"
    said = words["class_count"].format(range=with_unit(bounds, scale.unit), n=count)
    return f'<button class="k{i}" data-class="{i}" aria-label="{escape(said)}">{count}</button>'


def _gradient(measure: Measure, scale: Scale) -> str:
    """Return a continuous scale with a histogram of equal intervals: no classes."""
    known = [v for v, state in zip(measure.values, measure.states, strict=True) if state == "value"]
    low, high = min(known), max(known)
    bins = [0] * _STEPS_OF_GRADIENT
    for value in known:
        at = int((value - low) / (high - low or 1) * _STEPS_OF_GRADIENT)
        bins[min(at, _STEPS_OF_GRADIENT - 1)] += 1
    most = max(bins)
    bars = "".join(
        f'<path d="M{i} {_BAR_PX}v-{_BAR_PX * n / most:.1f}h.92v{_BAR_PX * n / most:.1f}z"/>'
        for i, n in enumerate(bins)
        if n
    )
    return (
        f'<div class="scale"><svg class="bins" viewBox="0 0 {_STEPS_OF_GRADIENT} {_BAR_PX}" '
        f'preserveAspectRatio="none" aria-hidden="true">{bars}</svg><i class="gradient"></i>'
        f'<span class="needle" hidden></span><div class="joints"><span>{scale.breaks[0]}</span>'
        f"<span>{scale.breaks[-1]}</span></div></div>"
    )


def _others(measure: Measure, words: dict[str, str]) -> str:
    """Return swatches of those states without a value that occur."""
    found = [s for s in ("missing", "inapplicable") if s in measure.states]
    counts = {state: measure.states.count(state) for state in found}
    swatches = "".join(
        f'<div><button class="{state}" data-class="{state}" '
        f'aria-label="{words["class_count"].format(range=words[state], n=n)}">{n}</button>'
        f"{words[state]}</div>"
        for state, n in counts.items()
    )
    return f'<div class="blocks other">{swatches}</div>' if found else ""


def needs_gaps(choropleth: Choropleth) -> bool:
    """Whether a legend has more than classes: zeros apart, no data, a continuous scale."""
    return any(
        m.symbology.unclassed
        or set(m.states) != {"value"}
        or m.symbology.classes.edges[0] == m.symbology.classes.edges[1]
        for m in choropleth.measures
    )


def legend_style(choropleth: Choropleth) -> str:
    """Return the colours and bar heights of all legends as a style sheet.

    There are no style attributes, so a content security policy can name everything by its hash.
    """
    rules = []
    for measure in choropleth.measures:
        here = f'[data-measure="{measure.id}"]'
        colors, counts = measure.symbology.colors, measure.symbology.classes.counts
        if measure.symbology.unclassed:
            rules.append(
                f"{here} .gradient{{background:linear-gradient(90deg,{','.join(colors)})}}"
            )
            continue
        most = max(counts, default=0) or 1
        rules += [
            f"{here} .k{i}{{--c:{color};--h:{round(_BAR_PX * count / most)}px}}"
            for i, (color, count) in enumerate(zip(colors, counts, strict=True))
        ]
    return "".join(rules)

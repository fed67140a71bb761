"""What a map of very many districts costs, said before it is drawn."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from geo.cli.console import make_console

if TYPE_CHECKING:
    from geo.spec.outputs import Output

#: From so many districts on a page opens slowly, and a district is less than two pixels wide.
_VERY_MANY = 10_000
#: What a district takes of page and of embed, measured on maps of 2,875 to 10,000 districts.
_KILOBYTES = 0.5


def cost(n: int, outputs: Collection[Output]) -> str:
    """Return what n districts cost and what would be better; empty if nothing needs to be said.

    Parameters
    ----------
    n : int
    outputs : collection of str
        Those to be made.
    """
    slow = [output for output in ("html", "embed") if output in outputs]
    if n < _VERY_MANY or not slow:
        return ""
    return (
        f"{n:,} districts: {' and '.join(slow)} will take about {n * _KILOBYTES / 1000:.0f} MB "
        'each and seconds to open. Leave them out (outputs = ["png", "pdf", "data"]), '
        "or map fewer, larger districts."
    )


def print_cost(n: int, outputs: Collection[Output]) -> None:
    """Print what `cost` says on standard error, where it stays beside the progress."""
    if said := cost(n, outputs):
        make_console(stderr=True).print(said, style="yellow", markup=False, soft_wrap=True)

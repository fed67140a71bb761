"""Where a release says its projects were begun: 奎文区分会场, 青岛市分会场设在城阳区."""

from __future__ import annotations

import re

from geo.release.kinds import Kind
from geo.release.rewriting import Here, Rule, first_token, together

#: Whose venue it is, is whose projects: but 主会场 is where all were begun.
_VENUE = re.compile("分会场.*|会场")
_SET_IN = re.compile("分会场(?:就?设在?|位于)?")


def _venue(here: Here) -> bool:
    return bool(_VENUE.fullmatch(here.tokens[here.at + 1].text))


def _set_elsewhere(here: Here) -> bool:
    """Tell whether a unit's venue is in another, which is a part of it: 设在城阳区."""
    return bool(_SET_IN.fullmatch(here.tokens[here.at + 1].text))


_WORD, _PLACE = {Kind.WORD}, {Kind.PLACE}
#: Rules in passes, as those of `asides`.
VENUES = (
    together(
        Rule((_PLACE, _WORD, {Kind.IN}, _PLACE), first_token, _set_elsewhere),
        Rule((_PLACE, _WORD), first_token, _venue),
    ),
)

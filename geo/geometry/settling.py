"""Neighbours side by side again: what a cartogram's last steps, which part all, have pulled apart.

Nothing overlaps before, at any step, or after. Whole groups of what already touches move first,
the nearest two at a time, then single ones, wherever more of their neighbours come to touch.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from geo.geometry.linking import lengths_of

Floats = NDArray[np.float64]
Pairs = NDArray[np.int64]

#: Rounds in which each may move once; it ends sooner, when none gains by it.
_ROUNDS = 40
#: Shares of the way to a neighbour that are tried: what is between them may leave room for a part.
_SHARES = np.array([1.0, 0.5, 0.25])
#: Parts of it: the whole, and along either axis alone.
_AXES = np.array([(1.0, 1.0), (1.0, 0.0), (0.0, 1.0)])
#: Less than so much of a pair's width is no gain, and no overlap.
_HAIR = 1e-9


def settled(xy: Floats, radii: Floats, pairs: Pairs, *, square: bool, touching: float) -> Floats:
    """Move circles or squares that do not overlap so that more neighbours touch.

    Parameters
    ----------
    xy : ndarray of float, shape (n, 2)
        Centres.
    radii : ndarray of float, shape (n,)
        Half the width of each.
    pairs : ndarray of int, shape (m, 2)
        Neighbours.
    square : bool
        Squares instead of circles.
    touching : float
        Neighbours are in touch up to this gap, as a share of a pair's width.

    Returns
    -------
    ndarray of float, shape (n, 2)
        Centres, as many neighbours or more of which touch.
    """
    board = _Board(xy.copy(), radii, square, touching)
    own: list[list[int]] = [[] for _ in radii]
    for i, j in pairs.tolist():
        own[i].append(j)
        own[j].append(i)
    _join(board, pairs)
    for _ in range(_ROUNDS):
        gained = [_improve(board, i, np.array(js)) for i, js in enumerate(own) if js]
        if not any(gained):
            break
    _join(board, pairs)
    return board.xy


class _Board:
    """Where all lie, and what touches what."""

    def __init__(self, xy: Floats, radii: Floats, square: bool, touching: float) -> None:
        self.xy, self.radii, self.square, self.touching = xy, radii, square, touching

    def gaps(self, at: Floats, i: Pairs | int, others: Pairs) -> Floats:
        """Return the gaps between what is at places, and others where they are."""
        apart = self.xy[others] - at
        return lengths_of(apart, square=self.square) - (self.radii[i] + self.radii[others])

    def ways(self, i: int, others: Pairs) -> Floats:
        """Return the shortest ways of one to the sides of others; none where they touch."""
        apart, both = self.xy[others] - self.xy[i], (self.radii[i] + self.radii[others])[:, None]
        if self.square:
            return np.asarray(np.sign(apart) * np.maximum(0.0, np.abs(apart) - both))
        far = np.hypot(*apart.T)[:, None]
        return np.asarray(apart * np.maximum(0.0, 1 - both / np.maximum(far, _HAIR)))

    def is_free(self, group: Pairs, step: Floats) -> bool:
        """Whether a group overlaps nobody after a step."""
        is_rest = np.ones(len(self.radii), dtype=bool)
        is_rest[group] = False
        places = (self.xy[group] + step)[:, None]
        gaps = self.gaps(places, group[:, None], np.flatnonzero(is_rest)[None, :])
        return bool((gaps >= -_HAIR * self.radii.mean()).all())


def _join(board: _Board, pairs: Pairs) -> None:
    """Bring groups together, the nearest pair of neighbours first, the smaller group moving."""
    group = np.arange(len(board.radii))
    joined = True
    while joined:
        joined = False
        one, other = pairs.T
        gaps = board.gaps(board.xy[one], one, other)
        for k in np.argsort(gaps, kind="stable").tolist():
            i, j = (int(n) for n in pairs[k])
            if group[i] == group[j]:
                continue
            mine, theirs = (np.flatnonzero(group == group[n]) for n in (i, j))
            if len(mine) > len(theirs):
                i, j, mine = j, i, theirs
            step = board.ways(i, np.array([j]))[0]
            if board.is_free(mine, step):
                board.xy[mine] += step
                group[mine] = group[j]
                joined = True


def _improve(board: _Board, i: int, neighbours: Pairs) -> bool:
    """Move one to where more of its neighbours touch, or as many and all are nearer."""
    both = board.radii[i] + board.radii[neighbours]
    steps = board.ways(i, neighbours)[:, None, None, :] * _AXES[:, None, :] * _SHARES[:, None]
    steps = np.concatenate([np.zeros((1, 2)), steps.reshape(-1, 2)])
    gaps = board.gaps((board.xy[i] + steps)[:, None], i, neighbours)
    touching = (gaps <= board.touching * both).sum(axis=1)
    room = np.maximum(gaps, 0).sum(axis=1)
    room[0] -= 1e-3 * float(both.mean())  # a gain has to be worth the move
    alone = np.array([i])
    for k in np.lexsort((room, -touching)).tolist():
        if k == 0:  # the best that is left is to stay
            break
        if board.is_free(alone, steps[k]):
            board.xy[i] += steps[k]
            return True
    return False

"""Garbage collection put off while much is made that is kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collections_put_off() -> Iterator[None]:
    """Look for cycles of objects only behind the block, not while it makes what it keeps.

    Every collection goes through all objects there are, and most of them find nothing: of the time
    that a long text takes to be read they would be a fifth. Blocks may be nested; a collector that
    was off stays off.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()

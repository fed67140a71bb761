"""What a browser is told of a map in the making."""

from __future__ import annotations

import threading

from geo.cli.preview import Preview


def test_a_fault_leaves_the_last_right_map():
    preview = Preview()
    preview.show("<p>1", "built", "report")
    preview.fail("wrong", "why")
    number, state = preview.after(0)
    assert (number, state.map, state.ok, state.text) == (2, 1, False, "why")
    assert preview.page == "<p>1"
    preview.show("<p>2", "built", "report")
    assert preview.after(number)[1].map == 2


def test_whoever_waits_is_told_at_once():
    preview = Preview()
    told = []
    waiting = threading.Thread(target=lambda: told.append(preview.after(0)))
    waiting.start()
    preview.show("<p>", "built", "")
    waiting.join(timeout=4)  # a beat is longer
    assert [number for number, _ in told] == [1]

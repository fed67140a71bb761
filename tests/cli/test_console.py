"""Reports are as wide in a log file as on a wide terminal."""

from __future__ import annotations

import sys

from geo.cli.console import make_console


def test_a_log_file_is_120_columns_wide(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    assert make_console().width == 120


def test_a_terminal_keeps_its_own_width(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("FORCE_COLOR", "1")  # rich takes such a stream for a terminal
    assert make_console().width == 40


def test_errors_and_progress_have_a_stream_of_their_own():
    assert make_console().file is sys.stdout
    assert make_console(stderr=True).file is sys.stderr

"""Whose the figures are: what heading, sentence and clause leave behind for what comes next."""

"""Hostile text through every field and every output, built, opened and clicked through."""

"""Tokens, and what neighbouring ones mean together."""

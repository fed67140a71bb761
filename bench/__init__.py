"""Measures the project's outputs against its peers on the same polygons: `python -m bench`."""

"""Polygons with names: formats, checks, the atlas, zones, the sea; names and their forms."""

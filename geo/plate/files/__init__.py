"""A plate's files: raster, SVG, PDF."""

"""Type on a plate: faces, line breaking, subsets of fonts."""

"""The printed plate: a renderer of the finished map."""

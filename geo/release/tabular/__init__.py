"""Tables in a release: heads, cells, and the figures of each unit."""

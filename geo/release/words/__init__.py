"""Words and numbers: the vocabulary, its kinds, numbers as printed, and where they stand."""

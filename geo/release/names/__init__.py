"""Names of places: which are looked for, found, told apart, and which stand for the whole."""

"""The project's arithmetic against other implementations, exact fractions and exhaustive search."""

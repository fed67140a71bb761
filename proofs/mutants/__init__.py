"""Small changes to the code, one at a time: a test of its own room has to notice each."""

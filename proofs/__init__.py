"""Proofs of what the project promises, too slow for the tests: each prints its figures."""

"""Readers under coverage-guided random input (atheris): no exception but `MapError`, none slow."""

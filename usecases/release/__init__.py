"""Releasing results: once, when counting is complete."""

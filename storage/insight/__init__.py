"""Queries for results and exports: counts, and pages of responses."""

"""Versions of consultations, and residents' responses, answers and comments."""

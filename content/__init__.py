"""Authored content: councils, wards, plans, consultations and the words that people read."""

"""Versions of consultations, and the answers to them."""

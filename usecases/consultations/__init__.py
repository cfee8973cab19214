"""Answering consultations, and showing residents their own answers."""

"""Answering questions, and seeing what one has answered."""

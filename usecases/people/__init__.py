"""Residents and contacts: joining, choosing a ward and a language, leaving."""

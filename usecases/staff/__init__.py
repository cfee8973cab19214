"""Inviting staff."""

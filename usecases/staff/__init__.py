"""Inviting staff, and accepting invites."""

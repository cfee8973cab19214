"""Backups: making, keeping and restoring them."""

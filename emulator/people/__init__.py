"""Whoever holds the phones: one person, a crowd, a group."""

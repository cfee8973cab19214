"""Residents and contacts: who they are, their wards, what they follow."""

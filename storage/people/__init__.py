"""Residents, contacts and arrivals, what they follow, and the boundaries of the wards."""

"""Broadcasts: their records, audiences, deliveries, claims and pace."""

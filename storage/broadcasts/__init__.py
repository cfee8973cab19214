"""Broadcasts: their records, audiences, deliveries and claims."""

"""Ticks, alarms, health and reloading content."""

"""What runs for months: wiring, schedule, settings, logs, health."""

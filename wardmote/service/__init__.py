"""The long-running service: wiring, schedule, settings, logs, health."""

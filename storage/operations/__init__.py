"""Data for the people who run the service: alarms, stalled sends, waiting times, the audit."""

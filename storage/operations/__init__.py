"""What those who run the service read: alarms, stalled work, waiting times."""

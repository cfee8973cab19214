"""Rules for operations: alarms, and how long to wait while the database is down."""

"""Rules of running the service: alarms, and how long to wait while the database is down."""

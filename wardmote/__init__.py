"""The top layer: command line, service, backups and demo. No other package imports it."""

"""The roof: command line, settings, wiring, schedule, the demo's story. Nobody imports it."""

"""Taking an update in: what typed words mean, and what the screen shows now."""

"""The database itself: connections, batched commits, and the classification of errors."""

"""Use cases, one file each: read, decide, write. Each takes an open transaction."""

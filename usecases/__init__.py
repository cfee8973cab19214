"""What people do, one file an act: read, decide, write. Acts take an open transaction."""

"""The database itself: connections, the batcher, and what its errors mean."""

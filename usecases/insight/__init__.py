"""Results, exports and celebrating success."""

"""The rules: pure functions over values. Time, randomness and thresholds come in as arguments."""

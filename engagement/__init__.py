"""Rules as pure functions over values. Time, randomness and thresholds are arguments."""

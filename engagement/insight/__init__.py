"""Rules for published numbers: counts of answers, and disclosure control."""

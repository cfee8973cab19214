"""Rules of published numbers: summaries of answers, and disclosure control."""

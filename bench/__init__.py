"""Benchmarks of the bot's speed. They are not part of the shipped product."""

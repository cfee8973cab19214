"""Measures how fast the bot answers; it stands beside the house and is not shipped."""

"""Faults that can be scheduled, and Telegram's texts for them."""

"""The Telegram door: receives updates, hands them to the acts, sends what they return."""

"""The door to Telegram: receive, hand to the acts, say what they return. No rule, no text."""

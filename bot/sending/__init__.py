"""From an act to Telegram: pace, calls, replies that are still to be sent."""

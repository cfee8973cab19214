"""From an act to Telegram: pace, API calls, and pending replies."""

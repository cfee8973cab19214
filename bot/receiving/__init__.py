"""From Telegram to an act: polling, the webhook, and one lane per person."""

"""From Telegram to an act: polling, webhooks, lanes of one person each."""

"""What can be made to go wrong, and the texts Telegram gives for it."""

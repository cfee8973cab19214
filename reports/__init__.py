"""Files that people open, made from values: no database, no Telegram, no use cases."""

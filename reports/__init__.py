"""Values into bytes people open: no database, no Telegram, no acts."""

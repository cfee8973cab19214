"""The Bot API: methods, their parameters and checks, updates to the bot."""

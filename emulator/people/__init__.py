"""The people who use the bot: their phones, groups, and a crowd that acts by itself."""

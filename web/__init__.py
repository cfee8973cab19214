"""The web door: Telegram posts updates to it, and monitoring reads the bot's health from it."""


class DoorBlocked(Exception):
    """The web door cannot be opened at this address; the text says why, on one line."""

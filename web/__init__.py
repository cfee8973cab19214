"""The web door: where Telegram may post to us, and where those who run the bot look at it."""


class DoorBlocked(Exception):
    """The door cannot be opened there; the text is the one line that says why."""

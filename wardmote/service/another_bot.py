"""What is said where the token is of another bot than the one people have written to."""

from __future__ import annotations


def token_of_another_bot(username: str, other: str) -> str:
    """The line for a token of ``username`` where people have written to ``other``."""
    return (
        f"This token is of another bot, @{username}: this database belongs to @{other}. People who "
        f"wrote to @{other} can't be reached from @{username}. Check WARDMOTE_TOKEN with "
        f"BotFather. If @{username} is to take the place of @{other}, run `wardmote accept-bot`."
    )

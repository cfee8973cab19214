"""Which bot this database belongs to: people wrote to that one, and another can't write to them."""

from __future__ import annotations

from storage.operations import deployment
from usecases.world import Transaction

NUMBER, USERNAME = "bot-number", "bot"
"""The facts that hold Telegram's number of the bot, and its user name without the @."""


class AnotherBot(Exception):
    """The token is of another bot. The text is the user name of the one people wrote to."""


async def other_than(tx: Transaction, number: int, username: str) -> str | None:
    """The user name of the bot of this database, if it isn't this one. A database from before
    numbers were stored has only the name."""
    known = await deployment.fact(tx, NUMBER)
    name = await deployment.fact(tx, USERNAME)
    same = name in (None, username) if known is None else known == str(number)
    return None if same else name or ""


async def take_up(tx: Transaction, number: int, username: str) -> None:
    """Store this bot as that of the database. Raises AnotherBot if it has another."""
    if (other := await other_than(tx, number, username)) is not None:
        raise AnotherBot(other)
    await accept(tx, number, username)


async def accept(tx: Transaction, number: int, username: str) -> None:
    """Store this bot as that of the database, whichever it had before."""
    await deployment.remember(tx, NUMBER, str(number))
    await deployment.remember(tx, USERNAME, username)

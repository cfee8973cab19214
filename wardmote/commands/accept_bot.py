"""`wardmote accept-bot`: makes the bot of the present token the one this database belongs to."""

from __future__ import annotations

from collections.abc import Mapping

from usecases.operations import bot_of_deployment
from usecases.world import Transaction
from wardmote.commands.cannot_run import CannotRun
from wardmote.commands.transaction import in_transaction
from wardmote.commands.webhooks import called
from wardmote.service.settings import Settings


async def accept_bot(settings: Settings) -> str:
    """Store the bot of WARDMOTE_TOKEN as this council's bot. Raises CannotRun."""
    me = (await called(settings, "getMe")).result
    if not isinstance(me, Mapping) or not isinstance(me.get("id"), int):
        raise CannotRun("Telegram's answer cannot be read. Try again later.")
    number, username = me["id"], str(me.get("username", ""))

    async def accept(tx: Transaction) -> str | None:
        other = await bot_of_deployment.other_than(tx, number, username)
        await bot_of_deployment.accept(tx, number, username)
        return other

    other = await in_transaction(settings, accept)
    if other is None:
        return f"Nothing has changed: this database belongs to @{username}."
    return (
        f"This database now belongs to @{username}. People who wrote to @{other} can't be reached "
        f"from @{username} until they write to it. Nobody is marked as having blocked it. Links on "
        f"posters and invitations from before lead to @{other}: make new ones."
    )

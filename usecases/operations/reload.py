"""Reloading a council's edited files without a restart: a command requests it, the bot does it."""

from __future__ import annotations

from content.library import Library
from storage.operations import deployment
from usecases import world as worlds
from usecases.world import Loaded, Transaction, World

RELOAD = "reload"
"""The fact that holds the state of a reload."""
WANTED, DONE, REFUSED = "wanted", "done", "refused"


async def ask(tx: Transaction, world: World) -> None:
    """Ask the running bot to read its files again.

    Publishes their content here already, so that anything the bot would have to refuse is refused
    now, while somebody is watching. Raises OpenConsultationChanged.
    """
    await worlds.load(tx, world.library, world.now())
    await deployment.remember(tx, RELOAD, WANTED)


async def is_due(tx: Transaction) -> bool:
    """Whether a reload was requested."""
    return await deployment.fact(tx, RELOAD) == WANTED


async def take_up(tx: Transaction, world: World, library: Library) -> Loaded:
    """Publish the newly read files. Returns what to renew the world with after the commit.

    Raises OpenConsultationChanged.
    """
    loaded = await worlds.load(tx, library, world.now())
    await deployment.remember(tx, RELOAD, DONE)
    return loaded


async def refuse(tx: Transaction) -> None:
    """Note that the files were invalid; the former ones stay in force."""
    await deployment.remember(tx, RELOAD, REFUSED)


async def state(tx: Transaction) -> str | None:
    """The state: "wanted", "done" or "refused"; None if no reload was ever requested."""
    return await deployment.fact(tx, RELOAD)

"""Taking up a council's edited files without a restart: asked by a command, done by the bot."""

from __future__ import annotations

from content.library import Library
from storage.operations import deployment
from usecases import world as worlds
from usecases.world import Loaded, Transaction, World

RELOAD = "reload"
"""The fact that says where a reload stands."""
WANTED, DONE, REFUSED = "wanted", "done", "refused"


async def ask(tx: Transaction, world: World) -> None:
    """Ask the running bot to read its files anew.

    Publishes what they hold, so that whatever the bot would have to refuse is refused here, where
    somebody is looking. Raises OpenConsultationChanged.
    """
    await worlds.load(tx, world.library, world.now())
    await deployment.remember(tx, RELOAD, WANTED)


async def is_due(tx: Transaction) -> bool:
    """Whether somebody has asked."""
    return await deployment.fact(tx, RELOAD) == WANTED


async def take_up(tx: Transaction, world: World, library: Library) -> Loaded:
    """Publish the newly read files; what the world is to be renewed with once this has committed.

    Raises OpenConsultationChanged.
    """
    loaded = await worlds.load(tx, library, world.now())
    await deployment.remember(tx, RELOAD, DONE)
    return loaded


async def refuse(tx: Transaction) -> None:
    """The files were bad: the former ones stay in force."""
    await deployment.remember(tx, RELOAD, REFUSED)


async def where_it_stands(tx: Transaction) -> str | None:
    """ "wanted", "done" or "refused"; None where nobody has ever asked."""
    return await deployment.fact(tx, RELOAD)

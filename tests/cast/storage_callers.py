"""A person with a name and a postcode, and exactly what Telegram sends about them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from storage.engine.database import Database, Transaction
from usecases import world as worlds
from usecases.conversation import receive
from usecases.people import join, leave
from usecases.people.identify import recognise
from usecases.world import World
from wardmote.service import forgotten_list

BOT = 42
CHAT = 7_315_826_419
FIRST_NAME, LAST_NAME, USERNAME = "Zebulon", "Quartermaine", "zeb_of_booker"
NAMES = (FIRST_NAME, LAST_NAME, USERNAME)
POSTCODE = "HP11 2FA"
WARD = "E05013131"


def message(update_id: int, text: str) -> dict[str, Any]:
    person = {
        "id": CHAT,
        "first_name": FIRST_NAME,
        "last_name": LAST_NAME,
        "username": USERNAME,
    }
    return {
        "update_id": update_id,
        "message": {
            "message_id": update_id,
            "date": 1662460215,
            "chat": {**person, "type": "private"},
            "from": {**person, "is_bot": False, "language_code": "en"},
            "text": text,
        },
    }


async def settled_in(database: Database, world: World) -> World:
    """The world with the council's consultations loaded."""
    async with database.write() as tx:
        return replace(world, loaded=await worlds.load(tx, world.library, world.now(), story=True))


async def says(database: Database, world: World, update_id: int, text: str) -> None:
    """Store one message in the inbox, handle it, and mark it as answered."""
    async with database.write() as tx:
        [row] = await receive.take_in(tx, world, BOT, [message(update_id, text)])
    async with database.write() as tx:
        await answer(tx, world, str(row.payload["message"]["text"]))
        after = await recognise(tx, world, CHAT)
        await receive.done(tx, world, row.seq, after.id)
    async with database.write() as tx:
        await receive.replied(tx, world, [row.seq])


async def answer(tx: Transaction, world: World, text: str) -> None:
    person = await recognise(tx, world, CHAT)
    if text.startswith("/start"):
        await join.start(tx, world, person, "")
    else:
        await join.type_here(tx, world, person, text)


async def joins(
    database: Database, world: World, postcode: str = POSTCODE, *, first_update: int = 1
) -> None:
    for number, text in enumerate(("/start", "start", "yes", postcode), first_update):
        await says(database, world, number, text)


async def forgets(database: Database, world: World) -> int:
    """Run /forget as the receiver does: the list of forgotten residents is written afterwards."""
    async with database.write() as tx:
        person = await recognise(tx, world, CHAT)
        done = await leave.forget(tx, world, person)
    name = database.url.database
    if database.is_sqlite and name:
        forgotten_list.remember(forgotten_list.list_of(Path(name)), done)
    return done.contact_id

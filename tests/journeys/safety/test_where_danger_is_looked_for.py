"""Words of danger in a group, from a bot, and in a message that could not be handled."""

import sqlite3

from company import Neighbourhood, Person
from on_duty import HURT, all_text, named
from raw_updates import message

from engagement.staff.rights import Role
from storage.operations import safety_alerts as store

NOBODY = "Nobody reads this chat day and night"


async def test_in_a_group_and_from_a_bot_no_alert_is_raised(
    hood: Neighbourhood, amina: Person
) -> None:
    group = hood.stage.emulator.group("Neighbours", [amina.phone])
    group.type(amina.phone, f"/start@WardmoteDemoBot {HURT}")
    await amina.settles()
    (reply,) = [m for m in group.messages if m.from_bot]
    assert NOBODY not in reply.text
    bot = {"id": amina.phone.user_id, "is_bot": True, "first_name": "A bot"}
    hood.stage.emulator.push(message(amina.phone.user_id, text=HURT, **{"from": bot}))
    await amina.settles()
    assert NOBODY not in all_text(amina)
    assert await hood.stage.service.batcher.run(store.not_closed) == []


def rename(hood: Neighbourhood, table: str, name: str) -> None:
    """Take a table away, or put it back: every act that needs it fails meanwhile."""
    database = sqlite3.connect(hood.stage.service.database.url.database or "")
    database.execute(f"ALTER TABLE {table} RENAME TO {name}")
    database.close()


async def test_a_message_that_is_set_aside_raises_the_alert_and_shows_whom_to_call(
    hood: Neighbourhood, amina: Person
) -> None:
    ruth = await named(hood, Role.OFFICER, "Ruth")
    rename(hood, "follows", "away")
    await amina.types(f"/themes {HURT}")
    rename(hood, "away", "follows")
    assert "Something went wrong" in amina.sees
    assert amina.said_by_bot(NOBODY) == 1
    await hood.stage.settle()
    assert ruth.said_by_bot("Words of danger:") == 1
    await amina.taps("Remove this from the chat")


async def test_a_message_that_cannot_be_read_shows_whom_to_call(
    hood: Neighbourhood, amina: Person
) -> None:
    hood.stage.emulator.push(message(amina.phone.user_id, text=HURT, date=10**18))
    await amina.settles()
    assert amina.said_by_bot(NOBODY) == 1

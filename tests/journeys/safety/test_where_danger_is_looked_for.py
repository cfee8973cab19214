"""Words of danger in a group, from a bot, after a command of staff, where an app cut a text in two,
and in a message that could not be handled."""

import sqlite3
from datetime import timedelta

import pytest
from company import Neighbourhood, Person
from on_duty import HURT, all_text, named, reference
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


async def test_words_of_danger_at_the_place_where_the_app_cut_a_text_are_found(
    hood: Neighbourhood, amina: Person
) -> None:
    """W2: neither part holds them alone."""
    ruth = await named(hood, Role.OFFICER, "Ruth")
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    begins, ends = "I want to ", "die tonight and the lamps are dim"
    lamps = "lamps and benches " * 300
    await amina.types(f"{lamps[: 4096 - len(begins)]}{begins}{ends}")
    assert amina.said_by_bot(NOBODY) == 1
    await hood.stage.settle()
    assert "I want to die tonight" in await ruth.types(f"/open {reference(ruth)}")


async def test_a_message_long_after_a_text_that_was_refused_is_looked_at_alone(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    await amina.types(("lamps and benches " * 300)[:4080] + " I want to")
    await hood.stage.until(hood.stage.clock.now() + timedelta(seconds=20))
    await amina.types("die tonight and the lamps are dim")
    assert amina.said_by_bot(NOBODY) == 0


@pytest.mark.parametrize(
    "words", ["/close I want to die", "/open I want to die", "/CLOSE@WardmoteDemoBot I want to die"]
)
async def test_staff_who_are_not_named_get_the_signposts_after_a_command_too(
    hood: Neighbourhood, words: str
) -> None:
    officer = await hood.staff(Role.OFFICER, label="Olu")
    await officer.types(words)
    assert officer.said_by_bot(NOBODY) == 1


async def test_a_named_person_who_names_no_alert_after_close_gets_them_and_otherwise_not(
    hood: Neighbourhood, amina: Person
) -> None:
    ruth = await named(hood, Role.OFFICER, "Ruth")
    await amina.types(HURT)
    await hood.stage.settle()
    await ruth.types(f"/close {reference(ruth)} Her husband hits her, rang the police")
    assert ruth.said_by_bot(NOBODY) == 0
    assert "is closed" in ruth.sees
    await ruth.types("/close I want to die")
    assert ruth.said_by_bot(NOBODY) == 1


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


@pytest.mark.parametrize(
    "fields",
    [
        {"poll": {"id": "1", "question": HURT, "options": [], "type": "regular"}},
        {"checklist": {"title": "Things", "tasks": [{"id": 1, "text": HURT}]}},
        {"venue": {"title": HURT, "address": "-", "location": {"latitude": 51, "longitude": -1}}},
    ],
    ids=["poll", "checklist", "venue"],
)
async def test_words_of_danger_in_what_we_cannot_use_show_whom_to_call(
    amina: Person, fields: dict[str, object]
) -> None:
    amina.phone.say(amina.phone.chat, "", dict(fields))
    await amina.settles()
    assert amina.said_by_bot(NOBODY) == 1
    assert amina.said_by_bot("We can't use photos") == 0


async def test_names_of_kinds_in_a_message_are_nobodys_words(
    hood: Neighbourhood, amina: Person
) -> None:
    blocks = [{"type": "thinking", "text": {"type": "anchor", "name": "x"}}]
    amina.phone.say(amina.phone.chat, "", {"rich_message": {"blocks": blocks, "is_rtl": False}})
    await amina.settles()
    assert NOBODY not in all_text(amina)
    assert await hood.stage.service.batcher.run(store.not_closed) == []

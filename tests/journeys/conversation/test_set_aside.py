"""What cannot be handled: said in the person's own language, and handled once it was mended."""

import sqlite3
from datetime import timedelta

from company import Neighbourhood, Person
from raw_updates import message

from usecases.conversation import set_aside


async def in_polish(person: Person) -> None:
    await person.types("/language")
    await person.taps("Polski")


async def test_whoever_cannot_be_read_is_told_so_in_their_own_language(
    hood: Neighbourhood, amina: Person
) -> None:
    await in_polish(amina)
    hood.stage.emulator.push(message(amina.phone.user_id, date=10**18))
    assert "Nie udało się nam odczytać tej wiadomości" in await amina.settles()


async def test_a_stranger_who_cannot_be_read_is_told_so_in_their_phones_language(
    hood: Neighbourhood,
) -> None:
    sam = hood.stranger()
    sam.phone.user.started = True  # whoever has written may be written to
    who = {"id": sam.phone.user_id, "is_bot": False, "first_name": "S", "language_code": "ur"}
    hood.stage.emulator.push(message(sam.phone.user_id, date=10**18, **{"from": who}))
    assert "وہ پیغام پڑھا نہیں جا سکا" in await sam.settles()


def rename(hood: Neighbourhood, table: str, name: str) -> None:
    """Take a table away, or put it back: every act that needs it fails meanwhile."""
    database = sqlite3.connect(hood.stage.service.database.url.database or "")
    database.execute(f"ALTER TABLE {table} RENAME TO {name}")
    database.close()


async def test_what_failed_three_times_is_handled_once_the_fault_is_mended(
    hood: Neighbourhood, amina: Person
) -> None:
    await in_polish(amina)
    rename(hood, "follows", "away")
    assert "Coś poszło nie tak po naszej stronie" in await amina.types("/themes")
    rename(hood, "away", "follows")
    run = hood.stage.service.batcher.run
    [aside] = await run(set_aside.everything)
    assert aside.reference in amina.sees
    assert aside.reason.startswith("failed three times: OperationalError at ")
    assert await run(lambda tx: set_aside.again(tx, aside.reference))
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=2))
    assert amina.said_by_bot("Coś poszło nie tak") == 1
    assert amina.phone.keyboard_message is amina.phone.last
    assert await run(set_aside.everything) == []

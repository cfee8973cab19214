"""Voice notes of people who answered on somebody else's phone, once the link is cut."""

from __future__ import annotations

from datetime import timedelta

from company import Neighbourhood, Person
from one_phone import household, rows, second_joins
from sqlalchemy import text

from emulator import Voice, recording
from usecases.operations import legal_hold

NOTES = "SELECT state FROM voice_notes"
SOUNDS = "SELECT count(*) FROM voice_sounds"
DAY = timedelta(days=1)


async def second_speaks(hood: Neighbourhood) -> Person:
    """Person 2 answers the last question in a voice note, which is fetched."""
    amina = await household(hood)
    await second_joins(amina)
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    amina.phone.send_voice(Voice(recording(7), 7))
    await amina.settles()
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=1))
    assert await rows(hood, NOTES) == [("kept",)]
    return amina


async def nights(hood: Neighbourhood, number: int) -> None:
    """So many nights pass, with what is done in them."""
    for _ in range(number):
        await hood.leap(hood.stage.clock.now() + DAY)


async def holds(hood: Neighbourhood, *, holds: bool) -> None:
    """The council begins a legal hold, or ends it."""
    world = hood.stage.service.world
    if holds:
        await hood.stage.service.batcher.run(lambda tx: legal_hold.hold(tx, world, "case 7"))
    else:
        await hood.stage.service.batcher.run(lambda tx: legal_hold.release(tx, world))


async def test_after_the_link_is_cut_it_stays_for_officers_to_hear(hood: Neighbourhood) -> None:
    await second_speaks(hood)
    await hood.closes()
    await nights(hood, 3)
    assert await rows(hood, "SELECT * FROM guests") == []
    assert await rows(hood, NOTES) == [("kept",)]
    assert await rows(hood, SOUNDS) == [(1,)]


async def test_of_who_asked_to_be_forgotten_at_the_close_it_goes(hood: Neighbourhood) -> None:
    amina = await second_speaks(hood)
    await amina.taps("Change my answers")
    await amina.types("forget me")
    await amina.taps("When it closes")
    await hood.closes()
    await nights(hood, 1)
    assert await rows(hood, NOTES) == []
    assert await rows(hood, SOUNDS) == [(0,)]


async def test_of_who_is_forgotten_during_a_legal_hold_it_goes_after_its_end(
    hood: Neighbourhood,
) -> None:
    amina = await second_speaks(hood)
    await amina.taps("Change my answers")
    await amina.types("forget me")
    await amina.taps("When it closes")
    await holds(hood, holds=True)
    await hood.closes()
    await nights(hood, 2)
    assert await rows(hood, "SELECT * FROM leaving") == []
    assert await rows(hood, SOUNDS) == [(1,)]
    await holds(hood, holds=False)
    await nights(hood, 2)
    assert await rows(hood, NOTES) == []
    assert await rows(hood, SOUNDS) == [(0,)]


async def test_of_a_silent_person_it_stays_when_the_link_is_cut(hood: Neighbourhood) -> None:
    """A year without a word is no wish to be forgotten: the close cuts their link in any case."""
    await second_speaks(hood)
    async with hood.stage.service.database.write() as tx:
        await tx.execute(
            text("UPDATE contacts SET last_heard_at = '2020-01-01 00:00:00' WHERE reach = 'shared'")
        )
    await nights(hood, 2)
    assert await rows(hood, "SELECT * FROM leaving") == []
    await hood.closes()
    await nights(hood, 2)
    assert await rows(hood, "SELECT * FROM guests") == []
    assert await rows(hood, SOUNDS) == [(1,)]

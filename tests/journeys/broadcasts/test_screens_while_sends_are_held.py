"""While all sends are held, as after a restore, no screen of staff says that a message goes out."""

from __future__ import annotations

from company import Neighbourhood, Person
from evenings import at

from usecases.broadcasts import held_sends

LAMPS = "The lamps are on."
HELD = "Nothing goes out just now. All messages are held until an administrator lets them go."


async def written(member: Person) -> str:
    await member.types("/send")
    await member.taps("Something else")
    return await member.types(LAMPS)


async def held(hood: Neighbourhood) -> None:
    stage = hood.stage
    await stage.service.batcher.run(lambda tx: held_sends.hold(tx, stage.service.world, "a test"))
    await looked(hood)


async def looked(hood: Neighbourhood) -> None:
    hood.stage.service.bot.broadcasts_changed()
    await hood.stage.settle()


async def released(hood: Neighbourhood) -> None:
    stage = hood.stage
    await stage.service.batcher.run(lambda tx: held_sends.release(tx, stage.service.world))
    await looked(hood)


async def test_the_author_reads_that_it_is_held_and_that_it_goes_on(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    await at(hood, 22)
    await written(member)
    await member.taps("Send to")
    messages = len(member.from_bot)
    assert "It goes on at 08:00." in member.sees
    await held(hood)
    assert HELD in member.sees
    assert "goes on" not in member.sees
    assert "Sending" not in member.sees
    await at(hood, 9, days=1)
    assert HELD in member.sees
    assert len(member.from_bot) == messages  # nothing is sent, also to staff
    assert amina.said_by_bot(LAMPS) == 0
    await released(hood)
    assert "Sent." in member.sees
    assert amina.said_by_bot(LAMPS) == 1


async def test_who_approved_it_reads_so_too(hood: Neighbourhood) -> None:
    await hood.residents(60, "HP12 3HP")
    author, second = await hood.board_member(label="Ann"), await hood.board_member(label="Bob")
    await at(hood, 22)
    await written(author)
    await author.taps("Send to")
    await held(hood)
    assert HELD in second.sees  # below the request
    assert HELD in author.sees
    await released(hood)
    assert HELD not in second.sees + author.sees
    assert "It goes out at 08:00." in second.sees
    await second.taps("Yes, send")
    await held(hood)
    assert f"It is for about 60 people, and waits.\n{HELD}" in second.sees
    assert "08:00" not in second.sees
    stage = hood.stage
    await stage.service.batcher.run(lambda tx: held_sends.cancel(tx, stage.service.world))
    await looked(hood)
    assert "We held back what had not gone by then." in second.sees
    assert HELD not in second.sees + author.sees


async def test_a_preview_says_so(hood: Neighbourhood, amina: Person) -> None:
    member = await hood.board_member()
    await written(member)
    await held(hood)
    await member.types("And the bench is mended.")
    assert HELD in member.sees

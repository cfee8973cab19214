"""Somebody whom Telegram called blocked or gone, and who is heard from again."""

import pytest
from company import Neighbourhood, Person

from emulator.faults import error_texts
from emulator.faults.injection import Status

NEIGHBOURS = 9
"""With one more the ward has 10 people, and its preview says how many."""
WITHOUT, WITH = "To fewer than 10 people", "To about 10 people"


@pytest.fixture(autouse=True)
async def neighbours(hood: Neighbourhood) -> None:
    await hood.residents(NEIGHBOURS, "HP12 3HP")


async def previewed(hood: Neighbourhood) -> str:
    """What a board member's preview says."""
    member = await hood.board_member()
    await member.types("/send")
    await member.taps("Something else")
    return await member.types("The lamps are on.")


@pytest.mark.parametrize("fault", [error_texts.BLOCKED, error_texts.DEACTIVATED])
async def test_whoever_writes_to_us_gets_news_again(
    hood: Neighbourhood, amina: Person, fault: Status
) -> None:
    """T3."""
    hood.stage.emulator.faults.next("sendMessage", fault, chat_id=amina.phone.user_id)
    await amina.types("/mine")
    assert WITHOUT in await previewed(hood)
    assert "You haven't answered" in await amina.types("/mine")
    assert WITH in await previewed(hood)


async def test_whoever_taps_gets_news_again(hood: Neighbourhood, amina: Person) -> None:
    """T3."""
    blocked = error_texts.BLOCKED
    hood.stage.emulator.faults.next("sendMessage", blocked, chat_id=amina.phone.user_id)
    await amina.types("/mine")
    await amina.taps("Answer now")
    assert WITH in await previewed(hood)


async def test_blocking_stays_blocking_and_unblocking_ends_it(
    hood: Neighbourhood, amina: Person
) -> None:
    """T3."""
    hood.stage.emulator.faults.next("sendMessage", error_texts.BLOCKED, chat_id=amina.phone.user_id)
    await amina.types("/mine")
    amina.phone.block()
    await amina.settles()
    assert WITHOUT in await previewed(hood)
    amina.phone.unblock()
    await amina.settles()
    assert WITH in await previewed(hood)


async def test_writing_does_not_undo_a_stop(hood: Neighbourhood, amina: Person) -> None:
    """T3."""
    await amina.types("/stop")
    await amina.types("/mine")
    assert WITHOUT in await previewed(hood)

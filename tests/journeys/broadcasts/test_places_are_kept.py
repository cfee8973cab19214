"""A postcode in what staff write for others is kept: in a message, and in why it was declined."""

from datetime import timedelta

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person

HALL = "Come to the community centre, HP12 3HP, at 7 pm. The bus from HP20 1UG is free."
WHY = "The hall is at HP11 2QR, not HP12 3HP."


@pytest.fixture
async def author(hood: Neighbourhood) -> Person:
    await hood.residents(52, "HP12 3HP")
    return await hood.board_member(BOOKER, ABBEY, label="Author")


@pytest.fixture
async def second(hood: Neighbourhood, author: Person) -> Person:
    """A colleague who is asked about a message with two postcodes."""
    colleague = await hood.board_member(BOOKER, ABBEY, label="Second")
    await author.types(f"/send {HALL}")
    await author.taps("All 2")
    await author.taps("Something else")
    assert HALL in author.sees
    await author.taps("Send to")
    return colleague


async def test_a_text_after_send_is_kept_as_written(author: Person) -> None:
    assert HALL in await author.types(f"/send {HALL}")


async def test_a_link_behind_a_word_after_send_is_written_out(author: Person) -> None:
    link = {"type": "text_link", "offset": 10, "length": 4, "url": "https://example.org/hall"}
    command = {"type": "bot_command", "offset": 0, "length": 5}
    author.phone.type_styled("/send See here for the hall.", [command, link])
    await author.settles()
    assert "See here (https://example.org/hall) for the hall." in author.sees


async def test_a_postcode_in_a_reason_reaches_the_author(author: Person, second: Person) -> None:
    assert HALL in second.sees
    await second.taps("No, don't send")
    assert f"The author sees your reason: “{WHY}”" in await second.types(WHY)
    assert f"Why: {WHY}" in author.sees


async def test_a_postcode_in_a_reason_that_comes_late_is_kept_too(
    hood: Neighbourhood, author: Person, second: Person
) -> None:
    await second.taps("No, don't send")
    await hood.leap(hood.stage.clock.now() + timedelta(minutes=6))
    assert WHY in await second.types(WHY)
    await second.taps("Yes")
    assert f"Why: {WHY}" in author.sees

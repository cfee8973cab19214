"""People who have not joined can type "Remove this from the chat": nothing is stored for that."""

from __future__ import annotations

from datetime import timedelta

import pytest
from company import Neighbourhood, Person

HURT = "my husband hits me"
REMOVE = "Remove this from the chat"
NOBODY = "Nobody reads this chat day and night"


def texts(person: Person) -> list[str]:
    return [m.text for m in person.phone.messages]


@pytest.mark.parametrize("words", [REMOVE, "remove this", "usuń to"])
async def test_a_stranger_types_it(hood: Neighbourhood, words: str) -> None:
    """Only a tap worked."""
    sam = hood.stranger()
    await sam.types(HURT)
    assert NOBODY in sam.sees
    await sam.types(words)
    assert texts(sam) == []


async def test_so_does_somebody_who_is_joining(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    await sam.start()
    before = texts(sam)
    await sam.types(HURT)
    await sam.types(REMOVE)
    assert texts(sam) == before


async def test_and_somebody_who_began_to_join_below_the_numbers(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    await sam.types(HURT)
    await sam.start()
    await sam.types(REMOVE)
    assert not [text for text in texts(sam) if HURT in text or NOBODY in text or REMOVE in text]


async def test_somebody_under_13_types_it(hood: Neighbourhood) -> None:
    kim = hood.stranger("Kim")
    await kim.start()
    await kim.taps("Start")
    await kim.taps("No")
    before = texts(kim)
    await kim.types(HURT)
    await kim.types("remove this")
    assert texts(kim) == before


async def test_what_is_known_of_it_is_for_that_chat_and_gone_after_an_hour(
    hood: Neighbourhood,
) -> None:
    sam, other = hood.stranger(), hood.stranger("Other")
    await sam.types(HURT)
    await other.types(REMOVE)
    assert HURT in texts(sam)
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=61))
    await sam.types(REMOVE)
    assert HURT in texts(sam)
    sam.phone.tap(REMOVE)
    await sam.settles()
    assert HURT not in texts(sam)

"""Words typed under a request to approve a message."""

import pytest
from company import BOOKER, Neighbourhood, Person

from engagement.staff.rights import Role

LAMPS = "The lamps behind the shops are on."
NO = "No, don't send"


async def asks(author: Person, text: str) -> None:
    await author.types("/send")
    await author.taps("Public Realm")
    await author.types(text)
    assert "A second person has to approve it" in await author.taps("Send to")


@pytest.fixture
async def author(hood: Neighbourhood) -> Person:
    await hood.residents(52, "HP12 3HP")
    return await hood.board_member(label="Author")


async def test_a_bare_yes_decides_nothing_and_says_what_to_tap(
    hood: Neighbourhood, author: Person
) -> None:
    """It was answered with "To begin: /start"."""
    second = await hood.board_member(label="Second")
    await asks(author, LAMPS)
    for words in ("yes", "tak", "no thanks", "The date is wrong: it's the 5th."):
        said = await second.types(words)
        assert "Nothing was decided. Please tap a button" in said
    assert author.said_by_bot("Second") == 1


async def test_the_label_of_a_request_wins_over_a_question_above_it(
    hood: Neighbourhood, author: Person
) -> None:
    """It was kept as a comment on the question."""
    second = await hood.resident("Second", "HP12 3HP")
    await second.start(await hood.stage.invite(Role.BOARD_MEMBER, "Second", (BOOKER,)))
    await second.types("/consultations")
    await second.taps("Answer now")
    await asks(author, LAMPS)
    assert "Please tap a button" in await second.types("yes")
    assert "You declined it" in await second.types(NO)


async def test_words_after_a_typed_no_are_not_asked_to_decide_again(
    hood: Neighbourhood, author: Person
) -> None:
    """The request was answered by its label, so it has lost its buttons."""
    second = await hood.board_member(label="Second")
    await asks(author, LAMPS)
    assert "You declined it" in await second.types(NO)
    await second.types("The date is wrong.")
    assert "Nothing was decided" not in await second.types("Is it on Monday?")

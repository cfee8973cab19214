"""The reason for a no: asked once and for a few minutes, and nothing else is taken for it."""

from datetime import timedelta

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person

from usecases.broadcasts.decline_reason import Decided
from usecases.conversation.current_screen import Here, here
from usecases.people.identify import recognise
from usecases.world import Transaction

LAMPS = "The lamps behind the shops are on."
WHY = "Say which shops."
NO = "No, don't send"


@pytest.fixture
async def author(hood: Neighbourhood) -> Person:
    await hood.residents(52, "HP12 3HP")
    return await hood.board_member(BOOKER, ABBEY, label="Author")


@pytest.fixture
async def second(hood: Neighbourhood, author: Person) -> Person:
    """A colleague who has just declined a message, and is asked why."""
    colleague = await hood.board_member(BOOKER, ABBEY, label="Second")
    await asks(author)
    assert "Why? Type it here in the next five minutes" in await colleague.taps(NO)
    return colleague


async def asks(author: Person, text: str = LAMPS) -> None:
    await author.types("/send")
    await author.taps("All 2")
    await author.taps("Public Realm")
    await author.types(text)
    assert "A second person has to approve it" in await author.taps("Send to")


async def later(hood: Neighbourhood, **after: float) -> None:
    await hood.leap(hood.stage.clock.now() + timedelta(**after))


async def test_the_second_sentence_of_a_reason_is_added_to_it(
    author: Person, second: Person
) -> None:
    """It was answered with "We didn't understand that"."""
    await second.types(WHY)
    said = await second.types("And the date is the 5th.")
    assert f"The author sees your reason: “{WHY}\nAnd the date is the 5th.”" in said
    assert f"Why: {WHY}\nAnd the date is the 5th." in author.sees


async def test_a_message_a_minute_after_the_reason_is_no_part_of_it_without_a_yes(
    hood: Neighbourhood, author: Person, second: Person
) -> None:
    await second.types(WHY)
    await later(hood, minutes=1)
    asked = await second.types("Is the meeting still on?")
    assert "Is this part of your reason too? The author does not see it yet" in asked
    assert author.said_by_bot("Is the meeting still on?") == 0
    assert f"The author sees your reason: “{WHY}”" in await second.taps("No")
    assert author.said_by_bot("Is the meeting still on?") == 0


@pytest.mark.parametrize("yes", ["Yes, tell the author", "yes"])
async def test_a_reason_that_comes_late_is_passed_on_with_a_yes(
    hood: Neighbourhood, author: Person, second: Person, yes: str
) -> None:
    await later(hood, minutes=6)
    assert f"Is this why you declined it? The author does not see it yet: “{WHY}”" in (
        await second.types(WHY)
    )
    assert author.said_by_bot("Why:") == 0
    assert f"The author sees your reason: “{WHY}”" in await second.types(yes)
    assert f"Why: {WHY}" in author.sees


async def test_late_words_that_are_no_reason_stay_with_who_wrote_them(
    hood: Neighbourhood, author: Person, second: Person
) -> None:
    await later(hood, minutes=6)
    await second.types("I can't come on Tuesday")
    assert "You declined it. Nothing was sent" in await second.taps("No")
    assert author.said_by_bot("Tuesday") == 0
    assert "We didn't understand that" in await second.types("I can't come on Tuesday")


@pytest.mark.parametrize("word", ["no", "cancel", "never mind", "Give no reason"])
async def test_a_word_that_says_no_gives_no_reason(
    author: Person, second: Person, word: str
) -> None:
    assert "You declined it. Nothing was sent" in await second.types(word)
    assert "We didn't understand that" in await second.types(WHY)
    assert author.said_by_bot("Why:") == 0


async def test_after_a_command_nothing_is_taken_for_the_reason(
    author: Person, second: Person
) -> None:
    """Half an hour long, whatever they typed went to the author."""
    await second.types("/help")
    assert "We didn't understand that" in await second.types("I can't come on Tuesday")
    assert author.said_by_bot("Why:") == 0


async def test_after_another_button_nothing_is_taken_for_the_reason(
    hood: Neighbourhood, author: Person, second: Person
) -> None:
    await asks(author, "Two benches are coming.")
    await second.taps("Yes, send to")
    await second.types("I can't come on Tuesday")
    assert author.said_by_bot("Why:") == 0


async def test_a_reason_typed_while_another_request_comes_is_not_lost(
    hood: Neighbourhood, author: Person, second: Person
) -> None:
    """It was taken for words about the newer request, and lost."""
    await asks(author, "Two benches are coming.")
    assert f"Is this why you declined it? The author does not see it yet: “{WHY}”" in (
        await second.types(WHY)
    )
    await second.taps("Yes, tell the author")
    assert f"Why: {WHY}" in author.sees
    assert author.said_by_bot("Two benches are coming.") > 0


async def test_a_message_that_is_being_written_goes_on_after_the_reason(
    hood: Neighbourhood, author: Person
) -> None:
    colleague = await hood.board_member(BOOKER, ABBEY, label="Second")
    await asks(author)
    request = colleague.phone.keyboard_message
    await colleague.types("/send")
    await colleague.taps("All 2")
    await colleague.taps("Public Realm")
    colleague.phone.tap(NO, request)
    await colleague.settles()
    await colleague.types(WHY)
    assert f"Why: {WHY}" in author.sees
    await later(hood, minutes=1)
    assert "Two benches are coming." in await colleague.types("Two benches are coming.")
    assert any(label.startswith("Send to") for label in colleague.labels)
    assert author.said_by_bot("Two benches are coming.") == 0


async def test_a_reason_cut_in_two_by_the_app_is_refused_whole(
    author: Person, second: Person
) -> None:
    assert "The most we can take is 500" in await second.types("x" * 4_096)
    assert "The most we can take is 500" in await second.types("the end of it")
    assert author.said_by_bot("Why:") == 0


async def test_words_of_danger_put_together_with_the_reason_are_noticed(
    author: Person, second: Person
) -> None:
    await second.types("Nobody cares that I want to")
    assert second.said_by_bot("999") == 0
    await second.types("die")
    assert second.said_by_bot("999") == 1
    assert author.said_by_bot("want to\ndie") == 0


async def test_a_reply_that_was_lost_asks_why_again_while_it_is_open(
    hood: Neighbourhood, author: Person, second: Person
) -> None:
    """After a restart the bot shows where somebody was, from what is stored."""
    service = hood.stage.service

    async def shown(tx: Transaction) -> Here:
        return await here(
            tx, service.world, await recognise(tx, service.world, second.phone.chat.id)
        )

    question = await service.batcher.run(shown)
    assert isinstance(question, Decided)
    assert question.reason is None
    await later(hood, minutes=6)
    assert not isinstance(await service.batcher.run(shown), Decided)


@pytest.mark.parametrize("is_blocked", [False, True])
async def test_who_declines_reads_that_an_author_who_has_stopped_does_not_see_it_yet(
    hood: Neighbourhood, author: Person, is_blocked: bool
) -> None:
    """They read "the author has been told", and rang nobody."""
    colleague = await hood.board_member(BOOKER, ABBEY, label="Second")
    await asks(author)
    if is_blocked:
        author.phone.block()
        await author.settles()
    else:
        await author.types("/stop")
    said = await colleague.taps(NO)
    assert "The author gets no messages from us just now." in said
    assert "has been told" not in said
    said = await colleague.types(WHY)
    assert f"They see your reason when they come back: “{WHY}”" in said


async def test_an_author_who_has_stopped_reads_when_they_hear_the_answer(
    hood: Neighbourhood, author: Person
) -> None:
    await hood.board_member(BOOKER, ABBEY, label="Second")
    await author.types("/stop")
    await asks(author)
    assert "you hear the answer only after you send /start" in author.sees

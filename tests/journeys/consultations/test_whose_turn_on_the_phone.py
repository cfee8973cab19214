"""Whose turn is it on a shared phone? What is the owner's is asked about first, and nothing that is
typed is ever taken for the other's."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from about_oneself import OFFER, asks_equality, kept
from asking import asked
from company import Neighbourhood, Person
from one_phone import BACK, HOME, household, rows, second_answers, second_joins
from replying import replies

from bot.application import COMMANDS
from bot.handlers.buttons import BUTTONS
from emulator import Voice, recording
from usecases.conversation.current_screen import here
from usecases.people import identify
from usecases.people.heard import OWNERS_AND
from usecases.people.whose_turn import WhoQuestion, Why
from usecases.world import Transaction

WORDS = (
    "SELECT mode, value FROM answers JOIN responses USING (resident_id, consultation)"
    " WHERE question = 'own_words' ORDER BY mode"
)
HERS = ("chat", '"More lamps, please"')
FIRST = (
    "SELECT mode, option FROM chosen JOIN responses USING (resident_id)"
    " WHERE question = 'first_theme' ORDER BY mode"
)
WHO, OWNERS = "We don't know who has the phone now", "Only the owner of this phone"
GOES_ON, OWNER_HAS_IT = "Person 2 goes on", "The owner of the phone"


async def at_own_words(phone: Person) -> None:
    """Somebody else on this phone is at the last question, which takes own words."""
    await second_joins(phone)
    await phone.taps("Answer now")
    for _ in range(3):
        await phone.taps("Skip")


async def seat(hood: Neighbourhood) -> object:
    """Who has the phone: a guest's seat, or nobody but its owner."""
    ((found,),) = await rows(hood, "SELECT answering FROM contacts WHERE reach <> 'shared'")
    return found


async def test_no_command_shows_anything_of_the_owners_while_a_second_person_has_the_phone(
    hood: Neighbourhood,
) -> None:
    asks_equality(hood)
    amina = await household(hood)
    for label in ("One a week", OFFER, "Yes, I'm 16 or over", "35 to 49", "Female"):
        await amina.taps(label)
    await amina.types("/another")
    for label in ("Start", "Yes"):
        await amina.taps(label)
    await amina.types("Chesham")
    await amina.taps("Answer now")
    has_it = await seat(hood)
    last = ["help", "stop", "another"]
    for name in [*(name for name in COMMANDS if name not in last), *last]:
        before = len(amina.from_bot)
        await amina.types(f"/{name}")
        new = "\n".join(message.text for message in amina.from_bot[before:])
        for hers in ("More lamps", "35 to 49", "Female", "Streets", "Ryemead"):
            assert hers not in new, (name, hers)
        if name != "another":
            assert await seat(hood) == has_it, name
        if name not in last:
            assert ("Who has the phone?" if name == "mine" else OWNERS) in new, name
    assert "Hello, person 3" in amina.sees


@pytest.mark.parametrize("said", ["/help", "help"])
async def test_help_is_for_whoever_has_the_phone(hood: Neighbourhood, said: str) -> None:
    amina = await household(hood)
    await second_joins(amina)
    await amina.taps("Answer now")
    assert "Person 2 is answering" in await amina.types(said)
    assert BACK in amina.labels


async def test_after_a_command_nothing_is_used_until_it_is_said_who_has_the_phone(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    await at_own_words(amina)
    assert OWNERS in await amina.types("/language")
    assert WHO in await amina.types("A pond")
    assert await rows(hood, WORDS) == [HERS]
    await amina.taps(GOES_ON)
    await amina.types("A pond")
    assert await rows(hood, WORDS) == [HERS, ("shared phone", '"A pond"')]


@pytest.mark.parametrize("says", [Person.taps, Person.types])
async def test_a_button_of_the_owners_is_pressed_once_they_say_that_they_have_the_phone(
    hood: Neighbourhood, says: Callable[[Person, str], Awaitable[str]]
) -> None:
    amina = await household(hood)
    hers = amina.phone.keyboard_message
    await second_joins_by_command(amina)
    before = len(amina.from_bot)
    amina.phone.tap("Change my answers", hers)
    assert OWNERS in await amina.settles()
    new = "\n".join(message.text for message in amina.from_bot[before:])
    assert "Streets" not in new
    await says(amina, OWNER_HAS_IT)
    assert "Streets" in amina.question
    assert await seat(hood) is None


async def test_the_owner_has_the_phone_also_where_their_button_is_refused_now(
    hood: Neighbourhood,
) -> None:
    asks_equality(hood)
    amina = await household(hood)
    await amina.taps("One a week")
    hers = amina.phone.keyboard_message
    await second_joins_by_command(amina)
    amina.phone.tap(OFFER, hers)
    assert OWNERS in await amina.settles()
    asks_equality(hood, equality_questions=None)
    await amina.taps(OWNER_HAS_IT)
    assert "We don't ask people about themselves here" in amina.toast + amina.sees
    assert await seat(hood) is None


async def test_after_the_receipt_a_label_that_both_have_is_nobodys(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await second_answers(amina)
    assert WHO in await amina.types("Change my answers")
    assert await rows(hood, WORDS) == [HERS, ("shared phone", '"Benches"')]
    assert "The owner has the phone again" in await amina.types("Hand the phone back")


async def second_joins_by_command(phone: Person) -> None:
    """Somebody else begins in a new message, up to the first question."""
    await phone.types("/another")
    await phone.taps("Start")
    await phone.taps("Yes")
    await phone.types(HOME)
    await phone.taps("Answer now")


async def test_typing_that_the_second_person_goes_on_does_what_the_tap_does(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    await at_own_words(amina)
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=31))
    assert WHO in await amina.types("A pond")
    assert "Person 2 is answering" in await amina.types("person 2 goes on")
    await amina.types("A pond")
    assert await rows(hood, WORDS) == [HERS, ("shared phone", '"A pond"')]


async def test_what_the_second_person_types_after_a_typed_label_is_theirs(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    await amina.taps("Change my answers")
    await second_joins_by_command(amina)
    for label in ("Jobs", "Messages", "Done", "2"):
        await amina.taps(label)
    await amina.types("Benches")
    await amina.types("hand the phone back")
    await amina.types("/mine")
    await amina.types("Person 2: change")
    assert "Person 2 is answering" in await amina.types("I am person 2: change my answers")
    await amina.types("Health and wellbeing")
    assert await rows(hood, FIRST) == [
        ("chat", "public_realm"),
        ("shared phone", "health_and_wellbeing"),
    ]


async def test_at_a_question_the_phone_can_be_handed_back_in_words(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await second_joins(amina)
    await amina.taps("Answer now")
    assert "The owner has the phone again" in await amina.types("hand the phone back")
    assert await seat(hood) is None


async def test_below_what_has_come_for_the_owner_it_is_asked_who_has_the_phone(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    maria = await hood.board_member(label="Maria")
    nick = await hood.board_member(label="Nick")
    await at_own_words(amina)
    await asked(hood, maria, nick)
    assert WHO in await amina.types("Sunday")
    assert await rows(hood, WORDS) == [HERS]
    await amina.taps(OWNER_HAS_IT)
    await amina.types("Sunday")
    assert await rows(hood, "SELECT count(*) FROM poll_answers") == [(1,)]
    assert await rows(hood, WORDS) == [HERS]


async def test_below_a_poll_the_second_person_goes_on_when_they_have_said_so(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    maria = await hood.board_member(label="Maria")
    nick = await hood.board_member(label="Nick")
    await at_own_words(amina)
    await asked(hood, maria, nick)
    amina.phone.send_voice(Voice(recording(7), 7))
    assert WHO in await amina.settles()
    assert await rows(hood, "SELECT * FROM voice_notes") == []
    await amina.taps(GOES_ON)
    await amina.types("Sunday")
    assert await rows(hood, WORDS) == [HERS, ("shared phone", '"Sunday"')]


async def test_a_reply_to_what_came_for_the_owner_is_asked_about(hood: Neighbourhood) -> None:
    amina = await household(hood)
    maria = await hood.board_member(label="Maria")
    nick = await hood.board_member(label="Nick")
    await at_own_words(amina)
    await asked(hood, maria, nick)
    poll = amina.from_bot[-1]
    await amina.types("Sunday")
    await amina.taps(GOES_ON)
    assert WHO in await replies(amina, poll, "Sunday")
    assert await rows(hood, "SELECT * FROM comments") == []


async def test_a_lost_question_who_has_the_phone_is_asked_again(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await amina.taps("Change my answers")
    await second_joins_by_command(amina)
    await amina.types("/mine")
    service, chat = hood.stage.service, amina.phone.user_id

    async def look(tx: Transaction) -> object:
        owner = await identify.recognise(tx, service.world, chat)
        return await here(tx, service.world, owner)

    shown = await service.batcher.run(look)
    assert isinstance(shown, WhoQuestion)
    assert shown.why is Why.AGAIN


async def test_a_lost_voice_note_is_said_to_the_second_person(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await at_own_words(amina)
    amina.phone.send_voice(Voice(b"this is no sound", 7))
    await amina.settles()
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=2))
    said = next(m.text for m in reversed(amina.from_bot) if "voice" in m.text.lower())
    assert "Person 2 is answering" in said
    assert "We could not" in said or "couldn't" in said


async def test_blocked_and_unblocked_the_owner_is_reached_again_and_nothing_is_said(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    await second_answers(amina)
    before = len(amina.from_bot)
    amina.phone.block()
    await hood.stage.settle()
    reach = "SELECT reach FROM contacts ORDER BY reach"
    assert await rows(hood, reach) == [("blocked",), ("shared",)]
    amina.phone.unblock()
    await hood.stage.settle()
    assert await rows(hood, reach) == [("reachable",), ("shared",)]
    assert len(amina.from_bot) == before


@pytest.mark.parametrize("says", [Person.taps, Person.types])
async def test_who_types_mine_and_goes_on_sees_their_own_answers(
    hood: Neighbourhood, says: Callable[[Person, str], Awaitable[str]]
) -> None:
    amina = await household(hood)
    await second_joins(amina)
    await amina.taps("Answer now")
    await amina.taps("Jobs")
    await amina.types("/mine")
    said = await says(amina, GOES_ON)
    assert "Person 2 is answering" in said
    assert "Jobs and careers" in said
    assert "More lamps" not in said


async def test_it_is_asked_in_the_languages_of_both_who_has_the_phone(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await amina.taps("Someone else here wants to answer")
    await amina.taps("اردو")
    asked = await amina.types("/news")
    assert OWNERS in asked
    assert "فون کس کے پاس ہے؟" in asked
    theirs, owners = amina.labels
    assert "آگے چلے" in theirs
    assert owners == OWNER_HAS_IT
    assert "جواب دے رہا ہے" in await amina.types(theirs)


@pytest.mark.parametrize("said", ["1", "what does that mean", "hm"])
async def test_words_at_the_question_whether_to_forget_the_second_person_are_understood(
    hood: Neighbourhood, said: str
) -> None:
    """The button that hands the phone back is none of the answers to it."""
    amina = await household(hood)
    await second_joins(amina)
    await amina.taps("Answer now")
    await amina.taps("Jobs")
    await amina.types("forget me")
    assert "went wrong" not in await amina.types(said)
    assert await rows(hood, "SELECT * FROM inbox WHERE state = 'quarantined'") == []


async def test_after_a_no_to_being_forgotten_words_are_for_the_question(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    await at_own_words(amina)
    await amina.types("forget me")
    await amina.taps("No")
    await amina.types("A pond")
    assert await rows(hood, WORDS) == [HERS, ("shared phone", '"A pond"')]


@pytest.mark.parametrize("said", ["give it back", "Hand back the phone, please!", "oddaj telefon"])
async def test_the_phone_is_handed_back_in_other_words(hood: Neighbourhood, said: str) -> None:
    amina = await household(hood)
    await at_own_words(amina)
    assert "The owner has the phone again" in await amina.types(said)
    assert await rows(hood, WORDS) == [HERS]


@pytest.mark.parametrize("said", ["about me", "stop using this"])
async def test_the_second_person_is_not_asked_about_themselves(
    hood: Neighbourhood, said: str
) -> None:
    asks_equality(hood)
    amina = await household(hood)
    for label in ("One a week", OFFER, "Yes, I'm 16 or over", "35 to 49"):
        await amina.taps(label)
    await second_joins_by_command(amina)
    told = await amina.types(said)
    assert "We don't ask people about themselves on somebody else's phone" in told
    assert "35 to 49" not in told
    assert OFFER not in amina.labels
    assert list((await kept(hood)).values()) == ["from_35"]


async def test_the_second_person_reads_how_to_complain_and_has_no_button_that_refuses(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    await at_own_words(amina)
    said = await amina.types("I want to complain about the council")
    assert "Shall we" in said
    assert "Make a complaint" not in [*amina.labels, said]
    assert "Then its owner can send /complain." in said
    assert "To reach" in said
    await amina.taps("No")
    assert await rows(hood, WORDS) == [HERS]


def test_the_owners_say_is_no_other_button() -> None:
    assert OWNERS_AND not in BUTTONS

"""How many messages a week somebody wants: asked once, changed in /news, shown in /mydata."""

from __future__ import annotations

from datetime import timedelta

from company import Neighbourhood, Person, answers_all

from bot.views import my_data
from engagement.broadcasts.gate import Weekly
from storage.people import contacts
from storage.people.contacts import Contact

QUESTION = "How many messages a week do you want from us?"
LAMPS, SWINGS = "The lamps are on.", "The swings are mended."


async def sends(hood: Neighbourhood, words: str) -> None:
    member = await hood.board_member()
    await member.types("/send")
    await member.taps("Something else")
    await member.types(words)
    await member.taps("Send to")


async def stored(hood: Neighbourhood, person: Person) -> Contact | None:
    async with hood.stage.service.database.read() as tx:
        return await contacts.contact_of(tx, person.phone.user_id)


async def test_somebody_is_asked_after_their_first_answers_and_only_then(
    hood: Neighbourhood, amina: Person
) -> None:
    assert QUESTION not in amina.sees
    assert QUESTION in await answers_all(amina)
    assert "one message a week at most" in await amina.taps("One a week")
    kept = await stored(hood, amina)
    assert kept is not None
    assert kept.weekly is Weekly.ONE
    await hood.leap(hood.library.consultations["keeping-in-touch"].opens_at + timedelta(hours=2))
    await amina.types("/consultations")
    for _ in range(12):
        if "Your receipt" in amina.sees:
            break
        await amina.taps("Answer" if "Answer now" in amina.labels else amina.labels[0])
    assert QUESTION not in amina.sees


async def test_where_nothing_is_open_somebody_is_asked_when_they_join(hood: Neighbourhood) -> None:
    closes = hood.library.consultations["local-priorities"].closes_at
    await hood.leap(closes + timedelta(hours=1))
    ben = await hood.resident("Ben", "HP12 3HP")
    assert QUESTION in ben.sees
    assert "three messages a week at most" in await ben.types("up to three a week")
    assert QUESTION not in await ben.types("/start")


async def test_news_says_what_is_in_force_and_changes_it(
    hood: Neighbourhood, amina: Person
) -> None:
    assert "You get one message a week at most." in await amina.types("/news")
    await amina.taps("Up to three a week")
    assert "You get 3 messages a week at most." in await amina.types("/news")
    await amina.taps("Only questions")
    assert "You get only questions and what came of your answers" in await amina.types("/news")
    await amina.taps("One a week")
    assert "You get one message a week at most." in await amina.types("/news")


async def test_who_chose_as_many_as_there_are_keeps_that_until_they_change_it(
    hood: Neighbourhood, amina: Person
) -> None:
    amina.phone.forge("nw:0")
    await amina.settles()
    assert "You get messages as they come." in await amina.types("/news")
    await amina.taps("One a week")
    assert "You get one message a week at most." in await amina.types("/news")


async def test_a_number_that_no_button_has_chooses_nothing(
    hood: Neighbourhood, amina: Person
) -> None:
    amina.phone.forge("nw:9")
    await amina.settles()
    kept = await stored(hood, amina)
    assert kept is not None
    assert kept.weekly is None


async def test_who_wants_only_questions_gets_questions_and_no_news(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types("/news")
    await amina.taps("Only questions")
    await sends(hood, LAMPS)
    assert amina.said_by_bot(LAMPS) == 0
    member = await hood.board_member(label="Other")
    await member.types("/send")
    await member.taps("The questions")
    await member.types("Tell us what matters.")
    await member.taps("Send to")
    assert amina.said_by_bot("Tell us what matters.") == 1
    assert LAMPS in await amina.types("/news")


async def test_who_wants_more_gets_at_once_what_waits(hood: Neighbourhood, amina: Person) -> None:
    await sends(hood, LAMPS)
    await sends(hood, SWINGS)
    assert amina.said_by_bot(SWINGS) == 0
    await amina.types("/news")
    await amina.taps("Up to three a week")
    # The page of news has become the reply, so this is the message itself.
    assert amina.said_by_bot(SWINGS) == 1


async def test_the_choice_is_in_mydata_and_goes_with_the_link(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types("/news")
    await amina.taps("Up to three a week")
    await amina.types("/mydata")
    document = next(m.document for m in reversed(amina.phone.messages) if m.document)
    page = document.content.decode()
    assert "Messages a week" in page
    assert "three at most" in page
    assert "weekly" in my_data.FIELDS["contacts"]
    await amina.types("/forget")
    await amina.taps("Yes, forget me")
    assert await stored(hood, amina) is None


async def test_a_stranger_cannot_choose(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    await sam.start()
    sam.phone.forge("nw:1")
    await sam.settles()
    assert "join" in (sam.sees + sam.toast).lower()
    assert await stored(hood, sam) is None

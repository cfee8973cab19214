"""A quick poll once people answer: its running total, stopping it, leaving, and other languages."""

from __future__ import annotations

from datetime import timedelta

import pytest
from asking import QUESTION, asked
from company import BOOKER, Neighbourhood, Person
from evenings import election
from sqlalchemy import func, select

from storage.consultations.polls import poll_answers
from storage.people.contacts import contacts

EVERY_STEP = 29
"""With so many people the first step is there, however many more than 25 were drawn for it."""


@pytest.fixture
async def maria(hood: Neighbourhood) -> Person:
    return await hood.board_member(label="Maria")


@pytest.fixture
async def nick(hood: Neighbourhood) -> Person:
    return await hood.board_member(label="Nick")


async def answer(hood: Neighbourhood, people: list[Person], label: str) -> None:
    await hood.all_do(people, lambda phone: phone.tap(label))


async def test_the_total_comes_in_steps_to_those_who_answered_and_to_staff(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    others = await hood.residents(EVERY_STEP - 1, "HP12 3HP")
    await asked(hood, maria, nick, ("Saturday", "Sunday"))
    await answer(hood, others[:12], "Saturday")
    await answer(hood, others[12:24], "Sunday")
    assert "What people say" not in others[0].sees
    assert "When at least 25 people have answered" in await others[0].taps("What others say now")
    await answer(hood, others[24:], "Sunday")
    assert "At least 25" not in amina.sees
    said = await amina.taps("Sunday")
    assert "What people say so far. At least 25 have answered:" in said
    assert "Saturday: about 10" in said
    assert "This changes when at least 25 more people have answered." in said
    # Who has changed their answer changes nothing that is shown.
    again = await amina.taps("Saturday")
    assert "Saturday: about 10" in again
    await maria.types("/ask")
    await maria.taps("What I asked before")
    seen = await maria.taps("1 ")
    assert "At least 25 have answered" in seen
    assert "This is no consultation" in seen
    await hood.leap(hood.stage.clock.now() + timedelta(days=9))
    await maria.types("/ask")
    await maria.taps("What I asked before")
    over = await maria.taps("1 ")
    assert "What people said. At least 25 answered:" in over
    assert "The last few answers may be missing here" in over


async def test_too_few_answers_are_shown_as_no_number(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await asked(hood, maria, nick)
    await amina.taps("Sunday")
    await hood.leap(hood.stage.clock.now() + timedelta(days=9))
    await maria.types("/ask")
    await maria.taps("What I asked before")
    assert "Too few people answered" in await maria.taps("1 ")
    assert "Your answer was: Sunday" in await amina.taps("What others say now")


async def test_an_election_hides_the_total_and_answers_go_on(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    others = await hood.residents(EVERY_STEP - 1, "HP12 3HP")
    await asked(hood, maria, nick)
    await answer(hood, others, "Sunday")
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today, last=today + timedelta(days=1))
    said = await amina.taps("Sunday")
    assert "Kept: Sunday." in said
    assert "What others say waits because of an election." in said
    assert "At least 25" not in said
    await maria.types("/ask")
    await maria.taps("What I asked before")
    assert "waits because of an election" in await maria.taps("1 ")


async def test_its_author_stops_it_and_those_who_answered_are_told_why(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    ben = await hood.resident("Ben", "HP12 3HP")
    await asked(hood, maria, nick)
    await amina.taps("Sunday")
    await maria.types("/ask")
    await maria.taps("What I asked before")
    await maria.taps("1 ")
    assert "Why do you end it early?" in await maria.taps("End it early")
    assert "The hall is closed." in await maria.types("The hall is closed.")
    await maria.taps("Yes, end it")
    assert maria.said_by_bot("It has ended.") == 1
    await hood.stage.settle()
    assert amina.said_by_bot("We stopped a quick question.") == 1
    assert "Why: The hall is closed." in amina.sees
    assert ben.said_by_bot("We stopped a quick question.") == 0
    await ben.taps("Sunday")
    assert "We stopped this question" in ben.toast


async def test_a_reason_on_offer_is_read_in_ones_own_language(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await amina.types("/language")
    await amina.taps("اردو")
    await asked(hood, maria, nick)
    await amina.types("sunday")
    officer = await hood.officer()
    await officer.types("/ask")
    await officer.taps("What I asked before")
    await officer.taps("1 ")
    await officer.taps("End it early")
    await officer.taps("There was a mistake in it")
    await officer.taps("Yes, end it")
    await hood.stage.settle()
    assert "ہم نے ایک چھوٹا سوال روک دیا۔" in amina.sees
    assert "اس میں غلطی تھی" in amina.sees


async def test_a_colleague_may_not_stop_it_and_no_is_no(
    hood: Neighbourhood, maria: Person, nick: Person, amina: Person
) -> None:
    await asked(hood, maria, nick)
    await nick.types("/ask")
    await nick.taps("What I asked before")
    await nick.taps("1 ")
    assert "End it early" not in nick.labels
    await maria.types("/ask")
    await maria.taps("What I asked before")
    await maria.taps("1 ")
    await maria.taps("End it early")
    assert "Nothing has changed. It goes on." in await maria.taps("No, let it go on")
    assert "Kept: Sunday." in await amina.taps("Sunday")


async def test_somebody_who_reads_urdu_sees_which_part_is_not_translated(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await amina.types("/language")
    await amina.taps("اردو")
    await asked(hood, maria, nick, ("Yes", "No"))
    assert "ایک چھوٹا سا سوال۔" in amina.sees
    assert QUESTION in amina.sees
    assert hood.stage.service.words.plain("broadcast-not-translated", "ur") in amina.sees
    said = await amina.types("جی ہاں")
    assert "محفوظ ہو گیا: \u2068Yes" in said
    assert "محفوظ ہو گیا: \u2068No" in await amina.types("نہیں")


async def test_forgetting_takes_the_answer_back_or_waits_for_the_end(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    ben = await hood.resident("Ben", "HP12 3HP")
    await asked(hood, maria, nick)
    await amina.taps("Sunday")
    await ben.taps("Saturday")
    assert "Monday 12 September" in await amina.types("/forget")
    await amina.taps("Now")
    await ben.types("/forget")
    await ben.taps("When")
    assert await _answers(hood) == ["Saturday"]
    await amina.taps("Saturday")
    assert await _answers(hood) == ["Saturday"]
    before = await _contacts(hood)
    await hood.leap(hood.stage.clock.now() + timedelta(days=9))
    assert await _contacts(hood) == before - 1


async def test_who_joins_again_cannot_answer_a_second_time(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await asked(hood, maria, nick)
    message = amina.phone.keyboard_message
    await amina.taps("Sunday")
    await amina.types("/forget")
    await amina.taps("Now")
    await amina.start()
    await amina.taps("Start")
    await amina.taps("Yes")
    await amina.types("HP12 3HP")
    amina.phone.tap("Saturday", message)
    await hood.stage.settle()
    assert "This question was not sent to you" in amina.toast
    assert await _answers(hood) == []


async def test_mydata_shows_the_question_and_the_answer(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await asked(hood, maria, nick)
    await amina.taps("Sunday")
    await amina.types("/mydata")
    page = next(m.document for m in reversed(amina.phone.messages) if m.document)
    text = page.content.decode()
    assert "Your answers to quick questions" in text
    assert QUESTION in text
    assert "Sunday" in text


async def test_stop_and_words_of_danger_are_no_answers(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await asked(hood, maria, nick)
    await amina.types("I want to kill myself")
    assert await _answers(hood) == []
    assert "You get no more messages" in await amina.types("stop") or "stopped" in amina.sees
    assert await _answers(hood) == []


async def test_it_is_no_news_and_no_consultation(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    officer = await hood.officer()
    await asked(hood, maria, nick)
    await amina.taps("Sunday")
    assert QUESTION not in await amina.types("/news")
    assert QUESTION not in await amina.types("/consultations")
    for command in ("/results", "/export", "/manage", "/reading"):
        assert QUESTION not in await officer.types(command)


async def _answers(hood: Neighbourhood) -> list[str]:
    async def read(tx):
        query = select(poll_answers.c.answer).order_by(poll_answers.c.answer)
        return [*(await tx.execute(query)).scalars()]

    return await hood.stage.service.batcher.run(read)


async def _contacts(hood: Neighbourhood) -> int:
    async def read(tx):
        return (await tx.execute(select(func.count()).select_from(contacts))).scalar_one()

    return await hood.stage.service.batcher.run(read)

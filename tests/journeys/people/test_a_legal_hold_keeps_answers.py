"""During a legal hold no way that people have deletes an answer or a comment."""

from __future__ import annotations

import pytest
from company import Neighbourhood, Person
from one_phone import BACK, HOME, household, rows, second_answers, second_joins, shares_phones

from usecases.operations import legal_hold
from usecases.people import leave
from usecases.people.identify import recognise
from usecases.world import Transaction

HELD = "we can't delete any answers yet"
BUSES = "I would rather talk about buses"


async def held(hood: Neighbourhood) -> None:
    """The council begins a legal hold."""
    world = hood.stage.service.world
    await hood.stage.service.batcher.run(lambda tx: legal_hold.hold(tx, world, "case 2026-114"))


async def over(hood: Neighbourhood) -> None:
    """The council ends it."""
    world = hood.stage.service.world
    await hood.stage.service.batcher.run(lambda tx: legal_hold.release(tx, world))


async def kept(hood: Neighbourhood) -> list[tuple[object, ...]]:
    """All answers, earlier answers and comments."""
    found = []
    for table, words in (("answers", "value"), ("answer_history", "value"), ("comments", "text")):
        found += await rows(
            hood,
            f"SELECT mode, consultation, question, {words} FROM {table}"
            " JOIN responses USING (resident_id, consultation) ORDER BY 1, 2, 3, 4",
        )
    return found


async def comments(person: Person) -> None:
    """Words beside a choice, which are kept as a comment."""
    await person.taps("Change my answers")
    await person.types(BUSES)
    await person.taps("Yes, keep it")


async def test_one_persons_answers_on_a_phone_cannot_be_deleted(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await second_answers(amina)
    await amina.taps(BACK)
    before = await kept(hood)
    await held(hood)
    await amina.types("/mine")
    await amina.taps("Person 2: change")
    assert HELD in amina.question
    assert amina.labels == ["I am person 2: change my answers", "Back"]
    assert await kept(hood) == before


@pytest.mark.parametrize("button", ["Delete person 2's answers", "Yes, delete them"])
async def test_a_button_from_before_the_hold_deletes_nothing(
    hood: Neighbourhood, button: str
) -> None:
    amina = await household(hood)
    await second_answers(amina)
    await amina.taps(BACK)
    await amina.types("/mine")
    await amina.taps("Person 2: change")
    if button.startswith("Yes"):
        await amina.taps("Delete person 2's answers")
    before = await kept(hood)
    await held(hood)
    await amina.taps(button)
    assert HELD in amina.question
    assert await kept(hood) == before
    await over(hood)
    await amina.types("/mine")
    await amina.taps("Person 2: change")
    await amina.taps("Delete person 2's answers")
    await amina.taps("Yes, delete them")
    assert await rows(hood, "SELECT mode FROM responses") == [("chat",)]


async def test_a_comment_cannot_be_deleted(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await comments(amina)
    await amina.types("/mine")
    await amina.taps("My comments")
    before = await kept(hood)
    await held(hood)
    await amina.taps("Delete 1")
    assert HELD in amina.question
    assert await kept(hood) == before
    assert amina.labels == ["Back"]
    await over(hood)
    await amina.taps("Back")
    await amina.taps("My comments")
    await amina.taps("Delete 1")
    assert await rows(hood, "SELECT * FROM comments") == []


@pytest.mark.parametrize("asked", ["/forget", "forget me"])
async def test_neither_an_owner_nor_a_second_person_takes_answers_back(
    hood: Neighbourhood, asked: str
) -> None:
    amina = await household(hood)
    await second_joins(amina)
    await amina.taps("Answer now")
    await amina.taps("Jobs")
    await amina.types(asked)
    for button in ("Delete my words too", "Now: take my answers back"):
        if button not in amina.labels:
            continue
        await held(hood)
        before = await kept(hood)
        await amina.taps(button)
        assert HELD in amina.question
        assert await kept(hood) == before
        await over(hood)
        await amina.types(asked)


async def test_an_owner_without_words_is_offered_to_delete_those_of_the_others(
    hood: Neighbourhood,
) -> None:
    """They go with the owner's, so what is asked is about everybody on the phone."""
    shares_phones(hood)
    amina = await hood.resident("Amina", HOME)
    await amina.taps("Answer now")
    for label in ("Jobs", "Messages", "Done", "2", "Skip"):
        await amina.taps(label)
    await second_answers(amina)
    await amina.taps(BACK)
    await amina.types("/forget")
    assert "Delete my words too" in amina.labels
    await held(hood)
    await amina.types("/forget")
    assert HELD in amina.question
    assert amina.labels == ["When it closes", "No"]


async def test_whoever_cuts_a_link_takes_no_answer_back(hood: Neighbourhood) -> None:
    """Whatever led to it: the link goes, and the answers stay."""
    amina = await household(hood)
    await second_answers(amina)
    before = await kept(hood)
    await held(hood)
    service = hood.stage.service

    async def cut(tx: Transaction) -> leave.Forgotten:
        person = await recognise(tx, service.world, amina.phone.user.id)
        return await leave.forget(tx, service.world, person, without_words=True)

    done = await service.batcher.run(cut)
    assert [(one.taken_back, one.without_words) for one in done.every] == [((), False)] * 2
    assert await kept(hood) == before
    assert await rows(hood, "SELECT * FROM contacts") == []

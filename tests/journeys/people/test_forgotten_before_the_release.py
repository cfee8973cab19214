"""/forget between the close and the release: the close may still be moved, and nobody then answers
twice."""

from datetime import timedelta
from pathlib import Path

import pytest
from asking import asked as asks_quickly
from company import Neighbourhood, Person, answers_all
from council_changes import closes_later
from sqlalchemy import func, select

from storage.consultations.answers import answers
from storage.people import contacts

NOW, COUNTED = "Now: take my answers back", "Once they are counted"
IN_BETWEEN = timedelta(minutes=12)


@pytest.fixture
async def asked(hood: Neighbourhood, amina: Person) -> str:
    """Amina has answered, and asks to be forgotten twelve minutes after the close."""
    await answers_all(amina)
    closes_at = hood.library.consultations["local-priorities"].closes_at
    await hood.leap(closes_at + IN_BETWEEN)
    return await amina.types("/forget")


async def answered(hood: Neighbourhood) -> int:
    return len(await hood.exported(await hood.officer()))


async def is_known(hood: Neighbourhood, person: Person) -> bool:
    async with hood.stage.service.database.read() as tx:
        return await contacts.contact_of(tx, person.phone.user_id) is not None


async def joins_again(person: Person) -> None:
    await person.start()
    await person.taps("Start")
    await person.taps("Yes")
    await person.types("HP12 3HP")


async def in_an_hour(hood: Neighbourhood) -> None:
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=1, minutes=1))


async def test_there_are_two_ways_until_the_answers_are_counted(amina: Person, asked: str) -> None:
    assert "have just closed, and we have not counted yet" in asked
    assert amina.labels == [NOW, COUNTED, "Delete my words too", "No"]
    assert "We will forget you once your answers are counted." in await amina.taps(COUNTED)
    assert "once your answers are counted" in await amina.types("/forget")
    assert "questions close" not in await amina.types("/stop")


async def test_after_the_release_the_link_is_cut_and_the_answers_count(
    hood: Neighbourhood, amina: Person, asked: str
) -> None:
    await amina.types(COUNTED.lower())
    assert await is_known(hood, amina)
    await in_an_hour(hood)
    assert not await is_known(hood, amina)
    assert await answered(hood) == 1
    await joins_again(amina)
    await amina.types("/forget")
    assert amina.labels == ["Yes, forget me", "No"]


async def test_who_was_to_be_forgotten_when_the_close_is_moved_has_one_answer(
    hood: Neighbourhood, amina: Person, asked: str, tmp_path: Path
) -> None:
    """They were forgotten, joined again and answered again: two rows, from one phone."""
    await amina.taps(COUNTED)
    await closes_later(hood, tmp_path)
    await in_an_hour(hood)
    assert await is_known(hood, amina)
    assert "We will forget you when the questions close" in await amina.types("/forget")
    await hood.leap(hood.library.consultations["local-priorities"].closes_at + timedelta(days=15))
    await in_an_hour(hood)
    assert not await is_known(hood, amina)
    assert await answered(hood) == 1


async def test_who_took_their_answers_back_answers_again_once(
    hood: Neighbourhood, amina: Person, asked: str, tmp_path: Path
) -> None:
    assert "not counted yet, are gone too" in await amina.taps(NOW)
    await closes_later(hood, tmp_path)
    await joins_again(amina)
    await answers_all(amina)
    await hood.leap(hood.library.consultations["local-priorities"].closes_at + timedelta(days=15))
    await in_an_hour(hood)
    assert await answered(hood) == 1


async def test_what_is_open_and_what_is_not_counted_yet_are_both_named(
    hood: Neighbourhood, amina: Person
) -> None:
    """With a quick poll still open, it said that answers to what has closed stay, and then deleted
    them."""
    maria, nick = await hood.board_member(label="Maria"), await hood.board_member(label="Nick")
    await answers_all(amina)
    closes_at = hood.library.consultations["local-priorities"].closes_at
    await hood.leap(closes_at - timedelta(hours=4))
    await asks_quickly(hood, maria, nick)
    await amina.taps("Sunday")
    assert "your answers to the open questions" in await amina.types("/forget")
    await hood.leap(closes_at + IN_BETWEEN)
    said = await amina.types("/forget")
    assert "Others have just closed, and we have not counted yet" in said
    assert "your answers to all those questions" in said
    assert "Answers to what is counted stay" in said
    assert "what has closed" not in said
    await amina.taps(NOW)
    async with hood.stage.service.database.read() as tx:
        assert (await tx.execute(select(func.count()).select_from(answers))).scalar_one() == 0

"""Voice notes that could not be had: nothing says they are saved, and they can be sent again."""

import html
from datetime import timedelta

from company import Neighbourhood, Person
from test_voice_notes import NOTE, PLACE, SOUND, at_own_words, notes, sounds, speaker, speaks

from emulator import Status, Voice

NO_SOUND = Voice(b"not a sound at all", 4)
LOST = "We couldn't get your voice note"


async def page_of(person: Person) -> str:
    """What /mydata sends."""
    await person.types("/mydata")
    page = next(m.document for m in reversed(person.from_bot) if m.document).content.decode()
    return html.unescape(page)


async def test_who_hears_that_a_note_is_lost_can_send_it_again_at_once(
    hood: Neighbourhood,
) -> None:
    amina = await speaker(hood, NO_SOUND)
    assert LOST in amina.sees
    assert "4 of 4." in amina.sees
    assert "We have your voice note" in await speaks(amina)
    assert await sounds(hood) == [SOUND]
    assert await notes(hood) == [("kept", None)]
    assert "(a voice note)" in await amina.types("/mine")


async def test_who_hears_that_a_note_is_lost_can_type_it_at_once(hood: Neighbourhood) -> None:
    amina = await speaker(hood, NO_SOUND)
    assert "1 of 4 answers is saved" in await amina.types("i said more lamps")
    assert "i said more lamps" in await amina.types("/mine")
    assert await notes(hood) == []


async def test_a_note_that_could_not_be_had_is_nowhere_called_an_answer(
    hood: Neighbourhood,
) -> None:
    amina = await speaker(hood, NO_SOUND)
    assert "(a voice note that we couldn't get)" in await amina.types("/mine")
    assert "No question has an answer yet" in await amina.types("skip")
    page = await page_of(amina)
    assert "(a voice note)" not in page
    assert page.count("(a voice note that we couldn't get)") >= 2, "the answer, and the note"


async def test_who_has_stopped_messages_sees_among_their_answers_that_it_is_lost(
    hood: Neighbourhood,
) -> None:
    hood.stage.emulator.faults.next("getFile", Status(400, "Bad Request: wrong file_id"), times=99)
    amina = await speaker(hood)
    await amina.types("/stop")
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=20))
    assert LOST not in amina.sees
    assert "(a voice note that we couldn't get)" in await amina.types("/mine")


async def test_who_writes_something_else_by_then_is_not_asked_in_the_middle_of_it(
    hood: Neighbourhood,
) -> None:
    """What they write next is for that, and would become the answer."""
    hood.stage.emulator.faults.next("getFile", Status(400, "Bad Request: wrong file_id"), times=99)
    amina = await speaker(hood)
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=8))
    await amina.types("/complain")
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=8))
    assert LOST in amina.sees
    assert "4 of 4." not in amina.sees
    await amina.types("The bins were not collected for weeks")
    assert await notes(hood) == [("lost", None)]
    assert "The bins" not in await amina.types("/mine")


async def test_after_the_close_a_lost_note_cannot_be_sent_again_and_that_is_said(
    hood: Neighbourhood,
) -> None:
    hood.stage.emulator.faults.next("getFile", Status(400, "Bad Request: wrong file_id"), times=99)
    amina = await hood.resident("Amina", PLACE)
    closes = hood.library.consultations["local-priorities"].closes_at
    await hood.leap(closes - timedelta(minutes=30))
    await at_own_words(amina)
    await speaks(amina, NOTE)
    await hood.stage.until(closes + timedelta(hours=20))
    lost = next(m.text for m in amina.from_bot if LOST in m.text)
    assert "have closed" in lost
    assert "/mine" not in lost


async def test_the_file_of_answers_says_that_a_note_could_not_be_had(
    hood: Neighbourhood,
) -> None:
    await speaker(hood, NO_SOUND)
    await hood.closes()
    (row,) = await hood.exported(await hood.officer())
    assert row["own_words"] == "(a voice note that could not be fetched)"


async def test_words_on_offer_take_the_place_of_a_note_that_is_lost(hood: Neighbourhood) -> None:
    amina = await speaker(hood, NO_SOUND)
    assert "Shall we add" in await amina.types("I want to complain about the noise at night")
    await amina.taps("Yes")
    assert "the noise at night" in await amina.types("/mine")
    assert await notes(hood) == []

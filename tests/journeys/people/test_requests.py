"""/requests: a message that staff mark as a request, with its legal date."""

from datetime import timedelta

import pytest
from company import Neighbourhood, Person, answers_all
from sqlalchemy import insert, select

from storage.consultations import answers, comments
from storage.engine.database import Transaction
from usecases.operations import legal_hold

ASKS = "Please send me everything you have about the lamps."


async def held(hood: Neighbourhood) -> str | None:
    async with hood.stage.service.database.read() as tx:
        found = await legal_hold.held(tx)
    return found[0].reference if found else None


async def marks(officer: Person, words: str, kind: str) -> str:
    await officer.types("/requests")
    await officer.taps("Mark a request")
    await officer.types(words)
    return await officer.taps(kind)


async def complains(person: Person) -> str:
    await person.types("/complain")
    receipt = await person.types(ASKS)
    return receipt.split("Your reference: ")[1].split(".")[0]


@pytest.mark.parametrize(
    ("kind", "due"),
    [
        ("Information", "4 October 2022"),  # 19 September was a bank holiday
        ("My data", "5 October 2022"),
        ("Complaint", "5 October 2022"),
        ("A service", "the law sets none"),
    ],
)
async def test_a_complaint_marked_as_a_request_shows_its_legal_date_and_a_text_to_forward(
    hood: Neighbourhood, amina: Person, kind: str, due: str
) -> None:
    reference = await complains(amina)
    officer = await hood.officer()
    await officer.types(f"/complaints {reference}")
    assert ASKS in await officer.taps("This is a request")
    shown = await officer.taps(kind)
    assert "To: democracy@buckinghamshire.gov.uk" in shown
    assert "The bot sends no e-mail" in shown
    assert "Received: 5 September 2022" in shown
    last_day = "Last day to say that you have it" if kind == "Complaint" else "Last day to answer"
    assert f"{last_day}: {due}" in shown
    assert f'"{ASKS}"' in shown


async def test_a_complaint_is_named_by_its_reference(hood: Neighbourhood, amina: Person) -> None:
    reference = await complains(amina)
    officer = await hood.officer()
    assert ASKS in await officer.types(f"/requests {reference}")
    assert "Nothing has that reference" in await officer.types("/requests C-AAA-AAA")
    await officer.types("/requests")
    await officer.taps("Mark a request")
    assert ASKS in await officer.types(reference.lower())


async def test_words_copied_from_a_file_are_found_with_the_day_they_came(
    hood: Neighbourhood, amina: Person
) -> None:
    await answers_all(amina)
    officer = await hood.officer()
    await hood.closes()
    shown = await marks(officer, "More lamps, please", "My data")
    assert "Received: 5 September 2022" in shown
    await amina.types("/mydata")
    document = next(m.document for m in reversed(amina.phone.messages) if m.document)
    assert b"What you asked for" in document.content


async def test_words_of_questions_that_were_withdrawn_are_found_too(
    hood: Neighbourhood, amina: Person
) -> None:
    """Officers read them at /reading."""
    await answers_all(amina)
    officer = await hood.officer()
    await officer.types("/manage local-priorities withdraw: a mistake")
    assert "This is withdrawn." in await officer.taps("Yes, withdraw it")
    shown = await marks(officer, "More lamps, please", "My data")
    assert "Received: 5 September 2022" in shown
    await amina.types("/mydata")
    document = next(m.document for m in reversed(amina.phone.messages) if m.document)
    assert b"What you asked for" in document.content


async def test_marking_a_request_does_not_tell_what_somebody_chose_or_wrote(
    hood: Neighbourhood, amina: Person
) -> None:
    """Whatever an officer typed was looked for: an option's key, words of questions that are open,
    words of danger. "It came on Monday 5 September" said that somebody had chosen or written it."""
    await answers_all(amina)
    ben = await hood.resident("Ben", "Chesham")
    await ben.taps("Answer now")
    for _ in range(3):
        await ben.taps("Skip")
    await ben.types("I want to die")
    option = hood.library.consultations["local-priorities"].question("first_theme").options[0].key
    officer = await hood.officer()

    async def asked_about(words: str) -> str:
        await officer.types("/requests")
        await officer.taps("Mark a request")
        shown = await officer.types(words)
        await officer.taps("Cancel")
        return shown

    for words in (option, "More lamps, please", "I want to die", "I want to kill myself"):
        assert "We can't tell when it came" in await asked_about(words)
    await hood.closes()
    assert "It came on Monday 5 September" in await asked_about("More lamps, please")
    for words in (option, "I want to die", "I want to kill myself"):
        assert "We can't tell when it came" in await asked_about(words)


async def test_words_nobody_wrote_here_count_from_today(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await officer.types("/requests")
    await officer.types("mark a request")
    assert "We can't tell when it came" in await officer.types("Send me the minutes")
    assert "Received: 5 September 2022" in await officer.types("information")


async def test_two_who_wrote_the_same_are_not_told_apart(
    hood: Neighbourhood, amina: Person
) -> None:
    ben = await hood.resident("Ben", "HP12 3HP")
    for person in (amina, ben):
        await answers_all(person)
    await hood.closes()
    await marks(await hood.officer(), "More lamps, please", "My data")
    await amina.types("/mydata")
    document = next(m.document for m in reversed(amina.phone.messages) if m.document)
    assert b"What you asked for" not in document.content


async def test_until_it_is_answered_nothing_is_deleted_for_its_age(
    hood: Neighbourhood, amina: Person
) -> None:
    officer = await hood.officer()
    shown = await marks(officer, ASKS, "Information")
    assert "the bot deletes nothing because of its age" in shown
    assert "request R-" in (await held(hood) or "")
    await officer.taps("It has been answered")
    assert "Answered" in await officer.taps("Yes, it has been answered")
    assert await held(hood) is None
    assert "No request is open" in await officer.types("/requests")


async def test_a_service_holds_nothing_back(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    shown = await marks(officer, "Mend my street lamp", "A service")
    assert "deletes nothing" not in shown
    assert await held(hood) is None


async def test_the_councils_own_hold_begins_and_ends_beside_a_request(
    hood: Neighbourhood,
) -> None:
    officer = await hood.officer()
    await marks(officer, ASKS, "My data")
    world = hood.stage.service.world

    async def begin(tx: Transaction) -> None:
        await legal_hold.hold(tx, world, "case 7")

    async def end(tx: Transaction) -> None:
        assert await legal_hold.release(tx, world) is not None

    await hood.stage.service.batcher.run(begin)
    assert await held(hood) == "case 7"
    await hood.stage.service.batcher.run(end)
    assert "request R-" in (await held(hood) or "")


@pytest.mark.parametrize("kind", ["Information", "My data", "Complaint", "A service"])
async def test_those_responsible_hear_of_a_request_in_time_and_then_every_week(
    hood: Neighbourhood, kind: str
) -> None:
    """It was first said on the last day. Marked on 5 September 2022, the last day is 4 or 5
    October; the law sets none for a service."""
    officer = await hood.officer()
    await marks(officer, ASKS, kind)
    due = {"Information": 29, "My data": 30, "Complaint": 30}.get(kind)
    begun = hood.stage.clock.now().replace(hour=6, minute=0)
    for day in range(13, 39):
        await hood.leap(begun + timedelta(days=day))
        await hood.stage.until(hood.stage.clock.now() + timedelta(hours=3))
        reminded = [due - before for before in (14, 7, 1)] if due else []
        waits = sum(one <= day for one in reminded)
        assert officer.said_by_bot("A request waits for an answer") == waits, day
        late = [due, due + 7] if due else []
        assert officer.said_by_bot("A request is due") == sum(one <= day for one in late), day


async def test_an_answered_request_reminds_nobody(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await marks(officer, ASKS, "Information")
    await officer.taps("It has been answered")
    await officer.taps("Yes, it has been answered")
    await hood.leap(hood.stage.clock.now() + timedelta(days=30))
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=3))
    assert officer.said_by_bot("A request waits") + officer.said_by_bot("A request is due") == 0


async def test_an_answered_request_can_be_looked_at_no_more_buttons(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await marks(officer, ASKS, "Information")
    await officer.types("/requests")
    (reference,) = [label for label in officer.labels if label.startswith("R-")]
    assert "Please forward this now" in await officer.types(reference)
    await officer.taps("It has been answered")
    await officer.taps("Yes, it has been answered")
    assert officer.labels == []


async def test_the_day_of_a_complaint_is_known_though_its_author_was_forgotten(
    hood: Neighbourhood, amina: Person
) -> None:
    reference = await complains(amina)
    await amina.types("/forget")
    await amina.taps("Yes, forget me")
    officer = await hood.officer()
    assert "It came on" in await officer.types(f"/requests {reference}")


async def test_its_author_may_be_forgotten_while_it_is_being_marked(
    hood: Neighbourhood, amina: Person
) -> None:
    reference = await complains(amina)
    officer = await hood.officer()
    await officer.types(f"/requests {reference}")
    await amina.types("/forget")
    await amina.taps("Yes, forget me")
    assert "Please forward this now" in await officer.taps("Information")


async def test_one_person_who_wrote_the_same_twice_is_one_person(
    hood: Neighbourhood, amina: Person
) -> None:
    await answers_all(amina)

    async def again(tx: Transaction) -> None:
        query = select(answers.answers).where(answers.answers.c.value == "More lamps, please")
        found = (await tx.execute(query)).one()
        said = {"consultation": found.consultation, "question": found.question}
        said |= {"text": "More lamps, please", "written_at": found.answered_at}
        await tx.execute(insert(comments.comments).values(resident_id=found.resident_id, **said))

    await hood.stage.service.batcher.run(again)
    await hood.closes()
    await marks(await hood.officer(), "More lamps, please", "My data")
    await amina.types("/mydata")
    document = next(m.document for m in reversed(amina.phone.messages) if m.document)
    assert b"What you asked for" in document.content


async def test_who_marks_second_reads_that_a_colleague_was_first(
    hood: Neighbourhood, amina: Person
) -> None:
    """Information came as if it answered their tap on My data: another law and day."""
    reference = await complains(amina)
    olga, oscar = await hood.officer("Olga"), await hood.officer("Oscar")
    for officer in (olga, oscar):
        await officer.types(f"/complaints {reference}")
        await officer.taps("This is a request")
    assert "A colleague had marked this already" not in await olga.taps("Information")
    seen = await oscar.taps("My data")
    assert "A colleague had marked this already, so what you chose was not taken." in seen
    assert "Information" in seen

"""/complaints and /requests: what is done is no more asked for, and nothing ends by one tap."""

from datetime import timedelta

import pytest
from company import Neighbourhood, Person, answers_all

from usecases.operations import legal_hold

ASKS = "Please send me everything you have about the lamps."


async def complains(person: Person, words: str = "The page is slow") -> str:
    await person.types("/complain")
    receipt = await person.types(words)
    return receipt.split("Your reference: ")[1].split(".")[0]


async def marks(officer: Person, words: str, kind: str) -> str:
    await officer.types("/requests")
    await officer.taps("Mark a request")
    await officer.types(words)
    return await officer.taps(kind)


async def held(hood: Neighbourhood) -> bool:
    async with hood.stage.service.database.read() as tx:
        return bool(await legal_hold.held(tx))


async def ticks(hood: Neighbourhood) -> None:
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=2))


@pytest.mark.parametrize("first", ["acknowledged", "marked"])
async def test_a_complaint_marked_as_one_has_no_last_day_once_its_author_knows(
    hood: Neighbourhood, amina: Person, first: str
) -> None:
    """The thirty days of the law are for the acknowledgement: it was called overdue after that."""
    reference = await complains(amina)
    officer = await hood.officer()
    await officer.types(f"/complaints {reference}")
    if first == "acknowledged":
        await officer.taps("I have it")
    await officer.taps("This is a request")
    shown = await officer.taps("Complaint")
    if first == "marked":
        assert "Complaint. Say by Wednesday 5 October that you have it." in shown
        assert "Last day to say that you have it: 5 October 2022" in shown
        await officer.types(f"/complaints {reference}")
        await officer.taps("I have it")
    await officer.types("/requests")
    assert "Complaint. We have said that we have it." in officer.question
    assert "Last day to say that you have it: done" in await officer.taps("R-")
    await hood.leap(hood.stage.clock.now() + timedelta(days=40))
    await ticks(hood)
    assert officer.said_by_bot("A request") == 0
    assert "Overdue" not in await officer.types("/requests")
    assert await held(hood)  # until it is marked answered


async def test_officers_are_not_asked_for_what_one_has_done(
    hood: Neighbourhood, amina: Person
) -> None:
    ruth, dev = await hood.officer("Ruth"), await hood.officer("Dev")
    reference = await complains(amina)
    await ruth.types(f"/complaints {reference}")
    await ruth.taps("I have it")
    await ticks(hood)
    assert dev.said_by_bot("A person has read it already") == 1
    assert dev.said_by_bot("Please read it") == 0


async def test_words_that_a_colleague_has_marked_are_named_before_they_are_marked_again(
    hood: Neighbourhood, amina: Person
) -> None:
    await answers_all(amina)
    ruth, dev = await hood.officer("Ruth"), await hood.officer("Dev")
    await marks(ruth, "More lamps, please", "Information")
    await dev.types("/requests")
    await dev.taps("Mark a request")
    asked = await dev.types("More lamps, please")
    assert "These words are marked already, as R-" in asked
    assert "Please forward this now" in await dev.taps("R-")
    # Another person may have asked the same: it can be marked all the same.
    await dev.types("/requests")
    await dev.taps("Mark a request")
    await dev.types("More lamps, please")
    await dev.taps("Information")
    await dev.types("/requests")
    assert len([label for label in dev.labels if label.startswith("R-")]) == 2


async def test_two_who_mark_the_same_words_at_once_make_one_request(hood: Neighbourhood) -> None:
    ruth, dev = await hood.officer("Ruth"), await hood.officer("Dev")
    for officer in (ruth, dev):
        await officer.types("/requests")
        await officer.taps("Mark a request")
        await officer.types(ASKS)
    await ruth.taps("Information")
    await dev.taps("Information")
    await dev.types("/requests")
    assert len([label for label in dev.labels if label.startswith("R-")]) == 1


@pytest.mark.parametrize("end", ["It has been answered", "It was no request"])
async def test_a_request_does_not_end_by_one_tap(hood: Neighbourhood, end: str) -> None:
    officer = await hood.officer()
    await marks(officer, ASKS, "Information")
    assert "may then be deleted within a minute" in await officer.taps(end)
    assert await held(hood)
    assert "Please forward this now" in await officer.taps("Back")
    await officer.taps(end)
    await officer.types("yes, it")
    assert not await held(hood)


async def test_a_long_list_has_pages_with_what_nobody_has_acknowledged_first(
    hood: Neighbourhood, amina: Person
) -> None:
    """The twenty oldest were shown for ever, acknowledged or not."""
    made = []
    for number in range(23):
        made.append(await complains(amina, f"The page is slow, {number} times"))
        await amina.types("/help")
    officer = await hood.officer()
    await officer.types(f"/complaints {made[0]}")
    await officer.taps("I have it")
    await officer.types("/complaints")
    assert [label for label in officer.labels if label.startswith("C-")] == made[1:21]
    await officer.taps("More")
    assert [label for label in officer.labels if label.startswith("C-")] == [*made[21:], made[0]]


async def test_so_has_the_list_of_requests(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    for number in range(21):
        await marks(officer, f"{ASKS} {number}", "Information")
    await officer.types("/requests")
    assert len([label for label in officer.labels if label.startswith("R-")]) == 20
    await officer.taps("More")
    assert len([label for label in officer.labels if label.startswith("R-")]) == 1


async def test_a_reference_alone_opens_what_it_names(hood: Neighbourhood, amina: Person) -> None:
    reference = await complains(amina)
    officer = await hood.officer()
    assert "The page is slow" in await officer.types(reference.lower())
    assert "Nothing has that reference" in await officer.types("C-AAA-AAA")
    assert "didn't understand" in await officer.types("contact")
    # To a resident it is a word like any other.
    assert "The page is slow" not in await amina.types(reference)

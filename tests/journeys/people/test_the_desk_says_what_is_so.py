"""/complaints and /requests: what officers read and write there is true, and nothing is lost."""

from datetime import timedelta

from company import Neighbourhood, Person
from on_duty import named, reference

from engagement.staff.rights import Role
from storage.operations import requests, safety_alerts

WRONG = "The bot writes to me twice a day."
ASKS = "Please send me everything you have about the lamps."


async def complains(person: Person, words: str = WRONG) -> str:
    await person.types("/complain")
    receipt = await person.types(words)
    return receipt.split("Your reference: ")[1].split(".")[0]


async def later(hood: Neighbourhood, **how: int) -> None:
    await hood.stage.until(hood.stage.clock.now() + timedelta(**how))


async def test_of_an_author_who_blocked_the_bot_nothing_says_that_they_were_told(
    hood: Neighbourhood, amina: Person
) -> None:
    name = await complains(amina)
    await amina.types("/stop")
    officer = await hood.officer()
    await officer.types(f"/complaints {name}")
    said = await officer.taps("I have it: tell them")
    assert "Messages don't reach its author just now." in said
    assert "will be told" not in said
    await later(hood, hours=26)
    assert "Its author has not been told yet" in await officer.types("/complaints")
    await officer.types(f"/complaints {name}")
    await officer.taps("Record what came of it")
    await officer.types("It writes once a day now.")
    said = await officer.taps("Send it, and close")
    assert "is closed. Messages don't reach its author just now." in said
    await amina.start()
    await later(hood, hours=2)
    shown = await officer.types(f"/complaints {name}")
    assert "Closed. Its author was told" in shown


async def test_an_outcome_that_acknowledges_too_says_so_only_once_it_arrived(
    hood: Neighbourhood, amina: Person
) -> None:
    name = await complains(amina)
    await amina.types("/stop")
    officer = await hood.officer()
    await officer.types(f"/complaints {name}")
    await officer.taps("Record what came of it")
    await officer.types("It writes once a day now.")
    await officer.taps("Send it, and close")
    shown = await officer.types(f"/complaints {name}")
    assert "Its author knows" not in shown
    assert "Closed, and its author has not been told yet" in shown


async def test_words_of_danger_in_an_outcome_are_for_the_named_people(
    hood: Neighbourhood, amina: Person
) -> None:
    ruth = await named(hood, Role.OFFICER, "Ruth")
    name = await complains(amina)
    officer = await hood.officer()
    await officer.types(f"/complaints {name}")
    await officer.taps("Record what came of it")
    await officer.types("I want to kill myself, my husband hits me every night")
    await officer.taps("Send it, and close")
    assert "kill" not in await officer.types(f"/complaints {name}")
    assert "These words are kept for the people named" in officer.sees
    assert "kill myself" in await ruth.types(f"/complaints {name}")


async def test_references_are_found_as_people_type_them(hood: Neighbourhood, amina: Person) -> None:
    name = await complains(amina)
    officer = await hood.officer()
    assert WRONG in await officer.types(f"/complaints {name.replace('-', '').lower()}")
    assert WRONG in await officer.types(f"/complaints {name.replace('-', ' ').lower()}")
    await officer.types(f"/requests {name.replace('-', '').lower()}")
    shown = await officer.taps("My data")
    request = shown.split(":")[0]
    assert request.startswith("R-")
    assert "Last day to answer" in await officer.types(f"/requests {request.lower()}")
    assert "Last day to answer" in await officer.types(f"/complaints {request}")
    assert "Nothing has that reference" in await officer.types("/requests R-AAA-AAA")


async def test_on_the_last_day_a_complaint_and_a_request_are_not_called_overdue(
    hood: Neighbourhood, amina: Person
) -> None:
    """It said "Overdue: the last day is Wednesday 5 October" on Wednesday 5 October."""
    name = await complains(amina)
    officer = await hood.officer()
    await officer.types(f"/requests {name}")
    await officer.taps("Complaint")
    await later(hood, days=30)
    for command in ("/complaints", "/requests"):
        shown = await officer.types(command)
        assert "Today is the last day (Wednesday 5 October)" in shown
        assert "Overdue" not in shown
    await later(hood, days=1)
    for command in ("/complaints", "/requests"):
        assert "the last day was Wednesday 5 October" in (await officer.types(command)).replace(
            "The last", "the last"
        )


async def test_the_words_of_a_complaint_pasted_as_a_request_count_from_the_day_it_came(
    hood: Neighbourhood, amina: Person
) -> None:
    await complains(amina, ASKS)
    officer = await hood.officer()
    await later(hood, days=3)
    await officer.types("/requests")
    await officer.taps("Mark a request")
    asked = await officer.types(ASKS)
    assert "It came on Monday 5 September" in asked
    assert "We can't tell" not in asked


async def test_a_complaint_is_marked_as_a_request_once_and_shows_it(
    hood: Neighbourhood, amina: Person
) -> None:
    name = await complains(amina, ASKS)
    lead, dpo = await hood.officer("Lead"), await hood.officer("DPO")
    for officer in (lead, dpo):
        await officer.types(f"/complaints {name}")
        await officer.taps("This is a request")
    made = (await lead.taps("My data")).split(":")[0]
    assert made in await dpo.taps("Information")
    shown = await dpo.types(f"/complaints {name}")
    assert f"It was marked as the request {made}, which is still open." in shown
    assert "This is a request" not in dpo.labels
    assert made in await dpo.types(f"/requests {name}")
    async with hood.stage.service.database.read() as tx:
        assert len(await requests.open_requests(tx)) == 1
    await dpo.types(f"/complaints {name}")
    await dpo.taps("Record what came of it")
    await dpo.types("We have sent it to the data team.")
    assert f"the request {made}, which is still open" in await dpo.taps("Send it, and close")


async def test_a_request_in_two_messages_is_kept_whole(hood: Neighbourhood, amina: Person) -> None:
    await complains(amina, ASKS)
    officer = await hood.officer()
    await later(hood, days=3)
    await officer.types("/requests")
    await officer.taps("Mark a request")
    await officer.types(ASKS)
    asked = await officer.types("And about Desborough Road.")
    assert ASKS in asked
    assert "And about Desborough Road." in asked
    assert "It came on Monday 5 September" in asked
    shown = await officer.taps("Information")
    assert ASKS in shown
    assert "And about Desborough Road." in shown


async def test_what_was_done_about_an_alert_in_two_messages_is_kept_whole(
    hood: Neighbourhood, amina: Person
) -> None:
    """The record said only "They are on their way."."""
    ruth = await named(hood, Role.OFFICER, "Ruth")
    await amina.types("/complain my husband hits me every night")
    await ruth.types(f"/close {reference(ruth)}")
    await ruth.types("Rang the police.")
    shown = await ruth.types("They are on their way.")
    assert "Rang the police." in shown
    await ruth.taps("Close it")
    async with hood.stage.service.database.read() as tx:
        (alert,) = await safety_alerts.not_closed(tx) or [
            await safety_alerts.referred_to(tx, reference(ruth))
        ]
    assert alert is not None
    assert alert.done == "Rang the police.\nThey are on their way."


async def test_what_was_done_that_is_too_long_names_one_limit(
    hood: Neighbourhood, amina: Person
) -> None:
    """It said 2,000 in one message and 3,000 in the next."""
    ruth = await named(hood, Role.OFFICER, "Ruth")
    await amina.types("/complain my husband hits me every night")
    await ruth.types(f"/close {reference(ruth)}")
    await ruth.types("Rang them. " * 372)
    said = await ruth.types("Rang again. " * 80)
    assert "2,000" in said
    assert "3,000" not in said

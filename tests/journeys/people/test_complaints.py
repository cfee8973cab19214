"""/complain: a dated receipt, an officer who has it, and what came of it."""

from datetime import timedelta

import pytest
from company import Neighbourhood, Person

from storage.operations import deployment
from usecases.operations import safeguarding
from usecases.staff.remove import everybody, number_of
from usecases.world import Transaction

WRONG = "The page would not open on my phone, call me on 01494 123456."


HURT = "My husband hits me and nobody came"
KEPT_BACK = "These words are kept for the people named for words of danger"


async def is_named(hood: Neighbourhood, label: str) -> None:
    """Name this member of staff to read words of danger."""
    last = (hood.stage.clock.now() + timedelta(days=90)).date()

    async def name(tx: Transaction) -> None:
        member = next(m for m in await everybody(tx) if m.label == label)
        await safeguarding.name(tx, hood.stage.service.world, number_of(member), last)

    await hood.stage.service.batcher.run(name)


async def audit(hood: Neighbourhood, act: str) -> int:
    lines = await hood.stage.service.batcher.run(deployment.audit_lines)
    return sum(found == act for found, _, _ in lines)


async def ticks(hood: Neighbourhood, hours: int = 2) -> None:
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=hours))


async def complains(person: Person, words: str = WRONG) -> str:
    """The reference of the complaint."""
    await person.types("/complain")
    receipt = await person.types(words)
    return receipt.split("Your reference: ")[1].split(".")[0]


async def test_a_complaint_gets_a_dated_receipt(amina: Person) -> None:
    assert "What went wrong?" in await amina.types("/complain")
    receipt = await amina.types(WRONG)
    assert "We have your complaint" in receipt
    assert "Your reference: C-" in receipt
    assert "September" in receipt.split("Your reference")[1].split("By")[0]
    assert "By Wednesday 5 October a person will tell you here" in receipt


@pytest.mark.parametrize("text", ["no", "Never mind.", "nie"])
async def test_no_is_no_complaint(hood: Neighbourhood, amina: Person, text: str) -> None:
    await amina.types("/complain")
    assert "We have kept nothing" in await amina.types(text)
    officer = await hood.officer()
    assert "C-" not in await officer.types("/complaints")


@pytest.mark.parametrize("typed", [True, False])
async def test_whoever_thinks_again_leaves_nothing(
    hood: Neighbourhood, amina: Person, typed: bool
) -> None:
    await amina.types("/complain")
    done = await (amina.types("cancel") if typed else amina.taps("Cancel"))
    assert "We have kept nothing" in done
    officer = await hood.officer()
    assert "No complaint is open" in await officer.types("/complaints")


@pytest.mark.parametrize("language", ["english", "polski"])
async def test_cancel_as_a_command_leaves_nothing_too(amina: Person, language: str) -> None:
    """/cancel was not understood, or was taken for the complaint."""
    await amina.types(f"/language {language}")
    code = "en" if language == "english" else "pl"
    said = {key: amina.stage.words.plain(key, code) for key in ("complaint-dropped",)}
    await amina.types("/complain")
    assert await amina.types("/cancel") == said["complaint-dropped"]
    nothing = amina.stage.words.plain("nothing-to-cancel", code)
    assert await amina.types("/cancel") == nothing
    await amina.types("/complain")
    await amina.types(WRONG)
    await amina.stage.until(amina.stage.clock.now() + timedelta(minutes=2))
    assert await amina.types("/cancel") == nothing


async def test_cancel_as_a_command_cancels_a_broadcast_and_a_move(hood: Neighbourhood) -> None:
    member = await hood.board_member()
    await member.types("/send")
    assert "Cancelled. Nothing was sent." in await member.types("/cancel")
    resident = await hood.resident("Ben", "HP12 3HP")
    await resident.types("/ward")
    await resident.taps("Change my ward")
    assert "Your ward is" in await resident.types("/cancel")


async def test_words_after_the_command_are_the_complaint(
    hood: Neighbourhood, amina: Person
) -> None:
    """They were ignored, and "What went wrong?" was asked."""
    receipt = await amina.types("/complain the page for HP12 3HP is slow")
    assert "We have your complaint" in receipt
    assert "We have added that" in await amina.types("And it cost me an hour")
    reference = receipt.split("Your reference: ")[1].split(".")[0]
    officer = await hood.officer()
    shown = await officer.types(f"/complaints {reference}")
    assert "the page for HP12 3HP is slow" in shown
    assert "/complain" not in shown
    assert "You've stopped" in await amina.types("/complain stop messages")
    sam = hood.stranger()
    assert "please join first" in await sam.types("/complain the page is slow")


async def test_it_is_kept_as_written_even_with_a_postcode_in_it(
    hood: Neighbourhood, amina: Person
) -> None:
    words = "Nobody came to HP12 3HP when I asked"
    reference = await complains(amina, words)
    officer = await hood.officer()
    assert words in await officer.types(f"/complaints {reference}")
    await officer.taps("Record what came of it")
    assert "We came to HP12 3HP today" in await officer.types("We came to HP12 3HP today")


async def test_a_second_message_is_added_not_lost(hood: Neighbourhood, amina: Person) -> None:
    reference = await complains(amina)
    assert "We have added that" in await amina.types("And it cost me an hour")
    officer = await hood.officer()
    shown = await officer.types(f"/complaints {reference.lower()}")
    assert WRONG in shown
    assert "And it cost me an hour" in shown


async def test_words_much_later_are_not_added(hood: Neighbourhood, amina: Person) -> None:
    await complains(amina)
    await ticks(hood, 1)
    assert "added" not in await amina.types("Good morning")


async def test_who_has_not_joined_reads_where_to_complain(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    shown = await sam.types("/complain")
    assert "please join first: /start" in shown
    assert "01296 382343" in shown


async def test_officers_hear_of_it_without_its_words(hood: Neighbourhood, amina: Person) -> None:
    officer, member = await hood.officer(), await hood.board_member()
    reference = await complains(amina)
    await ticks(hood)
    assert "New complaint" in officer.sees
    assert reference in officer.sees
    assert "phone" not in officer.sees
    assert member.said_by_bot("New complaint") == 0
    await ticks(hood, 30)
    assert officer.said_by_bot("New complaint") == 1


async def test_reading_one_shows_its_words_and_warns_of_personal_data(
    hood: Neighbourhood, amina: Person
) -> None:
    reference = await complains(amina)
    officer = await hood.officer()
    await officer.types("/complaints")
    shown = await officer.taps(reference)
    assert WRONG in shown
    assert "This may name somebody" in shown


async def test_they_hear_that_a_person_has_it_and_what_came_of_it(
    hood: Neighbourhood, amina: Person
) -> None:
    reference = await complains(amina)
    officer = await hood.officer()
    await officer.types("/complaints")
    await officer.types(reference)
    assert "will be told that a person has it" in await officer.taps("I have it: tell them")
    await ticks(hood)
    assert f"A person has your complaint {reference}" in amina.sees
    await officer.types("Record what came of it")
    preview = await officer.types("We have mended the page.")
    assert "This goes to the author" in preview
    assert amina.said_by_bot("mended") == 0
    assert "is closed" in await officer.taps("Send it, and close")
    await ticks(hood)
    assert "What came of your complaint" in amina.sees
    assert "We have mended the page." in amina.sees
    await ticks(hood, 30)
    assert amina.said_by_bot("mended") == 1
    assert "No complaint is open" in await officer.types("/complaints")


async def test_an_outcome_at_once_says_both(hood: Neighbourhood, amina: Person) -> None:
    reference = await complains(amina)
    officer = await hood.officer()
    await officer.types(f"/complaints {reference}")
    await officer.taps("Record what came of it")
    await officer.types("We have mended the page.")
    await officer.taps("Send it, and close")
    await ticks(hood)
    assert amina.said_by_bot("What came of your complaint") == 1
    assert amina.said_by_bot("A person has your complaint") == 0


async def test_who_stopped_messages_gets_the_reply_when_they_come_back(
    hood: Neighbourhood, amina: Person
) -> None:
    reference = await complains(amina)
    await amina.types("/stop")
    officer = await hood.officer()
    await officer.types(f"/complaints {reference}")
    await officer.taps("I have it: tell them")
    await ticks(hood)
    assert amina.said_by_bot("A person has your complaint") == 0
    await amina.start()
    await ticks(hood)
    assert amina.said_by_bot("A person has your complaint") == 1


@pytest.mark.parametrize(
    ("days", "waits", "chased"),
    [(15, 0, 0), (16, 1, 0), (23, 2, 0), (29, 3, 0), (30, 3, 1), (36, 3, 1), (37, 3, 2)],
)
async def test_officers_are_reminded_before_thirty_days_are_over_and_then_every_week(
    hood: Neighbourhood, amina: Person, days: int, waits: int, chased: int
) -> None:
    """It was first said on the thirtieth day."""
    officer = await hood.officer()
    await complains(amina)
    begun = hood.stage.clock.now().replace(hour=6, minute=0)
    await ticks(hood)
    for day in (15, 16, 23, 29, 30, 36, 37):
        if day <= days:
            await hood.leap(begun + timedelta(days=day))
            await ticks(hood, 3)
    today = officer.said_by_bot("Today is the last day for a complaint")
    assert today + officer.said_by_bot("Overdue complaint") == chased
    assert today == min(chased, 1)
    assert officer.said_by_bot("A complaint waits") == waits


async def test_what_is_acknowledged_is_not_chased(hood: Neighbourhood, amina: Person) -> None:
    officer = await hood.officer()
    reference = await complains(amina)
    await officer.types(f"/complaints {reference}")
    await officer.taps("I have it: tell them")
    await hood.leap(hood.stage.clock.now() + timedelta(days=31))
    await ticks(hood)
    assert officer.said_by_bot("Overdue") + officer.said_by_bot("Today is the last day") == 0


async def test_the_author_may_be_forgotten_and_the_complaint_stays(
    hood: Neighbourhood, amina: Person
) -> None:
    reference = await complains(amina)
    assert "Your complaint stays, without you." in await amina.types("/forget")
    await amina.taps("Yes, forget me")
    officer = await hood.officer()
    shown = await officer.types(f"/complaints {reference}")
    assert "has been forgotten" in shown
    await officer.taps("Record what came of it")
    await officer.types("We have mended the page.")
    assert "We can't write to its author" in await officer.taps("Close it")


@pytest.mark.parametrize("command", ["/complaints", "/requests"])
async def test_complaints_and_requests_are_for_officers(
    hood: Neighbourhood, amina: Person, command: str
) -> None:
    assert "for council staff" in await amina.types(command)
    said = await (await hood.board_member()).types(command)
    assert "Officers of every ward deal with" in said


async def test_the_state_of_the_service_is_for_operators_and_administrators(
    hood: Neighbourhood, amina: Person
) -> None:
    assert "for council staff" in await amina.types("/status")
    officer = await hood.officer()
    assert "is for operators and administrators" in await officer.types("/status")


async def test_a_reference_nobody_has_is_refused_with_what_to_do(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    assert "Nothing has that reference" in await officer.types("/complaints C-AAA-AAA")


async def test_a_complaint_is_in_the_file_of_all_we_hold(amina: Person) -> None:
    await complains(amina)
    await amina.types("/mydata")
    document = next(m.document for m in reversed(amina.phone.messages) if m.document)
    assert WRONG.encode() in document.content


async def test_while_questions_are_open_the_words_are_a_complaint_not_an_answer(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    await amina.types("/complain")
    assert "We have your complaint" in await amina.types(WRONG)
    assert await hood.exported(await hood.officer()) == []


async def test_after_an_answer_words_are_no_part_of_a_complaint(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    asked = amina.phone.last
    (skip,) = [b.data for row in asked.buttons for b in row if b.text == "Skip"]
    reference = await complains(amina)
    amina.phone.tap_data(asked.message_id, skip)
    await amina.settles()
    assert "We have added that" not in await amina.types("and ponds")
    officer = await hood.officer()
    assert "ponds" not in await officer.types(f"/complaints {reference}")


async def test_under_another_screen_words_are_no_part_of_a_complaint(amina: Person) -> None:
    await complains(amina)
    await amina.types("/consultations")
    assert "We have added that" not in await amina.types("and ponds")


NO_PART = ["thanks", "dzięki", "شکریہ", "👍🏽", "2", "yes", "polski"]


@pytest.mark.parametrize("words", NO_PART)
async def test_thanks_and_numbers_are_no_part_of_a_complaint(
    hood: Neighbourhood, amina: Person, words: str
) -> None:
    reference = await complains(amina)
    assert "We have added that" not in await amina.types(words)
    officer = await hood.officer()
    assert words not in (await officer.types(f"/complaints {reference}")).splitlines()


async def test_more_words_after_thanks_are_still_added(amina: Person) -> None:
    await complains(amina)
    await amina.types("thanks")
    assert "We have added that" in await amina.types("And it took an hour")


async def test_a_label_after_a_complaint_presses_its_button(amina: Person) -> None:
    await amina.taps("Answer now")
    await complains(amina)
    assert "2 of 4." in await amina.types("Skip")


async def test_a_number_after_a_complaint_brings_the_open_question_again(
    hood: Neighbourhood, amina: Person
) -> None:
    """It may have been for what is above it by now; then it answers."""
    await amina.taps("Answer now")
    await complains(amina)
    assert "please answer it now" in await amina.types("2")
    assert "2 of 4." in await amina.types("2")


async def test_words_of_danger_in_a_complaint_are_for_the_named_people(
    hood: Neighbourhood, amina: Person
) -> None:
    await complains(amina, "Nobody came")
    await amina.types(HURT)
    officer = await hood.officer()
    await is_named(hood, (await hood.officer("Ruth")) and "Ruth")
    await officer.types("/complaints")
    reference = next(label for label in officer.labels if label.startswith("C-"))
    assert KEPT_BACK in await officer.taps(reference)
    assert KEPT_BACK in await officer.taps("I have it: tell them")
    assert KEPT_BACK in await officer.taps("This is a request")
    assert KEPT_BACK in await officer.taps("Information")
    await officer.types("/requests")
    assert KEPT_BACK in await officer.taps("R-")
    await officer.types(f"/requests {reference}")
    await officer.types("/mydata")
    document = next(m.document for m in reversed(officer.phone.messages) if m.document)
    assert b"hits me" not in document.content
    assert officer.said_by_bot("hits me") == 0


async def test_a_named_officer_reads_them_there(hood: Neighbourhood, amina: Person) -> None:
    await amina.types("/complain")
    await amina.types(HURT)
    officer = await hood.officer("Ruth")
    await is_named(hood, "Ruth")
    await officer.types("/complaints")
    assert HURT in await officer.taps("C-")
    await officer.taps("This is a request")
    assert HURT in await officer.taps("Information")


async def test_each_time_the_words_are_shown_is_in_the_audit(
    hood: Neighbourhood, amina: Person
) -> None:
    reference = await complains(amina)
    officer = await hood.officer()
    await officer.types(f"/complaints {reference}")
    await officer.taps("I have it: tell them")
    await officer.taps("This is a request")
    assert await audit(hood, "read-complaint") == 3
    await officer.taps("Information")
    await officer.types("/requests")
    await officer.taps("R-")
    assert await audit(hood, "read-request") == 2


async def test_words_added_after_it_was_closed_are_a_complaint_of_their_own(
    hood: Neighbourhood, amina: Person
) -> None:
    officer = await hood.officer()
    reference = await complains(amina)
    await officer.types(f"/complaints {reference}")
    await officer.taps("Record what came of it")
    await officer.types("We have mended the page.")
    await officer.taps("Send it, and close")
    receipt = await amina.types("It is broken again")
    assert "We have your complaint" in receipt
    assert reference not in receipt
    assert "C-" in await officer.types("/complaints")


async def test_of_somebody_who_was_forgotten_nothing_says_that_they_were_told(
    hood: Neighbourhood,
) -> None:
    """It said "Its author knows that we have it", and "Closed. Its author was told"."""
    officer = await hood.officer()
    ben = await hood.resident("Ben", "HP12 3HP")
    await ben.types("/complain The page is slow")
    await ben.types("/forget")
    await ben.taps("Yes, forget me")
    await officer.types("/complaints")
    await officer.taps("C-")
    shown = await officer.taps("I have it: tell them")
    await officer.taps("Record what came of it")
    shown += await officer.types("We have mended the page.")
    assert "This is kept with C-" in shown
    shown += await officer.taps("Close it")
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=1))
    code = next(w for w in shown.split() if w.startswith("C-")).strip(",.:")
    shown += await officer.types(f"/complaints {code}")
    assert "Closed, and its author has not been told yet: We have mended the page." in shown
    for untrue in ("knows that we have it", "will be told", "was told", "goes to the author"):
        assert untrue not in shown


async def test_an_outcome_in_two_messages_is_kept_whole(hood: Neighbourhood, amina: Person) -> None:
    """Only the second was sent to its author."""
    officer = await hood.officer()
    await amina.types("/complain The page is slow")
    await officer.types("/complaints")
    await officer.taps("C-")
    await officer.taps("Record what came of it")
    await officer.types("We are sorry.")
    assert "We are sorry.\nAnd it is mended." in await officer.types("And it is mended.")
    await officer.taps("Change")
    preview = await officer.types("We are sorry, and it is mended.")
    assert preview.count("sorry") == 1

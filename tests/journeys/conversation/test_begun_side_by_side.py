"""What somebody wrote and has not finished is there again, whatever they began in between."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person

from engagement.staff.rights import Role
from storage.conversation import drafts
from usecases.operations import safeguarding
from usecases.staff.remove import everybody, number_of
from usecases.world import Transaction

COMMENT = "The lamps behind the shops are out."
MESSAGE = "Two benches are coming."
CAME_OF_IT = "We came and mended it on Monday."
PASTED = "Please send me the minutes of March."
DONE = "The duty worker has phoned."


@dataclass
class Desk:
    """An officer who lives here too, is named for words of danger, and has two of everything."""

    officer: Person
    hood: Neighbourhood
    complaints: tuple[str, str]
    alerts: tuple[str, str]


Act = Callable[[Desk], Awaitable[object]]


async def desk_of(hood: Neighbourhood) -> Desk:
    officer = await hood.staff(Role.OFFICER, label="Olu")
    await officer.types("/start")
    await officer.taps("Start")
    await officer.taps("Yes")
    await officer.types("HP12 3HP")
    last = (hood.stage.clock.now() + timedelta(days=90)).date()

    async def name(tx: Transaction) -> None:
        (member,) = await everybody(tx)
        await safeguarding.name(tx, hood.stage.service.world, number_of(member), last)

    await hood.stage.service.batcher.run(name)
    complaints, alerts = [], []
    for who in ("Amina", "Ben"):
        resident = await hood.resident(who, "HP12 3HP")
        await resident.types("/complain")
        receipt = await resident.types("Nobody came")
        complaints.append(receipt.split("Your reference: ")[1].split(".")[0])
        await resident.types("I want to kill myself")
        await officer.settles()
        told = next(m.text for m in reversed(officer.from_bot) if "/open" in m.text)
        alerts.append(told.split("/open ")[1].split()[0].rstrip("."))
    return Desk(officer, hood, (complaints[0], complaints[1]), (alerts[0], alerts[1]))


async def comments(desk: Desk) -> None:
    await desk.officer.types("/consultations")
    await desk.officer.taps("Answer now")
    assert "keep that as your comment" in await desk.officer.types(COMMENT)


async def composes(desk: Desk, text: str = MESSAGE) -> None:
    await desk.officer.types("/send")
    await desk.officer.types("Abbey")
    await desk.officer.taps("Done")
    await desk.officer.taps("Public Realm")
    assert text in await desk.officer.types(text)


async def writes_outcome(desk: Desk, which: int = 0, text: str = CAME_OF_IT) -> None:
    await desk.officer.types(f"/complaints {desk.complaints[which]}")
    await desk.officer.taps("Record what came of it")
    assert text in await desk.officer.types(text)


async def pastes(desk: Desk) -> None:
    await desk.officer.types("/requests")
    await desk.officer.taps("Mark a request")
    assert PASTED in await desk.officer.types(PASTED)


async def says_what_was_done(desk: Desk, which: int = 0, text: str = DONE) -> None:
    await desk.officer.types(f"/close {desk.alerts[which]}")
    assert text in await desk.officer.types(text)


WRITES: Mapping[str, tuple[str, Act]] = {
    "comment": (COMMENT, comments),
    "message": (MESSAGE, composes),
    "outcome": (CAME_OF_IT, writes_outcome),
    "request": (PASTED, pastes),
    "alert": (DONE, says_what_was_done),
}


async def complains(desk: Desk) -> None:
    await desk.officer.types("/complain")
    assert "We have your complaint" in await desk.officer.types("The page is slow")


async def moves(desk: Desk) -> None:
    await desk.officer.types("/ward")
    await desk.officer.taps("Change my ward")
    assert "Your ward is now Abbey" in await desk.officer.types("Abbey")


async def follows(desk: Desk) -> None:
    await desk.officer.types("/ward")
    await desk.officer.taps("Follow another ward")
    await desk.officer.types("Abbey")


async def stops(desk: Desk) -> None:
    await desk.officer.types("/stop")
    assert desk.officer.said_by_bot("You've stopped")


async def another_message(desk: Desk) -> None:
    await composes(desk, "The bridge opens in May.")


async def another_outcome(desk: Desk) -> None:
    await writes_outcome(desk, 1, "We could not mend it.")


async def marks_a_complaint(desk: Desk) -> None:
    await desk.officer.types(f"/requests {desk.complaints[0]}")


async def another_alert(desk: Desk) -> None:
    await says_what_was_done(desk, 1, "She is safe.")


INTERRUPTS: Mapping[str, Act] = {
    "a complaint": complains,
    "a new ward": moves,
    "a ward to follow": follows,
    "/stop": stops,
    "the other message": another_message,
    "the other outcome": another_outcome,
    "a complaint as a request": marks_a_complaint,
    "the other alert": another_alert,
    "a comment": comments,
}


async def is_kept(desk: Desk, words: str) -> bool:
    async with desk.hood.stage.service.database.read() as tx:
        kept = [row.data for row in await tx.execute(drafts.drafts.select())]
    return any(words in str(data) for data in kept)


def shows(desk: Desk, words: str) -> bool:
    """Whether a message that has buttons now shows these words."""
    return any(words in m.text for m in desk.officer.from_bot if m.buttons)


async def comment_is_there(desk: Desk) -> None:
    await desk.officer.types("/consultations")
    await desk.officer.taps("Answer now")
    await desk.officer.taps("Streets")
    await desk.officer.taps("Messages")
    await desk.officer.taps("Meetings near")
    await desk.officer.taps("Done")
    await desk.officer.taps("4")
    await desk.officer.types("More lamps, please")
    assert COMMENT in desk.officer.question
    await desk.officer.taps("Yes, keep it")
    assert COMMENT in await desk.officer.types("/mine")


async def message_is_there(desk: Desk) -> None:
    await desk.officer.types("/send")
    await desk.officer.taps("Go on: The bridge opens in May.")
    assert shows(desk, "The bridge")
    await desk.officer.types("/cancel")
    await desk.officer.types("/send")
    await desk.officer.taps("Go on with the message you began")
    assert shows(desk, MESSAGE)


async def outcome_is_there(desk: Desk) -> None:
    await desk.officer.types(f"/complaints {desk.complaints[0]}")
    await desk.officer.taps("Record what came of it")
    assert shows(desk, CAME_OF_IT)
    await desk.officer.taps("Send it, and close")
    assert desk.officer.said_by_bot("is closed")


async def request_is_there(desk: Desk) -> None:
    await desk.officer.types("/requests")
    await desk.officer.taps("Mark a request")
    assert shows(desk, PASTED)
    await desk.officer.taps("Information")
    assert desk.officer.said_by_bot("Please forward this now")


async def alert_is_there(desk: Desk) -> None:
    await desk.officer.types(f"/close {desk.alerts[0]}")
    assert shows(desk, DONE)
    await desk.officer.taps("Close it")
    assert desk.officer.said_by_bot("Thank you.")


THERE: Mapping[str, Act] = {
    "comment": comment_is_there,
    "message": message_is_there,
    "outcome": outcome_is_there,
    "request": request_is_there,
    "alert": alert_is_there,
}


@pytest.mark.parametrize("written", WRITES)
async def test_what_was_written_is_there_after_anything_else_was_begun(
    hood: Neighbourhood, written: str
) -> None:
    """A comment that was offered, a message, an outcome, a request and what was done about an alert
    were dropped without a word by whatever was begun next."""
    desk = await desk_of(hood)
    words, write = WRITES[written]
    await write(desk)
    for begun, act in INTERRUPTS.items():
        if not (written == "comment" and begun == "a comment"):
            await act(desk)
            assert await is_kept(desk, words), begun
    await THERE[written](desk)


async def test_what_is_kept_is_said_with_the_way_back_to_it(hood: Neighbourhood) -> None:
    desk = await desk_of(hood)
    await composes(desk)
    await desk.officer.types("/complain")
    assert "Your message is kept. To go on with it: /send" in desk.officer.sees
    assert "We have your complaint" in await desk.officer.types("The page is slow")


async def test_words_under_something_newer_do_not_replace_an_outcome(hood: Neighbourhood) -> None:
    desk = await desk_of(hood)
    await writes_outcome(desk)
    await desk.officer.types("/status")
    await complains(desk)
    await desk.hood.stage.until(desk.hood.stage.clock.now() + timedelta(minutes=5))
    await desk.officer.types("Is anybody there?")
    await outcome_is_there(desk)


@pytest.mark.parametrize("third", ["cancelled", "gone back from"])
async def test_three_messages_are_begun_and_none_is_lost(hood: Neighbourhood, third: str) -> None:
    """The first of three was dropped by the third."""
    author = await hood.board_member(BOOKER, ABBEY)
    for text in ("One.", "Two.", "Three."):
        await author.types("/send")
        await author.taps("All 2")
        await author.taps("Public Realm")
        await author.types(text)
    if third == "gone back from":
        await author.taps("Change")
        await author.taps("Change the wards")
        await author.taps("Go on: Two.")
        assert "Two." in author.question
        await author.taps("Cancel")
    else:
        await author.taps("Cancel")
    seen = set()
    for _ in range(2):
        await author.types("/send")
        await author.taps("Go on")
        if "Done" in author.labels:  # its wards were being changed
            await author.taps("Done")
        seen.add(next(t for t in ("One.", "Two.", "Three.") if t in author.question))
        await author.taps("Cancel")
    assert seen == ({"One.", "Three."} if third == "gone back from" else {"One.", "Two."})


async def test_each_of_several_messages_left_for_later_has_its_own_button(
    hood: Neighbourhood,
) -> None:
    """ "Go on" took the newest of them, whichever was wanted, and a second tap took another."""
    author = await hood.board_member(BOOKER, ABBEY)
    for text in ("One.", "Two.", "Three."):
        await author.types("/send")
        await author.taps("All 2")
        await author.taps("Public Realm")
        await author.types(text)
        await author.taps("Later")
    await author.types("/send")
    assert [x for x in author.labels if "Go on" in x] == [
        "Go on: Three.",
        "Go on: Two.",
        "Go on: One.",
    ]
    listed = author.phone.keyboard_message
    assert listed is not None
    tapped = next(b.data for row in listed.buttons for b in row if b.text == "Go on: One.")
    for _ in range(2):
        author.phone.tap_data(listed.message_id, tapped or "")
    await author.settles()
    assert "One." in author.question
    assert "Send to" in author.labels[0]
    await author.taps("Cancel")
    await author.types("/send")
    assert [x for x in author.labels if "Go on" in x] == ["Go on: Three.", "Go on: Two."]
    await author.types("Go on: Two.")
    assert "Two." in author.question


async def test_an_outcome_is_changed_with_the_old_one_kept_until_then(hood: Neighbourhood) -> None:
    desk = await desk_of(hood)
    await writes_outcome(desk)
    assert "What came of complaint" in await desk.officer.taps("Change")
    await complains(desk)
    await outcome_is_there(desk)

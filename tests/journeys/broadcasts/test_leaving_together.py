"""Several messages that wait for one person leave as one, each under its own heading."""

from __future__ import annotations

from datetime import timedelta

from company import ABBEY, BOOKER, Neighbourhood, Person
from evenings import at, election
from sqlalchemy import select

from emulator import CutAfter, Message
from storage.broadcasts.deliveries import deliveries
from storage.broadcasts.records import broadcast_variants
from usecases.broadcasts.deliver import OutgoingMessage

LAMPS, SWINGS, BENCHES = "The lamps are on.", "The swings are mended.", "The benches are back."
MORE = "There is more for you. It comes with your next message."
WARD = "Booker, Cressex and Castlefield"


async def sends(member: Person, words: str, about: str = "Something else") -> str:
    """Send a message; return what its author then sees."""
    await member.types("/send")
    await member.taps(about)
    await member.types(words)
    return await member.taps("Send to")


async def ledger(hood: Neighbourhood, words: str) -> list[tuple[str, int | None, int | None]]:
    """(state, message id, first of those that left together) of each delivery of a message."""
    table, texts = deliveries, broadcast_variants
    query = (
        select(table.c.state, table.c.message_id, table.c.joined)
        .join(texts, texts.c.broadcast_id == table.c.broadcast_id)
        .where(texts.c.text == words)
        .order_by(table.c.id)
    )
    async with hood.stage.service.database.read() as tx:
        return [(row.state, row.message_id, row.joined) for row in await tx.execute(query)]


def with_words(person: Person, words: str) -> list[Message]:
    return [message for message in person.from_bot if words in message.text]


async def test_what_has_waited_for_a_week_leaves_as_one_message(
    hood: Neighbourhood, amina: Person
) -> None:
    member, other = await hood.board_member(), await hood.board_member(label="Other")
    await sends(member, LAMPS)
    await sends(member, SWINGS)
    await sends(other, BENCHES, "Education")
    await at(hood, 12, days=8)
    [message] = with_words(amina, SWINGS)
    assert message.text == (
        f"{WARD}\n{SWINGS}\n\n"
        f"Education and Skills · {WARD}\n{BENCHES}\n"
        "To stop all messages, send /stop"
    )
    assert message.text.count(BENCHES) == len(with_words(amina, BENCHES)) == 1
    first = (await ledger(hood, SWINGS))[0]
    assert first[:2] == ("sent", message.message_id)
    assert await ledger(hood, BENCHES) == [first]
    assert "\nSent. Of" in member.sees
    assert "\nSent. Of" in other.sees


async def test_of_many_people_everybody_gets_one_message_and_every_row_says_so(
    hood: Neighbourhood,
) -> None:
    """More is claimed while earlier messages are on their way: no part of those is let go."""
    people = await hood.residents(12, "HP12 3HP")
    member = await hood.board_member()
    for words in (LAMPS, SWINGS, BENCHES):
        await sends(member, words)
    await at(hood, 12, days=8)
    assert [p.said_by_bot(SWINGS) for p in people] == [1] * 12
    for words in (SWINGS, BENCHES):
        assert [state for state, _, _ in await ledger(hood, words)] == ["sent"] * 12


async def test_what_left_together_counts_as_one_message_of_the_week(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    for words in (LAMPS, SWINGS, BENCHES):
        await sends(member, words)
    await at(hood, 12, days=8)
    await sends(member, "The path is open.")
    await at(hood, 12, days=6)
    assert amina.said_by_bot("The path is open.") == 0
    await at(hood, 13, days=1)
    assert amina.said_by_bot("The path is open.") == 1


async def test_two_messages_of_one_night_arrive_as_one_in_the_morning(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    await at(hood, 22)
    await sends(member, LAMPS)
    await sends(member, SWINGS)
    await at(hood, 9, days=1)
    [message] = with_words(amina, LAMPS)
    assert message.text.index(LAMPS) < message.text.index(SWINGS)
    assert amina.said_by_bot(SWINGS) == 1


async def test_what_finds_no_room_in_one_message_waits_and_the_message_says_so(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    long = [f"{words} {'It is a long story. ' * 110}".strip() for words in (SWINGS, BENCHES)]
    await sends(member, LAMPS)
    await sends(member, long[0])
    await at(hood, 12, days=2)
    await sends(member, long[1])
    await at(hood, 12, days=6)
    [message] = with_words(amina, SWINGS)
    assert MORE in message.text
    assert amina.said_by_bot(BENCHES) == 0
    await at(hood, 13, days=7)
    [message] = with_words(amina, BENCHES)
    assert MORE not in message.text


async def test_what_would_come_too_late_after_it_is_not_promised(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    await sends(member, LAMPS)
    for words in (SWINGS, BENCHES):
        await sends(member, f"{words} {'It is a long story. ' * 110}".strip())
    await at(hood, 12, days=8)
    [message] = with_words(amina, SWINGS)
    assert MORE not in message.text
    await at(hood, 13, days=7)
    assert amina.said_by_bot(BENCHES) == 0


async def test_the_button_of_an_invitation_works_in_a_message_with_others(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    await sends(member, LAMPS)
    await sends(member, SWINGS)
    await sends(member, "Tell us what matters.", "The questions")
    await at(hood, 12, days=8)
    [message] = with_words(amina, SWINGS)
    assert "Tell us what matters." in message.text
    assert [b.text for row in message.buttons for b in row] == ["Answer now"]
    assert "1 of" in await amina.taps("Answer now")


async def test_somebody_who_now_wants_them_all_gets_what_waits_as_one_message(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    for words in (LAMPS, SWINGS, BENCHES):
        await sends(member, words)
    await amina.types("/news")
    await amina.taps("Up to three a week")
    [message] = with_words(amina, "To stop all messages")[-1:]
    assert SWINGS in message.text
    assert BENCHES in message.text


async def test_a_message_that_may_not_have_arrived_is_sent_again_by_each_author_alone(
    hood: Neighbourhood, amina: Person
) -> None:
    member, other = await hood.board_member(), await hood.board_member(label="Other")
    await sends(member, LAMPS)
    await sends(member, SWINGS)
    await sends(other, BENCHES)
    hood.stage.emulator.faults.next("sendMessage", CutAfter(), chat_id=amina.phone.user_id)
    await at(hood, 12, days=8)
    for words in (SWINGS, BENCHES):
        assert [state for state, _, _ in await ledger(hood, words)] == ["unknown"]
    assert "may or may not have arrived" in other.sees
    await other.taps("Send again")
    await other.taps("Yes, send again")
    [_, again] = with_words(amina, BENCHES)
    assert SWINGS not in again.text
    assert [state for state, _, _ in await ledger(hood, SWINGS)] == ["unknown"]


async def test_a_copy_that_waits_for_an_election_does_not_leave_with_others(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member(BOOKER, ABBEY)
    for words in (LAMPS, SWINGS, BENCHES):
        await member.types("/send")
        await member.taps("All ")
        await member.taps("Something else")
        await member.types(words)
        await member.taps("Send to")
    there = (hood.stage.clock.now() + timedelta(days=2)).date()
    election(hood, BOOKER, first=there, last=there)
    await at(hood, 12, days=8)
    assert amina.said_by_bot(SWINGS) + amina.said_by_bot(BENCHES) == 0


async def test_a_message_that_cannot_be_made_does_not_stop_those_that_leave_with_it(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    for words in (LAMPS, SWINGS, BENCHES):
        await sends(member, words)
    sender = hood.stage.service.bot.sender
    make = sender.rendered.body

    def fails_for_the_swings(parcel: OutgoingMessage, *, marked: bool = True) -> bytes:
        if any(part.wording.text == SWINGS for part in parcel.parts):
            raise KeyError("a ward that is gone")
        return make(parcel, marked=marked)

    sender.rendered.body = fails_for_the_swings
    await at(hood, 12, days=8)
    assert [state for state, _, _ in await ledger(hood, SWINGS)] == ["failed"]
    assert [state for state, _, _ in await ledger(hood, BENCHES)] == ["sent"]
    assert (amina.said_by_bot(SWINGS), amina.said_by_bot(BENCHES)) == (0, 1)

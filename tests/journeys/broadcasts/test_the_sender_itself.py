"""The sender when something of our own goes wrong, and when it is asked to stop."""

from datetime import timedelta

from company import Neighbourhood
from sending import about_to_send

from emulator import CutBefore, RetryAfter
from usecases.broadcasts import held_sends
from usecases.broadcasts.deliver import OutgoingMessage


async def test_a_message_that_cannot_be_made_ends_nothing_else(hood: Neighbourhood) -> None:
    sending = await about_to_send(hood, 3)
    sender = hood.stage.service.bot.sender
    first = sending.readers[0].phone.user_id
    make = sender.rendered.body

    def fails_for_the_first(parcel: OutgoingMessage, *, marked: bool = True) -> bytes:
        if parcel.chat_id == first:
            raise KeyError("a ward that is gone")
        return make(parcel, marked=marked)

    sender.rendered.body = fails_for_the_first
    report = await sending.sent()
    assert sending.arrived == [0, 1, 1]
    assert "– we could not put the message together" in report
    assert await sending.ledger() == {"failed": 1, "sent": 2}


async def test_whoever_stops_it_in_a_pause_waits_for_nothing(hood: Neighbourhood) -> None:
    sending = await about_to_send(hood, 2)
    await sending.written()
    stage = hood.stage
    stage.emulator.faults.next("sendMessage", RetryAfter(600), 1)
    sending.member.phone.tap("Send to")
    await stage.until(stage.clock.now() + timedelta(seconds=5))
    sender = stage.service.bot.sender
    sender.stop_claiming()
    assert sender.finished.is_set()
    sender.wake()
    assert sender.finished.is_set()
    assert set(await sending.ledger()) == {"queued"}


async def test_nothing_new_is_begun_while_sends_are_held(hood: Neighbourhood) -> None:
    sending = await about_to_send(hood, 1)
    await sending.written()
    stage = hood.stage
    await stage.service.batcher.run(lambda tx: held_sends.hold(tx, stage.service.world, "a test"))
    await sending.member.taps("Send to fewer than 10 people")
    assert "Nothing goes out just now" in sending.member.toast + sending.member.sees
    assert "Nothing goes out just now" in await sending.member.types("/send")
    assert sending.arrived == [0]
    await stage.service.batcher.run(lambda tx: held_sends.release(tx, stage.service.world))
    await sending.sent()
    assert sending.arrived == [1]


async def test_sending_again_can_be_left(hood: Neighbourhood) -> None:
    sending = await about_to_send(hood, 1)
    chat = sending.readers[0].phone.user_id
    stage = hood.stage
    stage.emulator.faults.next("sendMessage", CutBefore(), 1, chat_id=chat)
    await sending.sent()
    await sending.member.taps("Send again to fewer than 10 people")
    assert "Fewer than 10 may or may not have arrived" in await sending.member.taps("Later")
    assert sending.arrived == [0]
    assert any("Send again to fewer than 10 people" in label for label in sending.member.labels)

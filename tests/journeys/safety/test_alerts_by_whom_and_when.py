"""Whose words raise an alert, what comes after a restore, and how long an alert has been open."""

import json
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person
from on_duty import HURT, all_text, named, reference
from sqlalchemy import update

from bot.receiving.turn_runner import TurnRunner
from engagement.staff.rights import Role
from storage.conversation import inbox
from storage.conversation.inbox import Incoming
from storage.operations import safety_alerts as store
from usecases.broadcasts import held_sends
from usecases.conversation import set_aside
from usecases.world import Transaction

NOBODY = "Nobody reads this chat day and night"


async def alerts(hood: Neighbourhood) -> int:
    return len(await hood.stage.service.batcher.run(store.not_closed))


async def passes(hood: Neighbourhood, **span: float) -> None:
    """Time goes by, and alerts are looked at."""
    await hood.stage.until(hood.stage.clock.now() + timedelta(**span))
    hood.stage.service.bot.broadcasts_changed()
    await hood.stage.settle()


async def marks(hood: Neighbourhood, officer: Person) -> None:
    await officer.types("/requests")
    await officer.taps("Mark a request")
    assert "What does this ask for" in await officer.types(HURT)


async def names_it(hood: Neighbourhood, officer: Person) -> None:
    await officer.types(f"/requests {HURT}")


async def writes_an_outcome(hood: Neighbourhood, officer: Person) -> None:
    ben = await hood.resident("Ben", "HP12 3HP")
    await ben.types("/complain")
    receipt = await ben.types("Nobody came")
    await officer.types(f"/complaints {receipt.split('Your reference: ')[1].split('.')[0]}")
    await officer.taps("Record what came of it")
    assert "This goes to the author" in await officer.types(HURT)


@pytest.mark.parametrize("writes", [marks, names_it, writes_an_outcome])
async def test_staff_who_write_about_somebody_elses_words_raise_no_alert(
    hood: Neighbourhood, writes: Callable[[Neighbourhood, Person], Awaitable[None]]
) -> None:
    """Each pasted request was an alert about the officer."""
    officer = await hood.officer()
    await writes(hood, officer)
    assert officer.said_by_bot(NOBODY) == 1
    assert await alerts(hood) == 0


@pytest.mark.parametrize("at_once", [True, False])
async def test_a_complaint_with_such_words_raises_an_alert_while_a_message_is_written(
    hood: Neighbourhood, at_once: bool
) -> None:
    author = await hood.board_member(BOOKER, ABBEY)
    await author.types("/send")
    await author.taps("All 2")
    await author.taps("Public Realm")
    await author.types("The lamps are on.")
    if not at_once:
        await author.types("/complain")
    await author.types(f"/complain {HURT}" if at_once else HURT)
    assert author.said_by_bot(NOBODY) == 1
    assert author.said_by_bot("We have your complaint") == 1
    assert await alerts(hood) == 1


@pytest.mark.parametrize("told", [True, False])
async def test_after_a_restore_an_alert_is_not_sent_as_a_new_one(
    hood: Neighbourhood, amina: Person, told: bool
) -> None:
    ruth = await named(hood, Role.OFFICER, "Ruth")
    world, run = hood.stage.service.world, hood.stage.service.batcher.run
    await amina.types(HURT)
    await hood.stage.settle()
    before = ruth.said_by_bot("Words of danger:")
    hood.stage.clock.move_to(hood.stage.clock.now() + timedelta(minutes=1))

    async def restore(tx: Transaction) -> None:
        await held_sends.hold(tx, world, "restored from a.tar, made at 2022-09-05 10:00 (UTC)")
        if not told:
            await tx.execute(update(store.safety_alerts).values(told_at=None))

    await run(restore)
    await passes(hood, minutes=30)
    again = [m.text for m in ruth.from_bot if "Words of danger:" in m.text][before:]
    assert again
    assert all("Nobody has closed this for" in text for text in again)
    assert all("The records were put back from a backup" in text for text in again)


async def test_sends_held_by_hand_say_nothing_of_a_backup(
    hood: Neighbourhood, amina: Person
) -> None:
    ruth = await named(hood, Role.OFFICER, "Ruth")
    world, run = hood.stage.service.world, hood.stage.service.batcher.run
    await amina.types(HURT)
    hood.stage.clock.move_to(hood.stage.clock.now() + timedelta(minutes=1))
    await run(lambda tx: held_sends.hold_by_hand(tx, world))
    await passes(hood, minutes=30)
    assert "Nobody has closed this for" in all_text(ruth)
    assert "from a backup" not in all_text(ruth)


async def test_how_long_nobody_has_closed_it_is_said_in_hours_and_days(
    hood: Neighbourhood, amina: Person
) -> None:
    """It said 1,559 minutes."""
    ruth = await named(hood, Role.OFFICER, "Ruth")
    await amina.types(HURT)
    for span in ({"minutes": 15}, {"minutes": 46}, {"hours": 24}, {"hours": 24}):
        await passes(hood, **span)
    said = all_text(ruth)
    assert "for 15 minutes" in said
    assert "for 25 hours" in said
    assert "for 2 days" in said
    assert "1,5" not in said


@pytest.mark.parametrize("hyphen", ["-", " ", "", " - "])
async def test_a_reference_is_understood_however_it_is_typed(
    hood: Neighbourhood, amina: Person, hyphen: str
) -> None:
    ruth = await named(hood, Role.OFFICER, "Ruth")
    await amina.types(HURT)
    await hood.stage.settle()
    typed = reference(ruth).lower().replace("-", hyphen)
    await ruth.types(f"/open {typed}")
    assert "hits me" in all_text(ruth)
    assert "is closed" in await ruth.types(f"/close {typed} I phoned the police")
    assert await alerts(hood) == 0


async def test_help_lists_open_and_close_for_the_people_named(hood: Neighbourhood) -> None:
    ruth = await named(hood, Role.OFFICER, "Ruth")
    other = await hood.officer("Olu")
    assert "/open lists the alerts" in await ruth.types("/help")
    assert "/open" not in await other.types("/help")


class Counted:
    """Commits, and how many there were."""

    def __init__(self, hood: Neighbourhood) -> None:
        self.run, self.count = hood.stage.service.batcher.run, 0

    async def __call__(self, act, **_):
        self.count += 1
        return await self.run(act)


async def test_a_message_is_set_aside_and_its_alert_raised_in_one_commit(
    hood: Neighbourhood, amina: Person
) -> None:
    """A kill between the two lost the alert: what is set aside isn't tried again."""
    service, commit = hood.stage.service, Counted(hood)
    chat = {"id": amina.phone.user_id, "type": "private", "first_name": "-"}
    sender = {"id": amina.phone.user_id, "is_bot": False, "first_name": "-"}
    words = {"message_id": 9, "date": 1_662_400_000, "text": HURT, "wardmote_danger": True}
    payload = {"update_id": 77_000, "message": {**words, "chat": chat, "from": sender}}
    runner = TurnRunner(
        application=service.bot.application,
        commit=commit,
        reading=service.database.read,
        world=service.world,
        words=service.words,
        on_forgotten=lambda _: None,
    )

    async def stored(tx: Transaction) -> inbox.Received:
        incoming = Incoming(update_id=77_000, lane=amina.phone.user_id, payload=json.dumps(payload))
        (row,) = await inbox.store(tx, 1, [incoming], service.world.now())
        for _ in range(2):
            await inbox.note_attempt(tx, row.seq)
        return row

    row = await service.batcher.run(stored)
    named_it, screen = await runner.after_failure(row, "a fault")
    assert commit.count == 1
    assert screen is not None
    [aside] = await service.batcher.run(set_aside.everything)
    assert (aside.reference, await alerts(hood)) == (named_it, 1)

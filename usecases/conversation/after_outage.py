"""Residents to ask again after an outage of the connection to Telegram.

Telegram keeps a tap for only 150 seconds, so residents who were just answering have to tap again.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from engagement.consultations.late import Gap
from engagement.operations.alarms import Alarm
from storage.conversation import inbox
from storage.insight import counts
from storage.operations import deployment
from usecases.broadcasts import held_sends
from usecases.consultations import last_question
from usecases.operations import alarms, heartbeat
from usecases.people import reach, whose_turn
from usecases.people.identify import Person, by_id
from usecases.release import all_in
from usecases.world import Transaction, World

SHORTEST_GAP = timedelta(seconds=120)
JUST_BEFORE = timedelta(minutes=30)
HEARD = "heard"
"""The fact that holds the time we last heard from Telegram."""


async def last_heard(tx: Transaction) -> datetime | None:
    """When we last heard from Telegram, aware; None if never.

    If the last process was of an older version, which did not keep this, its last heartbeat. An
    update that was stored since shows that we were receiving then.
    """
    noted = await deployment.fact(tx, HEARD)
    last = await heartbeat.last_alive(tx) if noted is None else datetime.fromisoformat(noted)
    stored = await inbox.last_received(tx)
    return max(last, stored) if last is not None and stored is not None else last


async def last_known(tx: Transaction) -> tuple[datetime | None, Gap | None]:
    """For a start: when we last heard from Telegram, and the last gap."""
    return await last_heard(tx), await all_in.last_gap(tx)


async def note_heard(tx: Transaction, moment: datetime | None, gap: Gap | None = None) -> None:
    """Store when we last heard from Telegram, for the next start, and the last gap with it: what
    shows that we receive again never outlasts the gap before it."""
    await all_in.note_gap(tx, gap)
    if moment is not None:
        await deployment.remember(tx, HEARD, moment.isoformat())


async def were_answering(
    tx: Transaction,
    world: World,
    since: datetime,
    *,
    but: Collection[int] = (),
    gap: Gap | None = None,
) -> list[Person]:
    """The residents who were shown their open question during a gap that began at ``since`` and is
    now over, or in the half hour before it. Left out are the chat ids in ``but``, whom the bot
    writes to anyway, those on a phone that somebody else on it has now, and those whose question is
    paused: it takes no tap.

    Older half-finished responses don't count. The end of the gap is stored in this same
    transaction, so that nobody is asked twice for one gap.
    """
    await note_heard(tx, world.now(), gap)
    await alarms.record_past(tx, Alarm.CUT_OFF, since, world.now())
    if await held_sends.held(tx) is not None:
        return []
    found = []
    for contact_id in await counts.asked_since(tx, since - JUST_BEFORE):
        person = await by_id(tx, world, contact_id)
        if person is None or not await reach.can_be_written_to(tx, person):
            continue
        if person.phone in but or not await whose_turn.has_phone(tx, person):
            continue
        asked = await last_question.open_question(tx, world, person)
        if asked is not None and not last_question.is_paused(world, asked.slug):
            found.append(person)
    return found

"""How an answer that is handled after the close counts, and whether all that counts is in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from content.schema.consultation import Consultation, Question
from engagement.consultations.late import (
    KEPT_BY_TELEGRAM,
    AfterClose,
    Gap,
    Sent,
    Timing,
    all_received,
    timing,
)
from engagement.consultations.lifecycle import Phase, has_ended, phase
from engagement.consultations.survey import Value
from storage.consultations import late_answers
from storage.consultations.responses import Response
from storage.conversation import inbox
from storage.operations import deployment
from storage.people import residents
from usecases.people.identify import Person
from usecases.world import Transaction, World

GAP = "gap"
"""The fact that holds when the last time in which nothing was received began and ended."""
MOST_WAITING = 1_000
"""Updates that are looked at before results are counted. With more, they wait."""


async def last_gap(tx: Transaction) -> Gap | None:
    """The last time in which nothing was received, or None."""
    known = await deployment.fact(tx, GAP)
    if known is None:
        return None
    began, ended, between = known.split(" ")
    return Gap(
        datetime.fromisoformat(began),
        datetime.fromisoformat(ended),
        timedelta(seconds=float(between)),
    )


async def note_gap(tx: Transaction, gap: Gap | None) -> None:
    """Store the last time in which nothing was received."""
    if gap is not None:
        times = (gap.began.isoformat(), gap.ended.isoformat(), str(gap.between.total_seconds()))
        await deployment.remember(tx, GAP, " ".join(times))


def sent_of(update: Mapping[str, Any], received_at: datetime) -> Sent:
    """When an update was sent: words by the date of their message, or of its last edit. A tap is
    under a message of ours, whose date says nothing."""
    edited, message = update.get("edited_message"), update.get("message")
    dated: object = None
    if isinstance(edited, Mapping):
        dated = edited.get("edit_date")
    elif isinstance(message, Mapping):
        dated = message.get("date")
    if not isinstance(dated, int) or not 0 < dated < 1 << 35:
        return Sent(received_at)
    return Sent(received_at, datetime.fromtimestamp(dated, UTC))


async def timing_of(
    tx: Transaction, world: World, person: Person, consultation: Consultation
) -> Timing:
    """How what this person sends counts. While it can be answered, that is always in time."""
    match phase(consultation, world.now()):
        case Phase.WITHDRAWN:
            return Timing.CLOSED
        case Phase.CLOSED:
            pass
        case _:
            return Timing.IN_TIME
    sent = person.sent or Sent(world.now())
    gap = await last_gap(tx) if sent.dated is None else None
    found = timing(consultation.closes_at, sent, gap)
    if found is Timing.CLOSED or await is_counted(tx, consultation):
        return Timing.CLOSED
    if sent.moment >= consultation.closes_at and await _joined_after(tx, person, consultation):
        return Timing.CLOSED
    return found


async def _joined_after(tx: Transaction, person: Person, consultation: Consultation) -> bool:
    """Whether this person became a resident after the close: to be forgotten, join again and answer
    again takes less time than taps count after a gap."""
    if not person.has_joined:
        return False
    return await residents.joined_at(tx, person.resident[0]) >= consultation.closes_at


async def with_late(
    tx: Transaction, world: World, person: Person, found: Consultation, response: Response
) -> Response:
    """The response as this person gave it, with what is said after the close."""
    if not has_ended(found, world.now()):
        return response
    given = await timing_of(tx, world, person, found)
    now = replace(person, sent=Sent(world.now()))
    after = AfterClose(given, await timing_of(tx, world, now, found))
    every = await late_answers.late_of(tx, person.resident[0])
    late = {key: value for (slug, key), value in every.items() if slug == found.slug}
    return replace(response, late=late, after_close=after)


async def keep(
    tx: Transaction,
    world: World,
    person: Person,
    response: Response,
    question: Question,
    value: Value,
) -> Response:
    """Keep a late answer and return the updated response. The answer that counts stays."""
    resident, slug = person.resident[0], response.consultation
    if value == () and question.key not in response.values:
        # Every option was unticked again, and nothing had been chosen before the close.
        await late_answers.drop(tx, resident=resident, consultation=slug, question=question.key)
        late = {key: one for key, one in response.late.items() if key != question.key}
        return replace(response, late=late)
    await late_answers.keep(
        tx,
        resident=resident,
        consultation=slug,
        question=question.key,
        value=value,
        now=world.now(),
    )
    return replace(response, late={**response.late, question.key: value})


async def came_in_time(
    tx: Transaction, person: Person, response: Response, question: Question
) -> Response:
    """The response after an answer that counts, without a late one given before it."""
    if question.key not in response.late:
        return response
    resident, slug = person.resident[0], response.consultation
    await late_answers.drop(tx, resident=resident, consultation=slug, question=question.key)
    return replace(response, late={k: v for k, v in response.late.items() if k != question.key})


async def is_counted(tx: Transaction, consultation: Consultation) -> bool:
    """Whether the results have been counted since the close: nothing is added to them."""
    last = await deployment.last_shown(tx, consultation.slug)
    return last is not None and last[2] >= consultation.closes_at


async def is_all_in(tx: Transaction, world: World, consultation: Consultation) -> bool:
    """Whether every answer that counts, or counts apart, has been received and handled."""
    gap, closes_at = await last_gap(tx), consultation.closes_at
    up_to = world.received_up_to()
    if not all_received(closes_at, world.now(), received_up_to=up_to, gap=gap):
        return False
    waiting = await inbox.first_waiting(tx, MOST_WAITING)
    if len(waiting) >= MOST_WAITING:
        return False
    return all(
        timing(closes_at, sent_of(row.payload, row.received_at or closes_at), gap) is Timing.CLOSED
        for row in waiting
    )


async def still_coming_in(tx: Transaction, world: World) -> set[str]:
    """The consultations to which answers may still come in, also those that have just closed."""
    now = world.now()
    found = {c.slug for c in world.all_consultations if not has_ended(c, now)}
    for consultation in world.all_consultations:
        # What Telegram kept for a day or more is refused, whatever we have not received yet.
        just_closed = timedelta(0) <= now - consultation.closes_at < KEPT_BY_TELEGRAM
        if just_closed and not await is_all_in(tx, world, consultation):
            found.add(consultation.slug)
    return found

"""How an answer that is handled after the close counts."""

from __future__ import annotations

from dataclasses import replace

from content.schema.consultation import Consultation, Question
from engagement.consultations.late import (
    AfterClose,
    Sent,
    Timing,
    timing,
)
from engagement.consultations.lifecycle import Phase, has_ended, phase
from engagement.consultations.survey import Value
from storage.consultations import late_answers
from storage.consultations.responses import Response
from storage.people import residents
from usecases.people.identify import Person
from usecases.people.not_released import not_released
from usecases.release import all_in, register
from usecases.world import Transaction, World


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
    gap = await all_in.last_gap(tx) if sent.dated is None else None
    found = timing(consultation.closes_at, sent, gap)
    if found is Timing.CLOSED or await register.is_released(tx, world, consultation):
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


async def still_coming_in(tx: Transaction, world: World) -> set[str]:
    """The consultations to which answers may still come in: also those that have closed and whose
    results are not released, because they can open again until then."""
    now = world.now()
    found = {c.slug for c in world.all_consultations if not has_ended(c, now)}
    return found | {c.slug for c in await not_released(tx, world)}

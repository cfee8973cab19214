"""Late answers to what was opened again: by its later close they came in time."""

from __future__ import annotations

from dataclasses import replace

from engagement.consultations.lifecycle import Phase, phase
from engagement.consultations.survey import ResponseState, state_of
from storage.consultations import answers, comments, late_answers, responses, voice_notes
from storage.consultations.late_answers import LateAnswer
from storage.consultations.versions import Published
from usecases.consultations.branches import settle
from usecases.world import Transaction, World


async def count_what_was_late(tx: Transaction, world: World) -> None:
    """Count the late answers and comments to every consultation that is open again."""
    for slug in await late_answers.answered_late(tx):
        found = world.loaded.consultations.get(slug)
        if found is not None and phase(found.consultation, world.now()) is Phase.OPEN:
            for one in await late_answers.take_all(tx, slug):
                await _count(tx, world, found, one)


async def _count(tx: Transaction, world: World, found: Published, late: LateAnswer) -> None:
    slug, resident = found.consultation.slug, late.resident
    if late.is_comment:
        await comments.add_comment(
            tx,
            resident=resident,
            consultation=slug,
            question=late.question,
            text=str(late.value),
            now=late.received_at,
        )
        return
    about = (resident, slug, late.question)
    response = await responses.response_of(tx, resident, slug)
    given_at = await answers.answered_at(tx, resident, slug, late.question)
    if response is None or (given_at is not None and given_at > late.received_at):
        # They have answered again since it opened again.
        await voice_notes.drop_others(tx, about, is_late=True)
        return
    await answers.save(
        tx,
        resident=resident,
        consultation=slug,
        ward=response.ward,
        question=found.consultation.question(late.question),
        value=late.value,
        replaces=late.question in response.values,
        version_id=found.version_id,
        # From now on it counts: it wasn't in what was released at the former close.
        now=world.now(),
    )
    await voice_notes.came_in_time(tx, about)
    values = {**response.values, late.question: late.value}
    values = {key: value for key, value in values.items() if value != ()}
    response = await settle(tx, found.consultation, resident, replace(response, values=values))
    ended = response.position is None or response.state is ResponseState.COMPLETE
    await responses.move(
        tx,
        resident,
        slug,
        position=response.position,
        state=state_of(answered=len(response.values), reached_end=ended),
        now=response.updated_at,
    )

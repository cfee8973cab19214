"""The questions about oneself, each made ready so that only a right may be missing."""

from __future__ import annotations

from rights_people import Trial

from engagement.consultations.survey import ResponseState
from storage.consultations import responses
from wardmote.demo.story import first_consultation


async def answered_to_the_end(trial: Trial) -> tuple[int]:
    """The town's resident has answered the first consultation to the end."""
    tx, world, now = trial.tx, trial.world, trial.world.now()
    slug = first_consultation(world.library).slug
    found = world.loaded.consultations[slug]
    if await responses.response_of(tx, trial.resident, slug) is None:
        await responses.begin(
            tx, resident=trial.resident, consultation=slug,
            ward=next(iter(found.consultation.wards), "-"), vintage=2021,
            version_id=found.version_id, position="-", receipt="R-ABOUT", now=now,
        )  # fmt: skip
    state = ResponseState.COMPLETE
    await responses.move(tx, trial.resident, slug, position=None, state=state, now=now)
    return (world.loaded.consultation_codes[slug],)

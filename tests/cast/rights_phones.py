"""A phone that several people share, made ready so that only a right may be missing."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from rights_people import HOME, Trial

from engagement.consultations.survey import ResponseState
from storage.consultations import responses
from usecases.people import guests, identify, join
from usecases.people.heard import token
from usecases.people.identify import Person
from wardmote.demo.story import first_consultation


def _code(trial: Trial) -> int:
    return trial.world.loaded.consultation_codes[first_consultation(trial.world.library).slug]


async def _answered(trial: Trial, resident: int) -> None:
    tx, world, now = trial.tx, trial.world, trial.world.now()
    found = world.consultation_coded(_code(trial))
    slug, first = found.consultation.slug, found.consultation.questions[0].key
    await responses.begin(
        tx,
        resident=resident,
        consultation=slug,
        ward=HOME,
        vintage=world.vintage,
        version_id=found.version_id,
        position=first,
        receipt="7K2-9QX",
        now=now,
    )
    await responses.move(tx, resident, slug, position=None, state=ResponseState.COMPLETE, now=now)


async def answered(trial: Trial) -> tuple[int]:
    """They have answered everything, if they have joined; the code of the consultation."""
    if trial.person.has_joined:
        await _answered(trial, trial.person.resident[0])
    return (_code(trial),)


async def _lent(trial: Trial, owner: Person) -> Person:
    """Somebody else has joined on this phone."""
    # The same numbers each time: a trial is made ready twice.
    tx, world = trial.tx, replace(trial.world, draw=count(70_000_000_001).__next__)
    guest, _ = await guests.begin(tx, world, owner, _code(trial))
    await join.agree(tx, world, guest)
    guest = await identify.recognise(tx, world, guest.chat_id)
    await join.say_age(tx, world, guest, old_enough=True)
    guest = await identify.recognise(tx, world, guest.chat_id)
    await join.complete(tx, world, guest, HOME)
    return await identify.recognise(tx, world, guest.chat_id)


async def lent(trial: Trial) -> tuple[int, int]:
    """Somebody else has joined on their phone, if they are a resident: what their buttons carry."""
    await answered(trial)
    if trial.person.has_joined:
        await _lent(trial, trial.person)
    return _code(trial), 2


async def token_of_the_residents_guest(trial: Trial) -> str:
    """The end of the buttons of somebody who has joined on the phone of the town's resident."""
    await _answered(trial, trial.resident)
    owner = await identify.by_id(trial.tx, trial.world, trial.contact)
    assert owner is not None
    guest = await _lent(trial, replace(owner, sent=trial.person.sent))
    assert guest.guest is not None
    return token(guest.guest)

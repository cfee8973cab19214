"""An old button of a consultation that has closed or been removed changes nothing.

Fails if the phase is not checked in `usecases.consultations.answer`, and without
`World.consultation_coded`.
"""

import dataclasses
from datetime import timedelta

from company import Neighbourhood, Person
from kill_and_look_inside import rows


async def test_fault_32_a_button_of_a_closed_consultation_says_so_and_changes_nothing(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    await amina.taps("3")
    before = await rows(hood, "SELECT value FROM answers")
    closes = hood.stage.service.world.consultation("local-priorities").consultation.closes_at
    await hood.leap(closes + timedelta(minutes=16))
    await amina.taps("1")
    assert "has closed" in amina.toast
    assert await rows(hood, "SELECT value FROM answers") == before


async def test_fault_32_a_button_of_a_removed_consultation_is_old_and_changes_nothing(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    world = hood.stage.service.world
    loaded = dataclasses.replace(world.loaded, consultations={}, consultation_codes={})
    world.renew(dataclasses.replace(world.library, consultations={}), loaded)
    await amina.taps("1")
    assert "too old" in amina.toast
    assert await rows(hood, "SELECT value FROM answers") == []

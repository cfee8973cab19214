"""An old button of a consultation that has closed, or is not there any more, changes nothing.

Fails without the phase being asked in `usecases.consultations.answer`, and without
`World.consultation_coded`.
"""

import dataclasses
from datetime import timedelta

from company import Neighbourhood, Person
from kill_and_look_inside import rows


async def test_fault_32_closed_it_says_so_and_nothing_changes(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    await amina.taps("3")
    before = await rows(hood, "SELECT value FROM answers")
    closes = hood.stage.house.world.consultation("local-priorities").consultation.closes_at
    await hood.leap(closes + timedelta(minutes=1))
    await amina.taps("1")
    assert "has closed" in amina.toast
    assert await rows(hood, "SELECT value FROM answers") == before


async def test_fault_32_taken_away_it_is_an_old_button_and_nothing_changes(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    world = hood.stage.house.world
    loaded = dataclasses.replace(world.loaded, consultations={}, consultation_codes={})
    world.renew(dataclasses.replace(world.library, consultations={}), loaded)
    await amina.taps("1")
    assert "too old" in amina.toast
    assert await rows(hood, "SELECT value FROM answers") == []

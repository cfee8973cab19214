"""People who have not joined can type what is asked of them; a place of the plan by its name."""

import dataclasses

import pytest
from company import Neighbourhood, Person

from content.schema.plan import PlanPlace


@pytest.mark.parametrize(("typed", "said"), [("polski", "Zaczynamy"), ("Polish", "Zaczynamy")])
async def test_a_language_is_typed_before_joining(
    hood: Neighbourhood, typed: str, said: str
) -> None:
    """It was not understood, though the bot asked for its name."""
    sam = hood.stranger()
    await sam.types("/language")
    await sam.types(typed)
    assert said in sam.labels


async def test_a_language_is_typed_after_forget(amina: Person) -> None:
    await amina.types("/forget")
    await amina.taps("Yes, forget me")
    await amina.types("/language")
    await amina.types("polski")
    assert "Zaczynamy" in amina.labels


async def test_a_part_of_the_plan_is_typed_before_joining(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    shown = await sam.types("/plan")
    assert "type its number" in shown
    assert "didn't understand" not in await sam.types("1")


async def test_a_place_of_the_plan_leads_to_its_nearest_ward(hood: Neighbourhood) -> None:
    """People know Avondale Grange by its name, which no ward of 2021 has."""
    world = hood.stage.service.world
    (plan,) = hood.library.plans
    ward = next(iter(hood.library.wards.values()))
    named = {"name": "Avondale Grange", "nearest": [ward.code], "source": "made up"}
    there = plan.model_copy(update={"places": (PlanPlace.model_validate(named),)})
    world.renew(dataclasses.replace(hood.library, plans=(there,)), world.loaded)
    sam = hood.stranger()
    await sam.start()
    await sam.taps("Start")
    await sam.taps("Yes")
    assert ward.name in await sam.types("avondale grange")

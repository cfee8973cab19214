"""/plan: what is promised, by part, ward and state, and how we will know."""

import dataclasses

from company import Neighbourhood, Person
from council_changes import delivers

from content.library import council_directory, load


async def test_a_plan_shows_what_it_is_and_how_its_promises_stand(amina: Person) -> None:
    seen = await amina.types("/plan")
    assert "Opportunity Bucks – Succeeding for All" in seen
    assert "9 promises:" in seen
    assert "8 not begun" in seen
    assert "1 under way" in seen


async def test_the_plan_can_be_read_before_joining(hood: Neighbourhood) -> None:
    assert "9 promises" in await hood.stranger().types("/plan")


async def test_promises_come_a_few_at_a_time(amina: Person) -> None:
    await amina.types("/plan")
    first = await amina.taps("1")
    assert "1 to 4 of 9" in first
    assert "5 to 8 of 9" in await amina.taps("More")
    assert "9 to 9 of 9" in await amina.types("more")
    assert "More" not in amina.labels
    assert "Which part?" in await amina.taps("The whole plan")


async def test_promises_are_narrowed_by_state(hood: Neighbourhood, amina: Person) -> None:
    delivers(hood, "launch-conference")
    await amina.types("/plan")
    await amina.taps("1")
    seen = await amina.taps("Done")
    assert "Only what is done." in seen
    assert "A conference to launch the programme" in seen
    assert "1 September 2022: It took place." in seen
    assert "Local action plans" not in seen
    assert "Local action plans" in await amina.taps("Any state")


async def test_promises_are_narrowed_to_one_s_own_ward(hood: Neighbourhood) -> None:
    far = await hood.resident("Iris", "Iver")
    await far.types("/plan")
    await far.taps("1")
    seen = await far.taps("Only my ward")
    assert "Only what is for Iver." in seen
    assert "Nothing in the plan fits that." in seen
    near = await hood.resident("Ben", "Abbey")
    await near.types("/plan")
    await near.taps("1")
    # Every promise is for Abbey: there is nothing to narrow.
    assert "Only my ward" not in near.labels


async def test_an_old_page_that_is_no_longer_there_is_refused(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types("/plan")
    await amina.taps("1")
    message = amina.phone.keyboard_message
    assert message is not None
    world = hood.stage.service.world
    (plan,) = hood.library.plans
    short = plan.model_copy(update={"commitments": plan.commitments[:2]})
    world.renew(dataclasses.replace(hood.library, plans=(short,)), world.loaded)
    await amina.taps("More")
    assert "too old" in amina.toast


async def test_how_we_will_know_and_the_next_report_are_told(
    hood: Neighbourhood, amina: Person
) -> None:
    world = hood.stage.service.world
    other = load(council_directory("north-northamptonshire"))
    world.renew(dataclasses.replace(hood.library, plans=other.plans), world.loaded)
    titles = await amina.types("/plan")
    number = next(line.split()[0] for line in titles.splitlines() if "Levelling" in line)
    seen = await amina.taps(number)
    assert "12 promises" in seen
    assert "Next report: " in seen
    assert "Priority recommendations (4)" in seen
    assert "How we will know:" in await amina.taps("2")
